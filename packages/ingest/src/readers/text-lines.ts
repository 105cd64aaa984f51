import { createReadStream } from "node:fs";

/** Characters that one record of a text file may have. What is longer is no table but damage, and is never held in memory. */
export const maxRecordCharacters = 1 << 20;

/** How much of a record that is too long is kept to be shown. */
export const shownCharacters = 200;

/** One line of a text file, counted from 1. */
export interface Line {
  readonly rowNo: number;
  /** Of a line that is too long, its beginning. */
  readonly text: string;
  readonly tooLong?: boolean;
}

const lineEnd = /\r\n|\n|\r/;

/** The lines of a UTF-8 file, ended by LF, CRLF or CR in any mixture. Whatever the file, no more than two records are in memory. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let rest = "";
  // a CR at the very end of a piece may be half of a CRLF
  let carried = "";
  let tooLong = false;
  let rowNo = 0;
  const lineOf = (text: string): Line => {
    rowNo += 1;
    const whole = rowNo === 1 ? text.replace(/^\ufeff/, "") : text;
    if (!tooLong && whole.length <= maxRecordCharacters) return { rowNo, text: whole };
    tooLong = false;
    return { rowNo, text: whole.slice(0, shownCharacters), tooLong: true };
  };
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const text = carried + (chunk as string);
    carried = text.endsWith("\r") ? "\r" : "";
    const [first = "", ...others] = text.slice(0, text.length - carried.length).split(lineEnd);
    if (!tooLong) rest += first;
    const last = others.pop();
    if (last !== undefined) {
      yield lineOf(rest);
      for (const line of others) yield lineOf(line);
      rest = last;
    }
    if (rest.length > maxRecordCharacters) {
      tooLong = true;
      // a copy: a slice would keep the whole of what it was cut from
      rest = Buffer.from(rest.slice(0, shownCharacters)).toString();
    }
  }
  if (rest !== "" || tooLong) yield lineOf(rest);
}
