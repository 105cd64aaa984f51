import type { Bilingual } from "../bilingual.ts";
import type { DayType } from "./add-days.ts";

/** A number of days in words: 15 个工作日, 15 working days. */
export function dayWords(days: number, type: DayType): Bilingual {
  const unit = days === 1 ? "day" : "days";
  return type === "working" ? { zh: `${days} 个工作日`, en: `${days} working ${unit}` } : { zh: `${days} 天`, en: `${days} ${unit}` };
}
