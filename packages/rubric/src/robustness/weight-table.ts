import type { Measured } from "../measure.ts";
import { points } from "../points.ts";
import type { Ranked } from "../rank.ts";
import { dividedBy, type Ratio, times } from "../ratio.ts";
import type { ItemScore } from "../score-result.ts";
import { type Contest, rankAnew } from "./contest.ts";

/**
 * What each part of a total brings each contestant, as whole numbers of one unit, so that totals under any weights are compared without
 * rounding. A contestant without a total has no row.
 */
export interface WeightTable {
  /**
   * The items in the rubric's order, by id; of an item composed by weights its parts, as `item/part`. The same weight for all of them
   * changes no rank.
   */
  readonly parts: readonly string[];
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly unitsPerHundredth: number;
  /** False when the amounts have no common unit that is coarse enough, so that they are rounded to the finest one. */
  readonly exact: boolean;
}

/** Units of a hundredth of a point beyond which sums under weights would leave exact integers. */
const finest = 100_000;

export function weightTable({ contestants }: Contest): WeightTable {
  const scored = contestants.filter(({ score }) => score.scored);
  const amounts = scored.map(({ id, score }) => [id, new Map(score.items.flatMap(partsOfItem))] as const);
  const parts = [...new Set(amounts.flatMap(([, brought]) => [...brought.keys()]))];
  const denominators = new Set(amounts.flatMap(([, brought]) => [...brought.values()].map(({ denominator }) => denominator)));
  let units = 1;
  for (const denominator of denominators) units = Math.min(leastCommonMultiple(units, denominator), finest + 1);
  const exact = units <= finest;
  const unitsPerHundredth = exact ? units : finest;
  const inUnits = (amount: Ratio | undefined) =>
    amount === undefined ? 0 : Math.round((amount.numerator / amount.denominator) * unitsPerHundredth);
  return {
    parts,
    rows: new Map(amounts.map(([id, brought]) => [id, parts.map((part) => inUnits(brought.get(part)))])),
    unitsPerHundredth,
    exact,
  };
}

/** Hundredths of a point by part. */
function partsOfItem({ item, points: amount, maxHundredths, measured }: ItemScore): [string, Ratio][] {
  if (measured === null || measured.parts.length === 0 || !isWeighed(measured)) return [[item, amount]];
  return weighedParts(measured, points(maxHundredths ?? 100)).map(([part, brought]) => [`${item}/${part}`, brought]);
}

function weighedParts(measured: Measured, worth: Ratio): [string, Ratio][] {
  return measured.parts.flatMap((part): [string, Ratio][] => {
    const partWorth = times(worth, part.weight);
    if (isWeighed(part)) return weighedParts(part, partWorth);
    return [[part.id, times(partWorth, part.share ?? points(0))]];
  });
}

/** Whether the parts of a measure have weights that could have been others. */
function isWeighed({ kind }: Measured): boolean {
  return kind === "composite" || kind === "places";
}

function leastCommonMultiple(a: number, b: number): number {
  return a * dividedBy(points(b), points(a)).numerator;
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

/** By how many units the first of two rows leads in each part: by more where more is better, by less in a composite of ranks. */
export function leadOf({ honour }: Contest, row: readonly number[], other: readonly number[]): number[] {
  const sign = honour.rubric.ranking.better === "lower" ? -1 : 1;
  return row.map((units, place) => sign * (units - (other[place] ?? 0)));
}
