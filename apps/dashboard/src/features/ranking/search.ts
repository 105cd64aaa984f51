import { z } from "zod";
import { list, text } from "../../lib/search-state.ts";

/** `?city=330100,330200&state=vetoed&q=公积金&sort=-total,name`: what is shown of the ranking and in which order. */
export const rankingSearch = z.object({
  city: list(),
  county: list(),
  domain: list(),
  level: list(),
  state: list(),
  q: text(),
  sort: text(),
  /** What rows are grouped by, and the groups that are closed. */
  group: text(),
  closed: list(),
  /** Columns switched on or off against what is shown at first. */
  columns: list(),
  /** Columns that stand before the others, in this order. */
  cols: list(),
  /** The last column that stays in sight, or `none`. */
  frozen: text(),
  /** Widths set by hand: `name:300`. */
  w: list(),
  /** Subjects chosen to be held side by side. */
  pick: list(),
});
export type RankingSearch = z.infer<typeof rankingSearch>;
export const rankingDefaults = {
  city: [],
  county: [],
  domain: [],
  level: [],
  state: [],
  columns: [],
  cols: [],
  w: [],
  closed: [],
  pick: [],
};
