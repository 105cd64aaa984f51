import { open } from "node:fs/promises";
import { IngestError } from "../errors.ts";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localHeaderBytes = 30;
const maxEntries = 10_000;
/** Of the list of contents: each entry some hundred bytes. */
const maxDirectoryBytes = 1 << 24;
const maxUnpackedBytes = 1 << 30;
const maxRatio = 400;
const ratioMattersFrom = 64 << 20;

/** One part of a ZIP archive, as its list of contents announces it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly headerAt: number;
}

/**
 * Looks at a ZIP archive's list of contents before anything is unpacked, and answers with it.
 *
 * @throws {IngestError} F107 when there is no such list, F108 when it announces more than a workbook can need, F165 when parts
 *   lie over one another: what is packed once would be unpacked many times.
 */
export async function checkZipLimits(path: string): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = findLast(tail, endSignature);
    if (end < 0 || end + 22 > tail.length) throw new IngestError("F107", "没有目录 / no central directory");
    const entries = tail.readUInt16LE(end + 10);
    const directoryBytes = tail.readUInt32LE(end + 12);
    const directoryAt = tail.readUInt32LE(end + 16);
    if (entries > maxEntries) throw new IngestError("F108", `${entries} 个条目 / entries`);
    if (directoryAt === 0xffffffff) throw new IngestError("F108", "zip64");
    if (directoryAt + directoryBytes > size) throw new IngestError("F107", "目录不完整 / truncated directory");
    if (directoryBytes > maxDirectoryBytes) throw new IngestError("F108", `${directoryBytes} 字节的目录 / bytes of contents`);
    const directory = Buffer.alloc(directoryBytes);
    await file.read(directory, 0, directoryBytes, directoryAt);
    const list = listEntries(directory, entries);
    const unpacked = list.reduce((sum, { bytes }) => sum + bytes, 0);
    if (unpacked > maxUnpackedBytes || (unpacked > ratioMattersFrom && unpacked > size * maxRatio)) {
      throw new IngestError("F108", `${size} → ${unpacked} 字节 / bytes`);
    }
    refuseOverlaps(list, directoryAt);
    return list;
  } finally {
    await file.close();
  }
}

function listEntries(directory: Buffer, entries: number): ZipEntry[] {
  const list: ZipEntry[] = [];
  let at = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature)
      throw new IngestError("F107", "目录损坏 / damaged directory");
    const nameBytes = directory.readUInt16LE(at + 28);
    list.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameBytes).replaceAll("\\", "/"),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc32: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return list;
}

function refuseOverlaps(entries: readonly ZipEntry[], directoryAt: number): void {
  const inOrder = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  for (const [index, { name, headerAt, packedBytes }] of inOrder.entries()) {
    const next = inOrder[index + 1]?.headerAt ?? directoryAt;
    if (headerAt + localHeaderBytes + packedBytes > next) throw new IngestError("F165", `${name}：重叠 / overlaps`);
  }
}

function findLast(bytes: Buffer, signature: number): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === signature) return at;
  return -1;
}
