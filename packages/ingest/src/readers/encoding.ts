import { isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { IngestError } from "../errors.ts";
import { readLines } from "./text-lines.ts";

export const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

/** How much of a text file's beginning is looked at to find out what it is. */
export const headBytes = 1 << 18;

export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A text file as UTF-8: where its text lies and how it was written. */
export interface TextFile {
  readonly textPath: string;
  readonly encoding: Encoding;
}

/**
 * Finds out how a text file is written, or takes `wanted` for it, and writes it again as UTF-8 into `temporaryPath` where it is not.
 *
 * @throws {IngestError} F109 in no known encoding, F110 empty, F128 not in the one that is wanted, F132 cut off in the middle of a character.
 */
export async function openText(path: string, temporaryPath: string, wanted: Encoding | null): Promise<TextFile> {
  const head = await readHead(path);
  if (head.length === 0) throw new IngestError("F110", "");
  const encoding = wanted ?? (await detectEncoding(path, head));
  if (encoding === "utf-8") {
    if (wanted !== null && (await examineUtf8(path)) !== "whole") throw new IngestError("F128", "encoding: utf-8");
    return { textPath: path, encoding };
  }
  await decodeFile(path, encoding, temporaryPath).catch((cause: unknown) => {
    const isOther = cause instanceof IngestError && cause.code === "F109" && wanted !== null;
    throw isOther ? new IngestError("F128", `encoding: ${encoding}`, cause) : cause;
  });
  return { textPath: temporaryPath, encoding };
}

/** Whether all of a file is UTF-8, or all but a character that its end cuts off, or not even that. */
async function examineUtf8(path: string): Promise<"whole" | "cut" | "other"> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 22 })) {
    const bytes = carried.length === 0 ? (chunk as Buffer) : Buffer.concat([carried, chunk as Buffer]);
    const cut = lastCharacterStart(bytes);
    if (!isUtf8(bytes.subarray(0, cut))) return "other";
    carried = bytes.subarray(cut);
  }
  if (isUtf8(carried)) return "whole";
  return carried.length < lengthOfCharacter(carried[0] ?? 0) && isStartOfCharacter(carried) ? "cut" : "other";
}

/** Where the last character starts, if it may be cut off; the length otherwise. */
function lastCharacterStart(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

const lengthOfCharacter = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1);

const isStartOfCharacter = (bytes: Uint8Array) => (bytes[0] ?? 0) <= 0xf4 && bytes.subarray(1).every((byte) => (byte & 0xc0) === 0x80);

/**
 * The encoding of a text file: by its byte order mark; UTF-16 when every second byte is mostly zero; UTF-8 when all of it is valid; UTF-16
 * when line ends and separators have a zero beside them; else GB18030, of which GBK and GB2312 are parts.
 *
 * @throws {IngestError} F109 when Chinese in UTF-8 stands before something that is none, F132 when that is a last character cut off.
 */
async function detectEncoding(path: string, head: Uint8Array): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0] as [number, number];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even, odd] = zeros;
  const [little, big] = even + odd > 0 ? [countMarks(head, 0), countMarks(head, 1)] : [0, 0];
  // 一 is 00 4E, so that zeros alone may speak for the wrong order
  if (odd > head.length / 10 && odd > even * 4 && little >= big) return "utf-16le";
  if (even > head.length / 10 && even > odd * 4 && big >= little) return "utf-16be";
  const utf8 = await examineUtf8(path);
  if (utf8 === "whole") return "utf-8";
  if (little > big * 4) return "utf-16le";
  if (big > little * 4) return "utf-16be";
  const broken = await findBrokenLine(path);
  if (broken && broken.before >= certainlyUtf8) {
    throw new IngestError(utf8 === "cut" ? "F132" : "F109", `UTF-8, 第${broken.rowNo}行 / line ${broken.rowNo}`);
  }
  return "gb18030";
}

/** So many characters beyond ASCII that are good UTF-8 are no chance: in GB18030 hardly two in a row are. */
const certainlyUtf8 = 6;

/** The first line of a file that is not UTF-8, and how many characters beyond ASCII stand in the lines before and in its good part. */
async function findBrokenLine(path: string): Promise<{ readonly rowNo: number; readonly before: number } | null> {
  let before = 0;
  for await (const { rowNo, text } of readLines(path)) {
    const at = text.indexOf("\ufffd");
    before += (at < 0 ? text : text.slice(0, at)).replace(/[^\u0080-\uffff]+/g, "").length;
    if (at >= 0) return { rowNo, before };
  }
  return null;
}

/** Line ends and separators among the two-byte units of a text, the low byte at offset 0 (little endian) or 1. */
function countMarks(head: Uint8Array, low: 0 | 1): number {
  let marks = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at + 1 - low] === 0 && markBytes.has(head[at + low] ?? 0)) marks += 1;
  }
  return marks;
}

const markBytes = new Set([...'\n\r\t,;|"'].map((mark) => mark.charCodeAt(0)));

/** Writes a file again as UTF-8. @throws {IngestError} F109 when it is not in that encoding after all, F132 when its last character is cut off. */
async function decodeFile(path: string, encoding: Encoding, target: string): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new IngestError(bytes ? "F109" : "F132", encoding, cause);
    }
  };
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) yield decode(chunk);
      yield decode();
    },
    createWriteStream(target),
  );
}
