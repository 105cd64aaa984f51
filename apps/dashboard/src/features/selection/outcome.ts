import { comparePoints, type Points, points, toHundredths, zeroPoints } from "@mingchuang/rubric/points";
import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";

/**
 * `tied`: shares the last places, the committee decides · `waiting`: a veto or a condition is undecided · `earlier`: did not come through
 * the stage before · `barred`: takes no part.
 */
export const outcomes = ["in", "tied", "waiting", "out", "barred", "earlier"] as const;
export type Outcome = (typeof outcomes)[number];

export function outcomeOf({ outcome, bar }: Pick<VerdictRow, "outcome" | "bar">): Outcome {
  if (outcome === "in") return "in";
  if (outcome === "open") return "tied";
  if (bar === "undecided") return "waiting";
  if (bar === "not-passed") return "earlier";
  return bar === null ? "out" : "barred";
}

/** How many of each outcome there are among the rows of a stage. */
export function countOutcomes(rows: readonly VerdictRow[]): Readonly<Record<Outcome, number>> {
  const counts = { in: 0, tied: 0, waiting: 0, out: 0, barred: 0, earlier: 0 };
  for (const row of rows) counts[outcomeOf(row)] += 1;
  return counts;
}

/** Applications named in a cell of the data, `, ` between them. */
export function idsIn(text: string | null): readonly string[] {
  return text === null ? [] : text.split(", ");
}

/** How far the total of those before somebody is above theirs; null where that is not what decided. Totals that are ranks differ downwards. */
function gapOf({ behind_num: num, behind_den: den }: VerdictRow): Points | null {
  return num === null || den === null ? null : points(Math.abs(num), den);
}

/** `1.21`; a difference that is there but rounds to nothing is not shown as none. */
export function gapText(gap: Points): string {
  const hundredths = toHundredths(gap);
  if (hundredths === 0 && comparePoints(gap, zeroPoints) > 0) return "< 0.01";
  return (hundredths / 100).toFixed(2);
}

/** Somebody who is out, and how much more would bring them level with the last of those before them. */
export interface Chase {
  readonly row: VerdictRow;
  readonly gap: Points;
  readonly ahead: readonly VerdictRow[];
}

/** Everybody who is out by points, the nearest to a place first; those at the same distance in the order of the rows. */
export function chases(rows: readonly VerdictRow[]): readonly Chase[] {
  const byId = new Map(rows.map((row) => [row.application_id, row]));
  return rows
    .flatMap((row): Chase[] => {
      const gap = gapOf(row);
      const ahead = idsIn(row.behind).flatMap((id) => byId.get(id) ?? []);
      return gap === null || row.outcome !== "out" ? [] : [{ row, gap, ahead }];
    })
    .sort((a, b) => comparePoints(a.gap, b.gap));
}

/** For each of those who are in and stand last before somebody: the nearest behind them. */
export function pursuers(nearest: readonly Chase[]): ReadonlyMap<string, Chase> {
  const found = new Map<string, Chase>();
  for (const chase of nearest) for (const { application_id: id } of chase.ahead) if (!found.has(id)) found.set(id, chase);
  return found;
}
