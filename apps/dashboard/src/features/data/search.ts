import { z } from "zod";
import { list, oneOf, text } from "../../lib/search-state.ts";

/** `?file=3f2a…&code=D206&city=330100&month=2023-04&check=window_is_placed`: which file is open, what of the quarantine, coverage and checks is shown. */
export const dataSearch = z.object({
  /** A version of a document; it narrows the quarantine too. */
  file: text(),
  versions: oneOf(["now", "all"]),
  code: list(),
  severity: oneOf(["all", "rejected", "warning"]),
  city: text(),
  month: text(),
  check: text(),
});
export type DataSearch = z.infer<typeof dataSearch>;
export const dataDefaults = { versions: "now" as const, code: [], severity: "all" as const };
