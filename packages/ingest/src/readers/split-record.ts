/** A record being read: `open` while a quoted cell waits for its closing quote on a later line. */
export interface PartialRecord {
  readonly cells: string[];
  state: "open" | "done" | "bad";
  /** The text of the cell that is open. */
  pending: string;
}

export function startRecord(): PartialRecord {
  return { cells: [], state: "done", pending: "" };
}

/**
 * Feeds one line (without its line end) to a record. Quotes open a cell only at its start, spaces before them aside; a doubled quote
 * inside stands for one. Anything but a separator after a closing quote makes the record bad.
 */
export function feedLine(record: PartialRecord, line: string, separator: string): void {
  let at = 0;
  let inQuotes = record.state === "open";
  if (inQuotes) record.pending += "\n";
  for (;;) {
    if (!inQuotes) {
      const quote = skipSpaces(line, at, separator);
      if (line[quote] === '"') {
        at = quote + 1;
        inQuotes = true;
        record.pending = "";
      } else {
        const end = line.indexOf(separator, at);
        record.cells.push(end < 0 ? line.slice(at) : line.slice(at, end));
        if (end < 0) break;
        at = end + 1;
        continue;
      }
    }
    const close = line.indexOf('"', at);
    if (close < 0) {
      record.pending += line.slice(at);
      record.state = "open";
      return;
    }
    record.pending += line.slice(at, close);
    if (line[close + 1] === '"') {
      record.pending += '"';
      at = close + 2;
      continue;
    }
    inQuotes = false;
    record.cells.push(record.pending);
    record.pending = "";
    const next = skipSpaces(line, close + 1, separator);
    if (next >= line.length) break;
    if (line[next] !== separator) {
      record.state = "bad";
      return;
    }
    at = next + 1;
  }
  record.state = "done";
}

function skipSpaces(line: string, from: number, separator: string): number {
  let at = from;
  while (line[at] === " " || (line[at] === "\t" && separator !== "\t")) at += 1;
  return at;
}
