import { z } from "zod";
import { flag, integer, oneOf, text } from "../../lib/search-state.ts";

/** `?measure=good&by=city&focus=330100&window=W0049`: which figure over time, along what, which line in front, which window below. */
export const trendsSearch = z.object({
  measure: oneOf(["bad", "good", "cases", "active"]),
  by: oneOf(["city", "domain"]),
  focus: text(),
  places: oneOf(["city", "subject"]),
  window: text(),
  /** The year that the year in scope is held against, which edition is to hold for each, and whose change is laid open. */
  against: integer(),
  againstBy: text(),
  nowBy: text(),
  /** What nobody judged counts as met in full. */
  assume: flag(),
  who: text(),
});
export type TrendsSearch = z.infer<typeof trendsSearch>;
export const trendsDefaults = { measure: "bad", by: "city", places: "city", assume: false } as const;
