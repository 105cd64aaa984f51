const day = /(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/gu;

/** The last day that a text names, as it would be typed; null when it names none. An opinion is dated below its words. */
export function lastDay(text: string): string | null {
  const [, year, month, date] = [...text.matchAll(day)].at(-1) ?? [];
  return year === undefined ? null : `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
}

/** What somebody wrote of an opinion, without the printed places for seal, signature and date; null when nothing was written. */
export function writtenOpinion(text: string): string | null {
  const words = text
    .replace(/[(（]?\s*(盖\s*章|公\s*章|签\s*字|签\s*名|签\s*章)\s*[)）]?\s*[:：]?/gu, "")
    .replace(/(20\d\d)?\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*日/gu, "");
  return /[\p{L}\p{N}]/u.test(words) ? text.trim() : null;
}

/** The year that a title names: `2023年度…`. */
export function yearOf(text: string): string | null {
  return /(20\d\d)\s*年/u.exec(text)?.[1] ?? null;
}
