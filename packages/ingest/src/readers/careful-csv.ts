import type { MalformedRecord } from "./raw-table.ts";
import { feedLine, type PartialRecord, startRecord } from "./split-record.ts";
import { type Line, maxRecordCharacters } from "./text-lines.ts";

export interface CsvRecord {
  readonly rowNo: number;
  readonly cells: readonly string[];
}

/** A quoted cell that runs over more lines than this is taken for a quote that was never closed. */
const maxLinesOfRecord = 500;

/** How much of a malformed record is kept to be shown. */
const shownOfMalformed = 10_000;

/** How many columns a record may have: the header's; columns without a header at its end may be left out. */
export interface RecordWidth {
  readonly least: number;
  readonly full: number;
}

/**
 * Splits lines into records, whatever state they are in. A record that is malformed costs its first line only: the lines behind it are
 * read again on their own, so that one unclosed quote does not swallow the rest of the file.
 *
 * Blank cells beyond `width` are let go; null takes any number of columns. Blank lines are no records.
 */
export async function* splitRecords(
  lines: AsyncIterable<Line> | Iterable<Line>,
  separator: string,
  width: RecordWidth | null,
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
    if (first.tooLong) {
      onMalformed({ rowNo: first.rowNo, text: first.text, why: `> ${maxRecordCharacters} 字 / characters`, code: "D254" });
      continue;
    }
    const record = startRecord();
    feedLine(record, first.text, separator);
    const behind: Line[] = [];
    let length = first.text.length;
    while (record.state === "open" && behind.length < maxLinesOfRecord && length <= maxRecordCharacters) {
      const line = await nextLine();
      if (!line) break;
      behind.push(line);
      length += line.text.length;
      if (line.tooLong) break;
      feedLine(record, line.text, separator);
    }
    const why = faultOf(record, width);
    if (why === null) {
      yield { rowNo: first.rowNo, cells: record.cells };
    } else {
      onMalformed({ rowNo: first.rowNo, text: first.text.slice(0, shownOfMalformed), why, code: "D211" });
      queue.unshift(...behind);
    }
  }
}

function faultOf({ state, cells }: PartialRecord, width: RecordWidth | null): string | null {
  if (state !== "done") return "引号 / quote";
  if (width && (cells.length < width.least || cells.slice(width.full).some((cell) => cell.trim() !== "")))
    return `${cells.length} 列 / columns`;
  return cells.some((cell) => cell.includes("\0")) ? "NUL" : null;
}
