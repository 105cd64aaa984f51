import type { Example } from "./example.ts";
import type { FactRecord, Facts, SheetEntry } from "./facts.ts";
import { comparePoints, formatPoints, hundredthsOf, type Points, points } from "./points.ts";
import { policiesInForce } from "./policy.ts";
import type { Honour, Item, Scheme } from "./scheme.ts";
import { scoreApplication } from "./score.ts";
import { isSheetItem } from "./sheets.ts";

type Given = Example["given"];
type GivenSheet = Pick<Given, "unmet" | "discretionary" | "scores" | "blank">;

/** One expectation of an example that did not come true. */
export interface Mismatch {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** Scores an example of a scheme and tells where the outcome differs from what it expects; empty when it holds. */
export function runExample(scheme: Scheme, honour: Honour, { given, expect }: Example): Mismatch[] {
  const score = scoreApplication(honour, factsOf(honour, given, scheme.year), policiesInForce(scheme, given.policies));
  const mismatches: Mismatch[] = [];
  const compare = (what: string, expected: Points, actual: Points | undefined) => {
    if (actual !== undefined && comparePoints(expected, actual) === 0) return;
    mismatches.push({ what, expected: formatPoints(expected), actual: actual === undefined ? "–" : formatPoints(actual) });
  };
  if (expect.total !== undefined) compare("total", exactly(expect.total), score.total);
  for (const [id, expected] of Object.entries(expect.items)) {
    compare(`items.${id}`, exactly(expected), score.items.find(({ item }) => item === id)?.points);
  }
  for (const [id, expected] of Object.entries(expect.vetoes)) {
    const actual = score.vetoes.find(({ rule }) => rule === id)?.state ?? "–";
    if (actual !== expected) mismatches.push({ what: `vetoes.${id}`, expected, actual });
  }
  if (expect.scored !== undefined && expect.scored !== score.scored) {
    mismatches.push({ what: "scored", expected: String(expect.scored), actual: String(score.scored) });
  }
  return mismatches;
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
    fields: {},
    entries: sheets.flatMap((sheet, place) => rubric.items.flatMap((item) => entriesOf(item, sheet, `G${place + 1}`))),
    records: Object.fromEntries(Object.entries(given.records).map(([kind, records]) => [kind, records.flatMap(expand(kind))])),
    reviews: null,
    selfScores: {},
  };
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
