import { z } from "zod";
import { oneOf, text } from "../../lib/search-state.ts";

/** What a list of steps may be asked for, in the order in which they need somebody. */
export const listedStates = ["overdue", "late", "pending", "unknown"] as const;
export type ListedState = (typeof listedStates)[number];

/**
 * `?rule=fenghua-2022&days=working&city=330100&domain=housing&channel=大厅&month=2023-04&step=call-back&state=late`: whose rule is applied,
 * which days it counts, which bad reviews are looked at, and which of their steps are listed.
 */
export const reviewsSearch = z.object({
  /** A scheme, or `none`; without one, the rule of the year's own scheme, else of the only other one that has one. */
  rule: text(),
  /** An option of the policy that says which days a deadline counts. */
  days: text(),
  city: text(),
  domain: text(),
  channel: text(),
  month: text(),
  step: text(),
  state: oneOf(listedStates),
});
export type ReviewsSearch = z.infer<typeof reviewsSearch>;
export const reviewsDefaults = { state: "overdue" as const };
