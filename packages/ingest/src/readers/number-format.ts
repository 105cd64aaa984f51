/** What a number format makes of a number, as far as it changes what the number means. */
export type NumberMeaning = "plain" | "date" | "time" | "duration" | "percent";

/** Built-in formats of dates, those of Chinese and other East Asian editions among them, by their numbers. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);

/** The meaning of a built-in format, or of one that the workbook defines by `code`. */
export function numberMeaning(id: number, code: string | undefined): NumberMeaning {
  if (code !== undefined) return meaningOfCode(code);
  if (builtInDates.has(id)) return "date";
  if (builtInTimes.has(id)) return "time";
  if (id === 46) return "duration";
  return id === 9 || id === 10 ? "percent" : "plain";
}

function meaningOfCode(code: string): NumberMeaning {
  const [section = ""] = code.replace(/"[^"]*"|\\.|[_*]./g, "").split(";");
  if (/\[(h+|m+|s+)\]/i.test(section)) return "duration";
  const letters = section.replace(/\[[^\]]*\]/g, "").replace(/general|am\/pm|a\/p/gi, "");
  if (letters.includes("%")) return "percent";
  if (/[yd]|m{3}/i.test(letters)) return "date";
  if (/[hs]/i.test(letters)) return "time";
  return /m/i.test(letters) ? "date" : "plain";
}

const dayMilliseconds = 86_400_000;

/**
 * A stored number as the text it stands for. Excel keeps 15 digits; what a stored number has beyond them is noise of its binary form.
 * `is1904`: whether days count from 1904 (once the habit of Excel for Mac) or from 1900.
 */
export function numberText(stored: string, meaning: NumberMeaning, is1904: boolean): string {
  if (meaning === "plain") return plainText(stored);
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (meaning === "percent") return `${plainText(String(value * 100))}%`;
  if (value < 0) return plainText(stored);
  if (meaning === "duration" || value < 1) return clockText(value);
  return dateText(value, is1904);
}

function plainText(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  // beyond the digits that Excel keeps nobody knows what the number was: it is shown as what it is, rounded
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) return value.toExponential();
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

/** Day 60 of the count from 1900 is 29 February 1900, which never was: Excel keeps it for the sake of Lotus 1-2-3. */
const day60 = 60;

function dateText(serial: number, is1904: boolean): string {
  if (!is1904 && Math.floor(serial) === day60) return "1900-02-29";
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < day60 ? 31 : 30);
  const moment = new Date(epoch + Math.round(serial * 86_400) * 1000);
  if (Number.isNaN(moment.getTime())) return plainText(String(serial));
  const text = moment.toISOString().slice(0, 19).replace("T", " ");
  return text.endsWith(" 00:00:00") ? text.slice(0, 10) : text;
}

function clockText(days: number): string {
  const seconds = Math.round((days * dayMilliseconds) / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A day count that carries no date format, in a workbook that counts from 1904, as the date it is; any other text as it stands. */
export function unformattedDate(text: string): string {
  return /^[2-7]\d{4}(\.\d+)?$/.test(text) ? dateText(Number(text), true) : text;
}
