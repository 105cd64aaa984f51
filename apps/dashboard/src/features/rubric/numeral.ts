import type { Language } from "../../lib/search-state.ts";

const digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** The number of a section as a document of its language has it: 一, 十二 or 1, 12. For numbers below a hundred. */
export function numeral(number: number, language: Language): string {
  if (language === "en") return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones] ?? "";
  return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
}
