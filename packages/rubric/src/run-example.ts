import { type Assessed, assessAll } from "./assess.ts";
import type { Example } from "./example.ts";
import type { FactRecord, Facts, SheetEntry } from "./facts.ts";
import { type Measured, measuresOf } from "./measure.ts";
import { comparePoints, formatHundredths, formatPoints, hundredthsOf, type Points, points, roundRatio } from "./points.ts";
import { policiesInForce } from "./policy.ts";
import type { Honour, Item, Scheme } from "./scheme.ts";
import { isSheetItem } from "./sheets.ts";

type Given = Example["given"];
type GivenSheet = Pick<Given, "unmet" | "discretionary" | "scores" | "blank">;

/** One expectation of an example that did not come true. */
export interface Mismatch {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** What an example's honour makes of its subject, with the other applications beside it. */
export function assessExample(scheme: Scheme, honour: Honour, { given }: Example): Assessed {
  const facts = [factsOf(honour, given, scheme.year), ...given.others.map((other, n) => otherFacts(other, given, scheme.year, n))];
  const [assessed] = assessAll(honour, facts, policiesInForce(scheme, given.policies));
  if (assessed === undefined) throw new TypeError("assessing the facts of an example gave nothing");
  return assessed;
}

/** Scores an example of a scheme and tells where the outcome differs from what it expects; empty when it holds. */
export function runExample(scheme: Scheme, honour: Honour, example: Example): Mismatch[] {
  const { expect } = example;
  const { score, eligibility } = assessExample(scheme, honour, example);
  const mismatches: Mismatch[] = [];
  const compare = (what: string, expected: Points, actual: Points | undefined) => {
    if (actual !== undefined && comparePoints(expected, actual) === 0) return;
    mismatches.push({ what, expected: formatPoints(expected), actual: actual === undefined ? "–" : formatPoints(actual) });
  };
  if (expect.total !== undefined) compare("total", exactly(expect.total), score.total);
  for (const [id, expected] of Object.entries(expect.items)) {
    compare(`items.${id}`, exactly(expected), score.items.find(({ item }) => item === id)?.points);
  }
  const differ = (what: string, expected: unknown, actual: unknown) => {
    if (expected !== undefined && expected !== actual) mismatches.push({ what, expected: String(expected), actual: String(actual ?? "–") });
  };
  for (const [id, expected] of Object.entries(expect.vetoes)) {
    differ(`vetoes.${id}`, expected, score.vetoes.find(({ rule }) => rule === id)?.state);
  }
  const measured = score.items.flatMap((item) => (item.measured === null ? [] : measuresOf(item.measured)));
  for (const [id, expected] of Object.entries(expect.values)) {
    differ(`values.${id}`, expected, printValue(measured.find((measure) => measure.id === id)));
  }
  for (const [id, marks] of Object.entries(expect.marks)) {
    const actual = measured.find((measure) => measure.id === id)?.marks;
    for (const mark of ["target", "floor", "stretch"] as const) differ(`marks.${id}.${mark}`, marks[mark], actual?.[mark]);
  }
  for (const [id, expected] of Object.entries(expect.eligibility)) {
    differ(`eligibility.${id}`, expected, eligibility.rules.find(({ rule }) => rule === id)?.state);
  }
  differ("verdict", expect.verdict, eligibility.verdict);
  differ("grade", expect.grade, score.grade);
  differ("passed", expect.passed, score.passed);
  differ("scored", expect.scored, score.scored);
  return mismatches;
}

/** A value as it is printed, halves away from zero: 99.98. */
function printValue(measured: Measured | undefined): string | undefined {
  const value = measured?.value ?? null;
  return value === null ? undefined : formatHundredths(roundRatio(value.numerator, value.denominator, 100));
}

function exactly(figure: number | string): Points {
  const [numerator = 0, denominator = 1] = String(figure).split("/").map(Number);
  return points(hundredthsOf(numerator), denominator);
}

function factsOf({ rubric }: Honour, given: Given, schemeYear: number): Facts {
  const year = given.year ?? schemeYear;
  const sheets: readonly GivenSheet[] = given.graders ?? [given];
  return {
    subjectId: "example",
    year,
    asOf: given.asOf ?? `${year}-12-31`,
    fields: given.fields,
    entries: sheets.flatMap((sheet, place) => rubric.items.flatMap((item) => entriesOf(item, sheet, `G${place + 1}`))),
    records: recordsOf(given.records),
    reviews: null,
    selfScores: {},
  };
}

function otherFacts({ fields, records }: Given["others"][number], given: Given, schemeYear: number, place: number): Facts {
  const year = given.year ?? schemeYear;
  const asOf = given.asOf ?? `${year}-12-31`;
  const subjectId = `other-${place + 1}`;
  return { subjectId, year, asOf, fields, entries: [], records: recordsOf(records), reviews: null, selfScores: {} };
}

function recordsOf(records: Given["records"]): Facts["records"] {
  return Object.fromEntries(Object.entries(records).map(([kind, given]) => [kind, given.flatMap(expand(kind))]));
}

function entriesOf(item: Item, sheet: GivenSheet, grader: string): SheetEntry[] {
  const blank = (id: string) => sheet.blank?.includes(id) === true;
  const entry = { grader, item: item.id, reason: null, evidence: null, origin: null };
  if (!isSheetItem(item)) return [];
  if (item.kind === "graded") {
    const given = sheet.scores?.[item.id] ?? item.max;
    return [{ ...entry, clause: null, kind: "graded", hundredths: blank(item.id) ? null : hundredthsOf(given) }];
  }
  const fixed = item.clauses.map(({ id, deduct }): SheetEntry => {
    const taken = sheet.unmet?.includes(id) === true ? hundredthsOf(deduct) : 0;
    return { ...entry, clause: id, kind: "fixed", hundredths: blank(id) ? null : taken };
  });
  const discretionary = (sheet.discretionary ?? [])
    .filter((deduction) => deduction.item === item.id)
    .map((deduction): SheetEntry => {
      const hundredths = hundredthsOf(deduction.points);
      return { ...entry, clause: null, kind: "discretionary", hundredths, reason: "示例", evidence: "示例" };
    });
  return [...fixed, ...discretionary];
}

function expand(kind: string) {
  return ({ times, on, ...fields }: Given["records"][string][number], place: number): FactRecord[] =>
    Array.from({ length: times }, (_, repeat) => ({ id: `${kind}-${place + 1}-${repeat + 1}`, kind, on, fields, origin: null }));
}
