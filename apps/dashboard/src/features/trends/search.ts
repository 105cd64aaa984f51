import { z } from "zod";
import { oneOf, text } from "../../lib/search-state.ts";

/** `?measure=bad&by=city&focus=330100`: which figure over time, compared along what, and which line is brought forward. */
export const trendsSearch = z.object({
  measure: oneOf(["good", "bad", "cases", "active"]),
  by: oneOf(["city", "domain"]),
  focus: text(),
  window: text(),
  from: text(),
});
export type TrendsSearch = z.infer<typeof trendsSearch>;
export const trendsDefaults = { measure: "good", by: "city" } as const;
