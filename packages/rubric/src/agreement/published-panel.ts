import type { EligibilityVerdict } from "../eligibility.ts";
import type { SheetEntry } from "../facts.ts";
import { deductionSettings } from "../mechanisms/deduction.ts";
import { addPoints, type Points, points, zeroPoints } from "../points.ts";
import { type Policies, settle } from "../policy.ts";
import type { RankState } from "../rank.ts";
import { type Contest, type Contestant, rankAnew, totalOf } from "../robustness/contest.ts";
import type { Honour } from "../scheme.ts";
import type { SheetScore, VetoResult } from "../score-result.ts";
import { isSheetItem, keepSheets, readSheets } from "../sheets.ts";
import type { PanelRatings } from "./panel-agreement.ts";
import { type RatedApplication, type Ratings, ratingsOf } from "./ratings.ts";

/** One grader's sheet of one application as it is published beside the results: its own total, what is blank in it, whether it counts. */
export interface PanelSheet {
  readonly application: string;
  readonly grader: string;
  readonly hundredths: number;
  readonly missing: readonly string[];
  readonly droppedBecause: SheetScore["droppedBecause"];
}

/** One row of a sheet without the words in it: those were looked at when it was evaluated, and are not published with its figures. */
export type PanelEntry = Pick<SheetEntry, "grader" | "item" | "clause" | "kind" | "hundredths" | "origin"> & {
  readonly application: string;
};

/** What is published of a result, as far as a ranking needs it. */
export interface PanelResult {
  readonly application: string;
  readonly subject: string;
  readonly state: RankState;
  readonly rank: number | null;
  /** Null while it has none. */
  readonly total: Points | null;
  readonly countedBad: number;
  readonly reviews: { readonly good: number; readonly active: number } | null;
}

/** The totals of the sheets in points, subjects and graders in order; a sheet with a blank has none (as `ratingsOf` by total). */
export function ratingsOfSheets(sheets: readonly PanelSheet[]): Ratings {
  const subjects = [...new Set(sheets.map(({ application }) => application))].sort();
  const graders = [...new Set(sheets.map(({ grader }) => grader))].sort();
  const given = new Map(sheets.map((sheet) => [keyOf(sheet), sheet.missing.length > 0 ? null : sheet.hundredths / 100] as const));
  return {
    subjects,
    graders,
    values: subjects.map((application) => graders.map((grader) => given.get(keyOf({ application, grader })) ?? null)),
  };
}

const keyOf = ({ application, grader }: Pick<PanelSheet, "application" | "grader">) => `${application}\u0000${grader}`;

/** The rows of sheets by application, as the mechanisms read them. A discretionary row has its place where its reason and evidence stood. */
function rated(entries: readonly PanelEntry[]): RatedApplication[] {
  const byApplication = new Map<string, SheetEntry[]>();
  for (const { application, ...entry } of entries) {
    const stands = entry.kind === "discretionary" ? (entry.origin?.cell ?? "–") : null;
    const rows = byApplication.get(application) ?? [];
    byApplication.set(application, rows);
    rows.push({ ...entry, reason: stands, evidence: stands });
  }
  return [...byApplication].map(([id, rows]) => ({ id, facts: { entries: rows } }));
}

/**
 * The sheets that rows make, each with whether it would be kept under the policies: for a round that made no result.
 *
 * @throws {RubricError} R201–R205, R214 when a row does not fit the rubric.
 */
export function sheetsOfEntries(honour: Honour, entries: readonly PanelEntry[], policies: Policies): PanelSheet[] {
  const { deductions, items, sheets: rules } = honour.rubric;
  if (rules === undefined) return [];
  const settings = deductions === undefined ? null : deductionSettings(deductions, policies);
  const combination = settle(policies, "combination", rules.combined);
  const incomplete = settle(policies, "incomplete-sheet", rules.incomplete);
  return rated(entries).flatMap(({ id, facts }) =>
    [...keepSheets(readSheets(items.filter(isSheetItem), facts.entries, settings), combination, incomplete)].map(
      ([{ grader, hundredths, missing }, droppedBecause]): PanelSheet => ({ application: id, grader, hundredths, missing, droppedBecause }),
    ),
  );
}

/**
 * What is compared of a published panel; items and clauses only where rows are published.
 *
 * @throws {RubricError} R201–R205, R214 when a row does not fit the rubric.
 */
export function panelRatings(
  honour: Honour,
  sheets: readonly PanelSheet[],
  entries: readonly PanelEntry[],
  policies: Policies,
): PanelRatings {
  const total = ratingsOfSheets(sheets);
  if (entries.length === 0) return { total, clauses: null, items: [] };
  const applications = rated(entries);
  return {
    total,
    clauses: ratingsOf(honour, applications, policies, { by: "clause" }),
    items: honour.rubric.items.filter(isSheetItem).map(({ id }) => {
      return { item: id, ratings: ratingsOf(honour, applications, policies, { by: "item", item: id }) };
    }),
  };
}

/**
 * The contest that published results stand for, for asking what else could have been; vetoes and eligibility are those that were found.
 * Null when it does not give the published ranks again (where ranks are taken within a field that is not published): then nothing may
 * be asked of it.
 */
export function contestOfResults(
  honour: Honour,
  policies: Policies,
  results: readonly PanelResult[],
  sheets: readonly PanelSheet[],
): Contest | null {
  const sheetsOf = new Map<string, PanelSheet[]>();
  for (const sheet of sheets) sheetsOf.set(sheet.application, [...(sheetsOf.get(sheet.application) ?? []), sheet]);
  const contestants = results
    .toSorted((a, b) => (a.application < b.application ? -1 : 1))
    .map((result) => contestantOf(honour, result, sheetsOf.get(result.application) ?? []));
  const contest: Contest = { honour, policies, contestants, ranked: [] };
  const ranked = rankAnew(contest, totalOf);
  const published = new Map(results.map(({ application, state, rank }) => [application, { state, rank }]));
  const same = ranked.every(({ id, state, rank }) => published.get(id)?.state === state && published.get(id)?.rank === rank);
  return same ? { ...contest, ranked } : null;
}

function contestantOf(honour: Honour, result: PanelResult, sheets: readonly PanelSheet[]): Contestant {
  const { application, subject, state, total, countedBad, reviews } = result;
  const { countedRecords = "", source } = honour.rubric.ranking;
  const veto: VetoResult = {
    rule: countedRecords,
    state: state === "vetoed" ? "vetoed" : "clear",
    threshold: 0,
    counted: countedBad,
    undecided: 0,
    excluded: 0,
    records: [],
    source,
  };
  const verdict: EligibilityVerdict = state === "undecided" || state === "ineligible" || state === "not_applied" ? state : "eligible";
  const kept = sheets.filter(({ droppedBecause }) => droppedBecause === null).map(({ hundredths }) => hundredths);
  const taken = kept.length === 0 ? zeroPoints : points(-kept.reduce((sum, hundredths) => sum + hundredths, 0), kept.length);
  const known = total ?? zeroPoints;
  return {
    id: application,
    sheets,
    rest: addPoints(known, taken),
    facts: { subjectId: subject, year: 0, asOf: "", entries: [], fields: {}, records: {}, reviews, selfScores: {} },
    eligibility: { verdict, rules: [] },
    score: {
      total: known,
      base: zeroPoints,
      bonus: zeroPoints,
      items: [],
      sheets: [],
      vetoes: [veto],
      scored: total !== null,
      missing: [],
      grade: null,
      passed: null,
    },
  };
}
