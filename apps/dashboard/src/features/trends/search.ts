import { z } from "zod";
import { oneOf, text } from "../../lib/search-state.ts";

/** `?measure=good&by=city&focus=330100&window=W0049`: which figure over time, along what, which line in front, which window below. */
export const trendsSearch = z.object({
  measure: oneOf(["bad", "good", "cases", "active"]),
  by: oneOf(["city", "domain"]),
  focus: text(),
  places: oneOf(["city", "subject"]),
  window: text(),
});
export type TrendsSearch = z.infer<typeof trendsSearch>;
export const trendsDefaults = { measure: "bad", by: "city", places: "city" } as const;
