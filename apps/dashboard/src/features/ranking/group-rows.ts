import type { Cut, PlacedRow } from "./place-rows.ts";

/** What rows can be grouped by. */
export const groupings = ["city", "county", "domain", "level", "tier"] as const;
export type Grouping = (typeof groupings)[number];

export const groupKeyOf = (row: PlacedRow, by: Grouping): string =>
  (by === "city" ? row.city_code : by === "county" ? row.county_code : row[by]) ?? noKey;

/** The key of rows that have no value to be grouped by. */
export const noKey = "-";

/** A rank among those of the same group; undefined when it cannot be told. */
export interface GroupRank {
  readonly rank: number | undefined;
  readonly tied: boolean;
}

/**
 * The rank of each ranked row within its group, in the order of merit: one more than there are in the group with a better rank, so that
 * equal ranks stay equal (1, 2, 2, 4). It is of all rows of the year and honour, whatever is filtered or sorted. With `byTier`
 * ranks are those of a tier, and rows are counted within theirs. From rank `unlisted` on somebody is missing who may belong to the group,
 * so nothing is said. Rows without a value to be grouped by make no group and have no rank in it.
 */
export function groupRanks(
  rows: readonly PlacedRow[],
  by: Grouping,
  { byTier = false, unlisted = Number.POSITIVE_INFINITY }: { readonly byTier?: boolean; readonly unlisted?: number | undefined } = {},
): ReadonlyMap<string, GroupRank> {
  const members = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    if (row.rank === null || groupKeyOf(row, by) === noKey) continue;
    const key = `${byTier ? (row.tier ?? "") : ""} ${groupKeyOf(row, by)}`;
    const group = members.get(key);
    if (group === undefined) members.set(key, [row]);
    else group.push(row);
  }
  const ranks = new Map<string, GroupRank>();
  for (const group of members.values()) {
    const inOrder = group.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    let better = 0;
    for (const [index, row] of inOrder.entries()) {
      if (inOrder[better]?.rank !== row.rank) better = index;
      const tied = inOrder[index - 1]?.rank === row.rank || inOrder[index + 1]?.rank === row.rank;
      ranks.set(row.application_id, { rank: (row.rank ?? 0) < unlisted ? better + 1 : undefined, tied });
    }
  }
  return ranks;
}

/** Rows of one group in the order in which they are shown, with what stands in its head. */
export interface RowGroup<Item> {
  readonly key: string;
  readonly items: readonly Item[];
  readonly figures: GroupFigures;
}

export interface GroupFigures {
  readonly ranked: number;
  readonly vetoed: number;
  /** The best rank in the group; null without any. */
  readonly best: number | null;
  /** Of the totals of those who hold a rank, in hundredths, rounded once at the end; null without any. */
  readonly mean: number | null;
  readonly median: number | null;
  /** How many are inside each cut-off line. */
  readonly inside: readonly { readonly stage: string; readonly count: number }[];
}

/**
 * Puts rows together by group, each group in the order given. Groups follow their first row that holds a rank: in the order of merit the
 * one with the best rank leads. Those without any rank come last.
 */
export function groupRows<Item>(
  items: readonly Item[],
  rowOf: (item: Item) => PlacedRow,
  by: Grouping,
  cuts: readonly Cut[],
): readonly RowGroup<Item>[] {
  const members = new Map<string, Item[]>();
  const leading: string[] = [];
  const led = new Set<string>();
  for (const item of items) {
    const row = rowOf(item);
    const key = groupKeyOf(row, by);
    const group = members.get(key);
    if (group === undefined) members.set(key, [item]);
    else group.push(item);
    if (row.rank !== null && !led.has(key)) {
      led.add(key);
      leading.push(key);
    }
  }
  const keys = [...leading, ...[...members.keys()].filter((key) => !led.has(key))];
  return keys.map((key) => {
    const group = members.get(key) ?? [];
    return { key, items: group, figures: figuresOf(group.map(rowOf), cuts) };
  });
}

function figuresOf(rows: readonly PlacedRow[], cuts: readonly Cut[]): GroupFigures {
  const ranked = rows.filter(({ rank }) => rank !== null);
  return {
    ranked: ranked.length,
    vetoed: rows.filter(({ state }) => state === "vetoed").length,
    best: ranked.reduce<number | null>((best, { rank }) => (best === null || (rank ?? best) < best ? rank : best), null),
    mean: meanTotal(ranked),
    median: medianTotal(ranked),
    inside: cuts
      .filter(({ total }) => total !== null)
      .map(({ stage, size }) => ({ stage, count: ranked.filter(({ rank }) => (rank ?? 0) <= size).length })),
  };
}

type Total = Pick<PlacedRow, "total_num" | "total_den">;

/** The middle total, or the mean of the two in the middle. The quotients only find which rows they are of; their totals stay exact. */
function medianTotal(rows: readonly Total[]): number | null {
  const quotients = Float64Array.from(rows, ({ total_num, total_den }) => total_num / total_den);
  const sorted = quotients.slice().sort();
  const middle = rows.length / 2;
  const inMiddle = [...sorted.subarray(Math.ceil(middle) - 1, Math.floor(middle) + 1)];
  return meanTotal(inMiddle.flatMap((quotient) => rows[quotients.indexOf(quotient)] ?? []));
}

/** Exact until it is rounded to a hundredth, halves away from zero: the totals are ratios, and a sum of 100,000 is no safe integer. */
function meanTotal(rows: readonly Total[]): number | null {
  if (rows.length === 0) return null;
  const sums = new Map<number, bigint>();
  for (const { total_num, total_den } of rows) sums.set(total_den, (sums.get(total_den) ?? 0n) + BigInt(total_num));
  let [numerator, denominator] = [0n, 1n];
  for (const [den, sum] of sums) [numerator, denominator] = [numerator * BigInt(den) + sum * denominator, denominator * BigInt(den)];
  const divisor = denominator * BigInt(rows.length);
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = Number((size * 2n + divisor) / (divisor * 2n));
  return numerator < 0n && rounded !== 0 ? -rounded : rounded;
}
