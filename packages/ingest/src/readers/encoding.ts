import { isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { IngestError } from "../errors.ts";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** Whether a whole file is valid UTF-8; a character cut by the end of a chunk is carried to the next one. */
async function fileIsUtf8(path: string): Promise<boolean> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 22 })) {
    const bytes = carried.length === 0 ? (chunk as Buffer) : Buffer.concat([carried, chunk as Buffer]);
    const cut = lastCharacterStart(bytes);
    if (!isUtf8(bytes.subarray(0, cut))) return false;
    carried = bytes.subarray(cut);
  }
  return isUtf8(carried);
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

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 when all of it is valid, UTF-16 when every second byte is mostly zero,
 * else GB18030, of which GBK and GB2312 are parts.
 */
export async function detectEncoding(path: string, head: Uint8Array): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 1].map((parity) => head.filter((byte, index) => index % 2 === parity && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 10 && odd > even * 4) return "utf-16le";
  if (even > head.length / 10 && even > odd * 4) return "utf-16be";
  return (await fileIsUtf8(path)) ? "utf-8" : "gb18030";
}

/** Writes a file again as UTF-8. @throws {IngestError} F109 when it is not in that encoding after all. */
export async function decodeFile(path: string, encoding: Encoding, target: string): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new IngestError("F109", encoding, cause);
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
