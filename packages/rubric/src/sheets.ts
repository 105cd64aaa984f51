import { entryProblem } from "./entry-problem.ts";
import type { SheetEntry } from "./facts.ts";
import type { Reading } from "./item.ts";
import { type DeductionItem, type DeductionSettings, readDeductions } from "./mechanisms/deduction.ts";
import { type GradedItem, readGrade } from "./mechanisms/graded.ts";
import { hundredthsOf } from "./points.ts";
import type { Combination, Settings } from "./policy.ts";
import type { Item } from "./scheme.ts";
import type { SheetScore } from "./score-result.ts";

/** An item that graders score. */
export type SheetItem = DeductionItem | GradedItem;

export function isSheetItem(item: Item): item is SheetItem {
  return item.kind === "deduction" || item.kind === "graded";
}

/** One grader's sheet, read item by item, and its own total in hundredths (a blank cell takes nothing off and gives nothing). */
export interface Sheet {
  readonly grader: string;
  readonly readings: readonly Reading[];
  readonly hundredths: number;
  readonly missing: readonly string[];
}

/**
 * The sheets of all graders of one application, in the order of the graders' ids.
 *
 * @throws {RubricError} R201 when an entry names an item that graders do not score; see the mechanisms for the rest.
 */
export function readSheets(items: readonly SheetItem[], entries: readonly SheetEntry[], settings: DeductionSettings | null): Sheet[] {
  const placeOfItem = new Map(items.map((item, place) => [item.id, place]));
  const byGrader = new Map<string, SheetEntry[][]>();
  for (const entry of entries) {
    const place = placeOfItem.get(entry.item);
    if (place === undefined) throw entryProblem("R201", entry, "评委不评这一项目", "graders do not score such an item");
    const sheet = byGrader.get(entry.grader) ?? items.map(() => []);
    byGrader.set(entry.grader, sheet);
    sheet[place]?.push(entry);
  }
  return [...byGrader]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([grader, byItem]) => {
      const readings = items.map((item, place) => readItem(item, byItem[place] ?? [], settings));
      const starts = items.reduce((sum, item) => sum + (item.kind === "deduction" ? hundredthsOf(item.max) : 0), 0);
      const hundredths = readings.reduce((sum, { steps }) => steps.reduce((subtotal, step) => subtotal + step.hundredths, sum), starts);
      return { grader, readings, hundredths, missing: readings.flatMap((reading) => reading.missing) };
    });
}

function readItem(item: SheetItem, entries: readonly SheetEntry[], settings: DeductionSettings | null): Reading {
  if (item.kind === "graded") return readGrade(item, entries);
  if (settings === null) throw new TypeError(`item ${item.id} is scored by deductions, but the rubric has no rules for them`);
  return readDeductions(item, entries, settings);
}

/** Which sheets make the score: the complete ones, less those that the way of combining leaves out by their totals. */
export function keepSheets(
  sheets: readonly Sheet[],
  combination: Combination,
  incomplete: Settings["incomplete-sheet"],
): Map<Sheet, SheetScore["droppedBecause"]> {
  const dropped = new Map<Sheet, SheetScore["droppedBecause"]>(
    sheets.map((sheet) => [sheet, sheet.missing.length > 0 ? "incomplete" : null]),
  );
  const complete = sheets.filter((sheet) => sheet.missing.length === 0);
  if (incomplete === "wait" && complete.length < sheets.length) return new Map(sheets.map((sheet) => [sheet, "incomplete"]));
  const byTotal = [...complete].sort((a, b) => a.hundredths - b.hundredths || (a.grader < b.grader ? -1 : 1));
  const leave = leftOutEachSide(byTotal.length, combination);
  const because = combination.method === "median" ? "not_median" : "trimmed";
  byTotal.forEach((sheet, place) => {
    if (place < leave || place >= byTotal.length - leave) dropped.set(sheet, because);
  });
  return dropped;
}

/** How many of the lowest, and of the highest, sheets are left out; at least one sheet always stays. */
function leftOutEachSide(complete: number, combination: Combination): number {
  const most = Math.max(0, Math.floor((complete - 1) / 2));
  if (combination.method === "mean") return 0;
  return combination.method === "median" ? most : Math.min(combination.eachSide, most);
}
