import { type Points, points } from "../points.ts";
import type { Ranked } from "../rank.ts";
import { type Contest, type Contestant, rankAnew } from "./contest.ts";

/**
 * What each part of a total brings each contestant, as whole numbers of one unit, so that totals under any weights are compared without
 * rounding. A contestant without a total has no row.
 */
export interface WeightTable {
  /** The items, in the rubric's order. The same weight for all of them changes no rank. */
  readonly parts: readonly string[];
  /** How many units make a hundredth of a point. */
  readonly unitsPerHundredth: number;
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

export function weightTable({ contestants }: Contest): WeightTable {
  const scored = contestants.filter(({ score }) => score.scored);
  const amounts = scored.map((contestant) => [contestant.id, partsOf(contestant)] as const);
  const units = amounts.flatMap(([, parts]) => parts.map(({ points }) => points.denominator)).reduce(leastCommonMultiple, 1);
  return {
    parts: amounts[0]?.[1].map(({ part }) => part) ?? [],
    unitsPerHundredth: units,
    rows: new Map(amounts.map(([id, parts]) => [id, parts.map(({ points }) => points.numerator * (units / points.denominator))])),
  };
}

function partsOf({ score }: Contestant): { readonly part: string; readonly points: Points }[] {
  return score.items.map(({ item, points }) => ({ part: item, points }));
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Parts of a weight of 100 per cent in which weights are given. */
export const wholeWeight = 10_000;

/** The ranking with each part weighed by ten-thousandths of what the scheme gives it, in the order of the parts. */
export function rankWeighted(contest: Contest, table: WeightTable, weights: readonly number[]): Ranked[] {
  return rankAnew(contest, ({ id }) => {
    const row = table.rows.get(id);
    if (row === undefined) return null;
    const total = row.reduce((sum, units, place) => sum + units * (weights[place] ?? wholeWeight), 0);
    return points(total, table.unitsPerHundredth * wholeWeight);
  });
}
