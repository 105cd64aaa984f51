import { type FileHandle, open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { IngestError } from "../errors.ts";
import { startGuard } from "./reading-guard.ts";
import { checkZipLimits, type ZipEntry } from "./zip-limits.ts";

const localHeaderBytes = 30;
const readBytes = 1 << 18;
/** Of a part that is taken as a whole: the list of sheets, their formats. */
const longestWhole = 1 << 26;

/** A workbook's package: its parts by name, whatever the case and the slashes of the program that wrote them. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The whole of a part as text. Meant for the small parts. */
  text(name: string): Promise<string>;
  /** A part as text, piece by piece. */
  pieces(name: string): AsyncGenerator<string>;
  close(): Promise<void>;
}

/**
 * Opens a ZIP archive. What a part unpacks to is held against what the list of contents says of it: a part that is longer, shorter or
 * different is damaged.
 *
 * @throws {IngestError} F107 damaged, F108 too large when unpacked, F116 parts under a password, F160 and F161 too long or too much to
 *   read, F165 parts that overlap; also while a part is read.
 */
export async function openZipParts(path: string): Promise<ZipParts> {
  const entries = await checkZipLimits(path);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = partKey(entry.name);
    if (byName.has(key)) throw new IngestError("F107", `${entry.name}：重复 / twice`);
    byName.set(key, entry);
  }
  const file = await open(path);
  const guard = startGuard(entries.reduce((sum, { bytes }) => sum + bytes, 0));
  const entryOf = (name: string): ZipEntry => {
    const entry = byName.get(partKey(name));
    if (!entry) throw new IngestError("F107", `缺少 / missing: ${name}`);
    if (entry.encrypted) throw new IngestError("F116", name);
    return entry;
  };
  async function* pieces(name: string): AsyncGenerator<string> {
    const entry = entryOf(name);
    let decoder: InstanceType<typeof TextDecoder> | null = null;
    for await (const bytes of unpack(file, entry)) {
      guard.check();
      decoder ??= new TextDecoder(xmlEncoding(bytes), { fatal: true });
      yield decode(decoder, bytes, entry.name);
    }
    if (decoder) yield decode(decoder, null, entry.name);
  }
  return {
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(partKey(name)),
    pieces,
    async text(name) {
      let text = "";
      for await (const piece of pieces(name)) {
        text += piece;
        if (text.length > longestWhole) throw new IngestError("F108", `${name} > ${longestWhole} 字符 / characters`);
      }
      return text;
    },
    close: () => file.close(),
  };
}

const partKey = (name: string) => name.replace(/^\//, "").toLowerCase();

async function* unpack(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = Buffer.alloc(localHeaderBytes);
  const { bytesRead } = await file.read(header, 0, localHeaderBytes, entry.headerAt);
  if (bytesRead < localHeaderBytes || header.readUInt32LE(0) !== 0x04034b50) throw damaged(entry, "局部头 / local header");
  const from = entry.headerAt + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.method !== 0 && entry.method !== 8) throw damaged(entry, `压缩方式 / method ${entry.method}`);
  let bytes = 0;
  let sum = 0;
  const source = packedBytes(file, from, entry.packedBytes);
  for await (const piece of entry.method === 0 ? source : inflate(source, entry)) {
    bytes += piece.length;
    if (bytes > entry.bytes) throw damaged(entry, `> ${entry.bytes} 字节 / bytes`);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (bytes !== entry.bytes || sum !== entry.crc32) throw damaged(entry, "校验和 / checksum");
}

async function* packedBytes(file: FileHandle, from: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(readBytes, length - at)), 0, undefined, from + at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* inflate(source: AsyncGenerator<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize: readBytes });
  // what goes wrong destroys the inflater and is thrown where it is read
  pipeline(Readable.from(source), inflater, () => {});
  try {
    for await (const piece of inflater) yield piece as Buffer;
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause) throw cause;
    throw damaged(entry, cause instanceof Error ? cause.message : String(cause));
  }
}

/** XML is UTF-8 unless it starts with the mark of UTF-16. */
function xmlEncoding(start: Buffer): string {
  const mark = start.subarray(0, 2).toString("hex");
  if (mark === "fffe") return "utf-16le";
  return mark === "feff" ? "utf-16be" : "utf-8";
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer | null, name: string): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new IngestError("F107", `${name}：文字编码 / encoding`, cause);
  }
}

const damaged = (entry: ZipEntry, why: string) => new IngestError("F107", `${entry.name}：${why}`);
