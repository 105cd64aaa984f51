import { z } from "zod";
import { list, oneOf, text } from "../../lib/search-state.ts";

/** `?state=vetoed&rule=V2&who=nominated&open=W0421.V2`: which rules are shown and whose records are open. */
export const vetoesSearch = z.object({
  state: list(),
  rule: list(),
  city: list(),
  who: oneOf(["nominated", "all"]),
  /** Subject and rule whose records are shown. */
  open: text(),
});
export type VetoesSearch = z.infer<typeof vetoesSearch>;
export const vetoesDefaults = { state: [], rule: [], city: [], who: "nominated" as const };
