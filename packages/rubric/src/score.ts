import type { Facts } from "./facts.ts";
import type { Step } from "./item.ts";
import { bonusLines } from "./mechanisms/bonus.ts";
import { deductionSettings } from "./mechanisms/deduction.ts";
import { hundredthsOf, type Points, points, sumPoints, zeroPoints } from "./points.ts";
import { type Policies, settle } from "./policy.ts";
import type { Honour } from "./scheme.ts";
import type { ItemScore, Line, Score, SheetScore } from "./score-result.ts";
import { keepSheets, readSheets, type Sheet, type SheetItem } from "./sheets.ts";
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
  const sheetItems = rubric.items.filter((item) => item.kind !== "bonus");
  const settings = rubric.deductions === undefined ? null : deductionSettings(rubric.deductions, policies);
  const sheets = readSheets(sheetItems, facts.entries, settings);
  const dropped = keepSheets(
    sheets,
    settle(policies, "combination", rubric.sheets.combined),
    settle(policies, "incomplete-sheet", rubric.sheets.incomplete),
  );
  const kept = sheets.filter((sheet) => dropped.get(sheet) === null);

  const items = rubric.items.map((item): ItemScore => {
    const lines = item.kind === "bonus" ? bonusLines(item, facts, policies) : sheetLines(item, sheetItems.indexOf(item), kept);
    return { item: item.id, maxHundredths: hundredthsOf(item.max), points: sumPoints(lines.map((line) => line.points)), lines };
  });
  const sum = (bonus: boolean): Points =>
    sumPoints(items.filter((_, place) => (rubric.items[place]?.kind === "bonus") === bonus).map((item) => item.points));
  const [base, bonus] = [sum(false), sum(true)];
  return {
    total: sumPoints([base, bonus]),
    base,
    bonus,
    items,
    sheets: sheets.map((sheet) => sheetScore(sheet, dropped.get(sheet) ?? null)),
    vetoes: findVetoes(honour, facts, policies),
    scored: kept.length > 0,
  };
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
