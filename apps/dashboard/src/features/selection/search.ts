import { z } from "zod";
import { list, text } from "../../lib/search-state.ts";

/** Which stage of the selection, which nominees are shown, and what the committee decided by hand. */
export const selectionSearch = z.object({
  stage: text(),
  outcome: list(),
  city: text(),
  /** The application that is pointed out. */
  who: text(),
  /** Decisions by hand with their reasons, as `formatMarks` writes them. */
  hand: text(),
});
export type SelectionSearch = z.infer<typeof selectionSearch>;
export const selectionDefaults = { outcome: [] };
