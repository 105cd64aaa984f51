import type { Language } from "../../lib/search-state.ts";

/** What the columns are called for short, the first being the reference. */
export const letters: Readonly<Record<Language, readonly string[]>> = {
  zh: ["甲", "乙", "丙", "丁", "戊", "己"],
  en: ["A", "B", "C", "D", "E", "F"],
};
