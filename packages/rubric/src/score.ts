import type { Facts } from "./facts.ts";
import type { Step } from "./item.ts";
import { type Measured, missingParts } from "./measure.ts";
import { measuredLines } from "./measured-lines.ts";
import { bonusLines } from "./mechanisms/bonus.ts";
import { readMeasure } from "./mechanisms/composite.ts";
import { deductionSettings } from "./mechanisms/deduction.ts";
import { readRanks } from "./mechanisms/ranks.ts";
import { gradeOf, hasPassed } from "./outcome.ts";
import { hundredthsOf, type Points, points, sumPoints, zeroPoints } from "./points.ts";
import { type Policies, settle } from "./policy.ts";
import type { Honour, Item, Rubric } from "./scheme.ts";
import type { ItemScore, Line, Score, SheetScore } from "./score-result.ts";
import { isSheetItem, keepSheets, readSheets, type Sheet, type SheetItem } from "./sheets.ts";
import { findVetoes } from "./veto.ts";

/**
 * Scores one application under one honour's rubric.
 *
 * Every point of `total` belongs to a line that names its clause, so that a page can answer "why 87?" without computing anything
 * again. Each kept sheet has the same share of every step, so the lines of an item add up to it exactly. A veto never changes the
 * total: it decides whether the total may be ranked.
 *
 * @throws {RubricError} R201–R207, R214 when the facts do not fit the rubric.
 */
export function scoreApplication(honour: Honour, facts: Facts, policies: Policies): Score {
  const { rubric } = honour;
  const sheetItems = rubric.items.filter(isSheetItem);
  const sheets = sheetItems.length === 0 ? noSheets : sheetsOf(rubric, sheetItems, facts, policies);
  const kept = sheets.all.filter((sheet) => sheets.dropped.get(sheet) === null);

  const items = rubric.items.map((item): ItemScore => {
    const maxHundredths = item.kind === "ranks" ? null : hundredthsOf(item.max);
    const measured = measuredOf(item, facts, policies);
    const lines = isSheetItem(item)
      ? sheetLines(item, sheetItems.indexOf(item), kept)
      : item.kind === "bonus"
        ? bonusLines(item, facts, policies)
        : measured === null
          ? []
          : measuredLines(item.id, maxHundredths ?? 100, measured);
    return { item: item.id, maxHundredths, points: sumPoints(lines.map((line) => line.points)), lines, measured };
  });
  const sum = (bonus: boolean): Points =>
    sumPoints(items.filter((_, place) => (rubric.items[place]?.kind === "bonus") === bonus).map((item) => item.points));
  const [base, bonus] = [sum(false), sum(true)];
  const total = sumPoints([base, bonus]);
  const missing = items.flatMap(({ item, measured }) => (measured === null ? [] : missingParts(measured).map((id) => `${item}/${id}`)));
  const scored = (sheetItems.length === 0 || kept.length > 0) && missing.length === 0;
  return {
    total,
    base,
    bonus,
    items,
    sheets: sheets.all.map((sheet) => sheetScore(sheet, sheets.dropped.get(sheet) ?? null)),
    vetoes: findVetoes(honour, facts, policies),
    scored,
    missing,
    grade: scored ? gradeOf(rubric, total, policies) : null,
    passed: hasPassed(
      rubric,
      total,
      items.map(({ measured }) => measured).filter((each) => each !== null),
      policies,
    ),
  };
}

interface Sheets {
  readonly all: readonly Sheet[];
  readonly dropped: ReadonlyMap<Sheet, SheetScore["droppedBecause"]>;
}

const noSheets: Sheets = { all: [], dropped: new Map() };

function sheetsOf({ sheets, deductions }: Rubric, items: readonly SheetItem[], facts: Facts, policies: Policies): Sheets {
  if (sheets === undefined) throw new TypeError("the rubric has items for graders, but does not say how their sheets are combined");
  const settings = deductions === undefined ? null : deductionSettings(deductions, policies);
  const all = readSheets(items, facts.entries, settings);
  const combination = settle(policies, "combination", sheets.combined);
  return { all, dropped: keepSheets(all, combination, settle(policies, "incomplete-sheet", sheets.incomplete)) };
}

/** What an item that is measured from records comes to; null for the others, and for ranks that are not about the subject. */
function measuredOf(item: Item, facts: Facts, policies: Policies): Measured | null {
  if (isSheetItem(item) || item.kind === "bonus") return null;
  return item.kind === "ranks" ? readRanks(item, facts, policies) : readMeasure(item, facts, policies);
}

/** The lines of one item: what it starts from, then the steps of all kept sheets, clause by clause, each with its share. */
function sheetLines(item: SheetItem, place: number, kept: readonly Sheet[]): Line[] {
  if (kept.length === 0) return [];
  const steps = kept.flatMap(({ grader, readings }) => (readings[place]?.steps ?? []).map((step) => ({ grader, step })));
  steps.sort((a, b) => a.step.place - b.step.place);
  const lines = steps.map(({ grader, step }) => stepLine(item.id, grader, step, kept.length));
  return item.kind === "deduction" ? [startLine(item), ...lines] : lines;
}

function startLine(item: SheetItem): Line {
  return {
    item: item.id,
    clause: null,
    kind: "max",
    points: points(hundredthsOf(item.max)),
    askedHundredths: null,
    grader: null,
    reason: null,
    evidence: null,
    recordId: null,
    source: item.source,
    origin: null,
  };
}

function stepLine(item: string, grader: string, step: Step, kept: number): Line {
  return {
    item,
    clause: step.clause,
    kind: step.kind,
    points: step.hundredths === 0 ? zeroPoints : points(step.hundredths, kept),
    askedHundredths: step.entry?.hundredths ?? null,
    grader,
    reason: step.entry?.reason ?? null,
    evidence: step.entry?.evidence ?? null,
    recordId: null,
    source: step.source,
    origin: step.entry?.origin ?? null,
  };
}

function sheetScore(sheet: Sheet, droppedBecause: SheetScore["droppedBecause"]): SheetScore {
  const { grader, missing } = sheet;
  return { grader, points: points(sheet.hundredths), missing, kept: droppedBecause === null, droppedBecause };
}
