import { createReadStream } from "node:fs";
import type { LineSteps } from "./raw-table.ts";
import { maxRecordCharacters } from "./text-lines.ts";

const lf = 10;
const cr = 13;
const quote = 34;
const space = 32;

export interface RecordScan {
  /** Records that are not blank lines. */
  readonly records: number;
  readonly lines: LineSteps;
  /** A quote that was never closed, a NUL, a very long record, or line ends that the fast reader does not take: the file is to be read with care. */
  readonly suspicious: boolean;
}

/**
 * Counts the records of a UTF-8 file without splitting them, and notes on which line each starts. This is the count that the fast
 * reader's rows are held against, so it shares no code with it.
 */
export async function scanRecords(path: string, separator: string): Promise<RecordScan> {
  const separatorByte = separator.charCodeAt(0);
  const steps = { records: [] as number[], offsets: [] as number[] };
  let records = 0;
  let line = 1;
  let inQuotes = false;
  let closing = false;
  let fieldStart = true;
  let blank = true;
  let lastOffset = Number.NaN;
  let recordLine = 1;
  let endedByCr = false;
  let crlf = 0;
  let bareLf = 0;
  let bareCr = false;
  let passed = 0;
  let recordFrom = 0;
  let isTooLong = false;

  const endLine = (at: number) => {
    if (passed + at - recordFrom > maxRecordCharacters) isTooLong = true;
    recordFrom = passed + at + 1;
    if (!blank) {
      const offset = recordLine - records;
      if (offset !== lastOffset) {
        steps.records.push(records);
        steps.offsets.push(offset);
        lastOffset = offset;
      }
      records += 1;
    }
    line += 1;
    recordLine = line;
    blank = true;
    fieldStart = true;
    closing = false;
  };

  for await (const piece of createReadStream(path, { highWaterMark: 1 << 22 })) {
    const bytes = piece as Buffer;
    const { length } = bytes;
    let at = 0;
    if (isTooLong || bytes.includes(0) || passed - recordFrom > maxRecordCharacters) return { records, lines: steps, suspicious: true };
    // no quote in sight: only line ends matter
    if (!inQuotes && !closing && bytes.indexOf(quote) < 0 && !endedByCr) {
      let nextCr = bytes.indexOf(cr);
      for (;;) {
        const end = bytes.indexOf(lf, at);
        if (end < 0) break;
        const hasCr = end > at && bytes[end - 1] === cr;
        if (end - at > (hasCr ? 1 : 0)) blank = false;
        if (hasCr) crlf += 1;
        else bareLf += 1;
        endLine(end);
        if (nextCr >= 0 && nextCr < end) {
          if (nextCr < end - 1) bareCr = true;
          nextCr = bytes.indexOf(cr, end + 1);
        }
        at = end + 1;
      }
    }
    for (; at < length; at += 1) {
      const byte = bytes[at];
      if (inQuotes) {
        if (byte === quote) {
          inQuotes = false;
          closing = true;
        } else if (byte === lf) line += 1;
        continue;
      }
      if (endedByCr && byte !== lf) bareCr = true;
      if (byte === lf) {
        if (endedByCr) crlf += 1;
        else bareLf += 1;
        endedByCr = false;
        endLine(at);
        continue;
      }
      endedByCr = byte === cr;
      if (endedByCr) continue;
      blank = false;
      if (byte === quote) {
        if (closing || fieldStart) inQuotes = true;
        closing = false;
        fieldStart = false;
      } else {
        closing = false;
        if (byte === separatorByte) fieldStart = true;
        else if (byte !== space) fieldStart = false;
      }
    }
    passed += length;
  }
  if (!blank || inQuotes) endLine(0);
  const mixed = crlf > 0 && bareLf > 0;
  return { records, lines: steps, suspicious: inQuotes || isTooLong || bareCr || mixed || endedByCr };
}
