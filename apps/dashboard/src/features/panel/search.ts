import { z } from "zod";
import { oneOf, text } from "../../lib/search-state.ts";

/** `?round=onsite&item=conduct&grader=G03&application=A-7&order=spread`: which sheets are compared, by what, and what is singled out. */
export const panelSearch = z.object({
  /** Absent: the round that made the results. */
  round: text(),
  /** An item of the rubric; absent: the totals of the sheets. */
  item: text(),
  grader: text(),
  /** With a grader the one sheet whose deviation is looked into. */
  application: text(),
  order: oneOf(["rank", "spread"]),
});
export type PanelSearch = z.infer<typeof panelSearch>;
export const panelDefaults = { order: "rank" } as const;
