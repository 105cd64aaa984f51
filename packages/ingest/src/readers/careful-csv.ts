import { createReadStream } from "node:fs";
import type { MalformedRecord } from "./raw-table.ts";
import { feedLine, startRecord } from "./split-record.ts";

export interface CsvRecord {
  readonly rowNo: number;
  readonly cells: readonly string[];
}

/** A quoted cell that runs over more lines than this is taken for a quote that was never closed. */
const maxLinesOfRecord = 500;

interface Line {
  readonly rowNo: number;
  readonly text: string;
}

/** The lines of a UTF-8 file, ended by LF, CRLF or CR in any mixture, counted from 1. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let rest = "";
  let rowNo = 0;
  const stream = createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 });
  for await (const chunk of stream) {
    const text = rest + (chunk as string);
    // a CR at the very end may be half of a CRLF
    const usable = text.endsWith("\r") ? text.slice(0, -1) : text;
    const lines = usable.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? "") + text.slice(usable.length);
    for (const line of lines) {
      rowNo += 1;
      yield { rowNo, text: rowNo === 1 ? line.replace(/^\ufeff/, "") : line };
    }
  }
  const last = rest.replace(/\r$/, "");
  if (last !== "") yield { rowNo: rowNo + 1, text: rowNo === 0 ? last.replace(/^\ufeff/, "") : last };
}

/**
 * Splits lines into records, whatever state they are in. A record that is malformed costs its first line only: the lines behind it are
 * read again on their own, so that one unclosed quote does not swallow the rest of the file.
 *
 * `width`: the number of columns every record must have (blank cells beyond it are let go); null takes any. Blank lines are no records.
 */
export async function* splitRecords(
  lines: AsyncIterable<Line> | Iterable<Line>,
  separator: string,
  width: number | null,
  onMalformed: (record: MalformedRecord) => void,
): AsyncGenerator<CsvRecord> {
  const queue: Line[] = [];
  const source = (Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]()) as
    | AsyncIterator<Line>
    | Iterator<Line>;
  const nextLine = async (): Promise<Line | null> => {
    const waiting = queue.shift();
    if (waiting) return waiting;
    const { value, done } = await source.next();
    return done ? null : value;
  };
  for (;;) {
    const first = await nextLine();
    if (!first) return;
    if (first.text.trim() === "") continue;
    const record = startRecord();
    feedLine(record, first.text, separator);
    const behind: Line[] = [];
    while (record.state === "open" && behind.length < maxLinesOfRecord) {
      const line = await nextLine();
      if (!line) break;
      behind.push(line);
      feedLine(record, line.text, separator);
    }
    const { cells } = record;
    const fits =
      width === null || cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ""));
    if (record.state === "done" && fits) {
      yield { rowNo: first.rowNo, cells };
    } else {
      onMalformed({ rowNo: first.rowNo, text: first.text, why: record.state === "done" ? `${cells.length} 列 / columns` : "引号 / quote" });
      queue.unshift(...behind);
    }
  }
}
