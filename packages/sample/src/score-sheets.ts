import type { Nomination } from "./nominations.ts";
import type { Random } from "./random.ts";
import { personItems, type WindowItem, windowItems } from "./rubric-2023.ts";
import { qualityIn } from "./windows.ts";
import { isoDate } from "./years.ts";

/** Amounts are whole numbers of half points. */
export interface Minor {
  readonly halves: number;
  readonly reason: string;
}

/** One grader's sheet for one window: which clauses are not met, and at most one discretionary deduction an item. */
export interface WindowSheet {
  readonly grader: string;
  readonly applicationId: string;
  readonly scoredOn: string;
  readonly items: readonly { readonly unmet: readonly boolean[]; readonly minor: Minor | null }[];
}

/** One grader's sheet for one person: half points given for each item. */
export interface PersonSheet {
  readonly grader: string;
  readonly applicationId: string;
  readonly scoredOn: string;
  readonly given: readonly number[];
}

/** The seven graders; above 1 is strict, below 1 is mild. */
export const graders: readonly { readonly id: string; readonly strictness: number }[] = [
  { id: "G1", strictness: 1 },
  { id: "G2", strictness: 0.8 },
  { id: "G3", strictness: 1.25 },
  { id: "G4", strictness: 0.95 },
  { id: "G5", strictness: 1.45 },
  { id: "G6", strictness: 0.65 },
  { id: "G7", strictness: 1.1 },
];

/** Seven sheets of one window: what is wrong is wrong for all graders, but not all of them see it. */
export function drawWindowSheets(
  random: Random,
  nomination: Nomination,
  quality = qualityIn(nomination.window, nomination.year),
): WindowSheet[] {
  const weakness = 1 - quality;
  const truth = windowItems.map((item) => item.clauses.map(() => random.chance(0.006 + 0.15 * weakness)));
  return graders.map(({ id, strictness }) => ({
    grader: id,
    applicationId: nomination.applicationId,
    scoredOn: isoDate(nomination.year, 9, random.int(4, 22)),
    items: windowItems.map((item, index) => ({
      unmet: item.clauses.map((_, clause) =>
        truth[index]?.[clause] ? random.chance(Math.min(1, 0.72 + 0.2 * strictness)) : random.chance(0.02 * weakness * strictness),
      ),
      minor: random.chance((0.08 + 0.4 * weakness) * strictness) ? { halves: random.int(1, 3), reason: random.pick(item.minor) } : null,
    })),
  }));
}

/** Half points that a sheet takes off one item, never more than the item has. */
export function itemLoss(item: WindowItem, entry: WindowSheet["items"][number] | undefined): number {
  const fixed = (entry?.unmet.filter(Boolean).length ?? 0) * item.deduct * 2;
  return Math.min(item.max * 2, fixed + (entry?.minor?.halves ?? 0));
}

/** Half points that all sheets together take off. */
export const loss = (sheets: readonly WindowSheet[]): number =>
  sheets.reduce((sum, sheet) => sum + windowItems.reduce((of, item, index) => of + itemLoss(item, sheet.items[index]), 0), 0);

/** Changes discretionary deductions (and, if it must, clauses) until the sheets together take off exactly `wanted` half points. */
export function fitSheets(random: Random, sheets: readonly WindowSheet[], wanted: number): WindowSheet[] {
  let fitted = [...sheets];
  for (let round = 0; loss(fitted) !== wanted; round++) {
    if (round > 5000) throw new RangeError(`no sheets take off ${wanted} half points`);
    const sheet = random.int(0, fitted.length - 1);
    const index = random.int(0, windowItems.length - 1);
    fitted = replaceItem(fitted, sheet, index, (item, entry) => nudge(random, item, entry, wanted - loss(fitted)));
  }
  return fitted;
}

type Entry = WindowSheet["items"][number];

function nudge(random: Random, item: WindowItem, entry: Entry, missing: number): Entry {
  const halves = entry.minor?.halves ?? 0;
  if (missing < 0 && halves > 0) return { ...entry, minor: halves > 1 && entry.minor ? { ...entry.minor, halves: halves - 1 } : null };
  if (missing < 0) {
    const first = entry.unmet.indexOf(true);
    return missing <= -2 * item.deduct || random.chance(0.05)
      ? { ...entry, unmet: entry.unmet.map((unmet, clause) => unmet && clause !== first) }
      : entry;
  }
  if (halves >= 4 || itemLoss(item, entry) >= item.max * 2) return entry;
  return { ...entry, minor: { halves: halves + 1, reason: entry.minor?.reason ?? random.pick(item.minor) } };
}

/** A copy of the sheets in which one item of one sheet is another. */
export function replaceItem(
  sheets: readonly WindowSheet[],
  sheet: number,
  index: number,
  change: (item: WindowItem, entry: Entry) => Entry,
): WindowSheet[] {
  const item = windowItems[index];
  return sheets.map((one, at) =>
    at === sheet && item ? { ...one, items: one.items.map((entry, of) => (of === index ? change(item, entry) : entry)) } : one,
  );
}

/** Seven sheets of one person. */
export function drawPersonSheets(random: Random, nomination: Nomination): PersonSheet[] {
  const merit = qualityIn(nomination.window, nomination.year) * 0.5 + 0.35 + (nomination.person?.effect ?? 0);
  const levels = personItems.map(() => Math.min(0.99, 0.8 + 0.18 * merit + random.around(0, 0.02)));
  return graders.map(({ id, strictness }) => ({
    grader: id,
    applicationId: nomination.applicationId,
    scoredOn: isoDate(nomination.year, 9, random.int(4, 22)),
    given: personItems.map(({ max }, index) => {
      const level = (levels[index] ?? 0.9) - (strictness - 1) * 0.05 + random.around(0, 0.012);
      return Math.round(max * 2 * Math.min(1, Math.max(0.5, level)));
    }),
  }));
}
