import { createReadStream } from "node:fs";
import { IngestError } from "../errors.ts";
import { maxRecordCharacters, shownCharacters } from "./text-lines.ts";

/** An element of a list that stands in a JSON document outside every other list. */
export interface JsonElement {
  /** Where its list stands: empty at the top, else the names of the members around it (`data.windows`). */
  readonly list: string;
  /** Its place in the list, from 1. */
  readonly no: number;
  /** Its JSON; of an element that is too long, the beginning. */
  readonly text: string;
  readonly tooLong: boolean;
}

/** A UTF-8 character takes at most three bytes for each unit that a text counts. */
const maxRecordBytes = maxRecordCharacters * 3;
const maxDepth = 64;

interface Container {
  readonly isList: boolean;
  readonly path: string;
}

/** A value or a name that is being read, byte by byte. */
interface Reading {
  readonly is: "name" | "scalar" | "element";
  readonly shape: "string" | "nested" | "bare";
  parts: Buffer[];
  bytes: number;
}

type Expected = "value" | "first value" | "name" | "first name" | "colon" | "next" | "end";

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Takes a JSON document apart without holding more of it than one element. What is inside an element is not judged here: a broken one
 * whose brackets are paired costs itself only. A list that the document ends without its brackets closed throws after its last element.
 *
 * @throws {IngestError} F126 where the document breaks off or is no JSON, F127 when it is nested too deep.
 */
export async function* splitJson(path: string): AsyncGenerator<JsonElement> {
  const stack: Container[] = [];
  const counts = new Map<string, number>();
  let expected = "value" as Expected;
  let name = "";
  let reading: Reading | null = null;
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let passed = 0;

  const broken = async (at: number) => {
    const { list, no } = lastOf(counts);
    const place = `第${await lineOf(path, at)}行 / line ${await lineOf(path, at)}`;
    return new IngestError(
      "F126",
      no === 0 ? place : `${place}；${list}第${no}条之后 / after record ${no}${list === "" ? "" : ` of ${list}`}`,
    );
  };
  const afterValue = () => {
    expected = stack.length === 0 ? "end" : "next";
  };
  const begin = (is: Reading["is"], byte: number) => {
    const shape = byte === quote ? "string" : byte === openList || byte === openObject ? "nested" : "bare";
    reading = { is, shape, parts: [], bytes: 0 };
    depth = 0;
    inString = false;
    isEscaped = false;
  };
  const keep = (held: Reading, piece: Buffer) => {
    if (held.bytes <= maxRecordBytes) held.parts.push(piece);
    held.bytes += piece.length;
    if (held.bytes > maxRecordBytes) held.parts = held.parts.slice(0, 1).map((part) => Buffer.from(part.subarray(0, shownCharacters * 3)));
  };

  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    let at = passed === 0 && bytes.subarray(0, 3).toString("hex") === "efbbbf" ? 3 : 0;
    let from = at;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (reading === null) {
        if (isBlank(byte)) {
          at += 1;
          continue;
        }
        const top = stack.at(-1);
        const closes = byte === closeList ? top?.isList === true : byte === closeObject && top?.isList === false;
        if (closes && (expected === "next" || expected === "first value" || expected === "first name")) {
          stack.pop();
          afterValue();
        } else if (expected === "colon" && byte === colon) expected = "value";
        else if (expected === "next" && byte === comma) expected = top?.isList ? "value" : "name";
        else if ((expected === "name" || expected === "first name") && byte === quote) {
          begin("name", byte);
          from = at;
          continue;
        } else if (expected !== "value" && expected !== "first value") throw await broken(passed + at);
        else if (top?.isList) {
          begin("element", byte);
          from = at;
          continue;
        } else if (byte === openList || byte === openObject) {
          if (stack.length === maxDepth) throw new IngestError("F127", `> ${maxDepth} 层 / levels`);
          const above = top?.path ?? "";
          stack.push({ isList: byte === openList, path: top === undefined ? "" : above === "" ? name : `${above}.${name}` });
          expected = byte === openList ? "first value" : "first name";
        } else {
          begin("scalar", byte);
          from = at;
          continue;
        }
        at += 1;
        continue;
      }

      const held: Reading = reading;
      let isEnd = false;
      for (; at < bytes.length && !isEnd; at += 1) {
        const inner = bytes[at] ?? 0;
        if (inString) {
          if (isEscaped) isEscaped = false;
          else if (inner === backslash) isEscaped = true;
          else if (inner === quote) {
            inString = false;
            isEnd = held.shape === "string";
          }
        } else if (held.shape === "bare") {
          if (inner === comma || inner === closeList || inner === closeObject || isBlank(inner)) {
            isEnd = true;
            at -= 1;
          }
        } else if (inner === quote) inString = true;
        else if (inner === openList || inner === openObject) depth += 1;
        else if (inner === closeList || inner === closeObject) {
          depth -= 1;
          isEnd = depth === 0;
        }
      }
      if (!isEnd) break;
      if (held.is !== "scalar" || held.shape === "bare") keep(held, bytes.subarray(from, at));
      const text = Buffer.concat(held.parts).toString();
      reading = null;
      if (held.is === "element") {
        const list = stack.at(-1)?.path ?? "";
        const no = (counts.get(list) ?? 0) + 1;
        counts.delete(list);
        counts.set(list, no);
        afterValue();
        const tooLong = held.bytes > maxRecordBytes || text.length > maxRecordCharacters;
        yield { list, no, text: tooLong ? text.slice(0, shownCharacters) : text, tooLong };
      } else if (held.is === "name") {
        if (!isJson(text)) throw await broken(passed + at);
        name = JSON.parse(text) as string;
        expected = "colon";
      } else {
        if (held.shape === "bare" && !isJson(text)) throw await broken(passed + at);
        afterValue();
      }
    }
    const open: Reading | null = reading;
    if (open !== null) keep(open, bytes.subarray(Math.min(from, bytes.length)));
    if (open !== null) from = 0;
    passed += bytes.length;
  }
  if (expected !== "end") throw await broken(passed);
}

function lastOf(counts: ReadonlyMap<string, number>) {
  const [list, no] = [...counts].at(-1) ?? ["", 0];
  return { list, no };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The line on which a byte of a file stands. */
async function lineOf(path: string, at: number): Promise<number> {
  let line = 1;
  if (at === 0) return line;
  for await (const chunk of createReadStream(path, { end: at - 1, highWaterMark: 1 << 20 })) {
    for (const byte of chunk as Buffer) if (byte === 0x0a) line += 1;
  }
  return line;
}
