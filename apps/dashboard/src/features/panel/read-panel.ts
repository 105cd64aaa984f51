import { type AdjustedTotal, adjustedTotals } from "@mingchuang/rubric/agreement/adjusted-totals";
import { type Agreement, agreementOf } from "@mingchuang/rubric/agreement/panel-agreement";
import {
  contestOfResults,
  type PanelEntry,
  type PanelResult,
  type PanelSheet,
  panelRatings,
  sheetsOfEntries,
} from "@mingchuang/rubric/agreement/published-panel";
import type { Ratings } from "@mingchuang/rubric/agreement/ratings";
import { points } from "@mingchuang/rubric/points";
import { type Policies, policiesInForce } from "@mingchuang/rubric/policy";
import type { Honour, SchemeFile } from "@mingchuang/rubric/scheme";
import type { PanelEntryRow, PanelResultRow, PanelSheetRow, PanelTerms } from "@mingchuang/warehouse/queries/panel";

/** What the published file has of the graders of one year and honour. */
export interface PanelRows {
  readonly results: readonly PanelResultRow[];
  readonly sheets: readonly PanelSheetRow[];
  readonly entries: readonly PanelEntryRow[];
  readonly terms: PanelTerms;
}

/** The graders of one round, compared. */
export interface Panel {
  readonly round: string;
  /** The rounds that have sheets, and the one that made the results. */
  readonly rounds: readonly string[];
  readonly counts: boolean;
  readonly policies: Policies;
  readonly results: readonly PanelResultRow[];
  readonly sheets: readonly PanelSheet[];
  readonly entries: readonly PanelEntry[];
  readonly agreement: Agreement;
  readonly items: readonly { readonly item: string; readonly ratings: Ratings }[];
  /** Null where the round made no result, or the published results do not give their ranks again. */
  readonly adjusted: readonly AdjustedTotal[] | null;
}

/**
 * Reads the rows and reckons everything the page shows, by the engine.
 *
 * @throws {RubricError} R201–R206, R214 when the sheets of a round that made no result do not fit the rubric.
 */
export function readPanel(scheme: Partial<SchemeFile>, honour: Honour, rows: PanelRows, chosen: string | undefined): Panel {
  const made = rows.terms.round ?? "initial";
  const rounds = [...new Set([made, ...rows.entries.map(({ round }) => round)])].sort();
  const round = chosen !== undefined && rounds.includes(chosen) ? chosen : made;
  const { policies: stated = [], calendar = [] } = scheme;
  const policies = policiesInForce({ policies: stated, calendar }, rows.terms.choices);
  const entries = rows.entries.filter((entry) => entry.round === round).map(entryOf);
  const counts = round === made;
  const sheets = counts ? rows.sheets.flatMap(sheetOf) : sheetsOfEntries(honour, entries, policies);
  const ratings = panelRatings(honour, sheets, entries, policies);
  const contest = counts ? contestOfResults(honour, policies, rows.results.map(resultOf), sheets) : null;
  return {
    round,
    rounds,
    counts,
    policies,
    results: rows.results,
    sheets,
    entries,
    agreement: agreementOf(ratings),
    items: ratings.items,
    adjusted: contest === null ? null : adjustedTotals(contest, ratings.total),
  };
}

function sheetOf({ application_id, grader_id, points_c, dropped_because, missing }: PanelSheetRow): PanelSheet[] {
  if (grader_id === null) return [];
  const blanks = (missing ?? "").split(", ").filter((place) => place !== "");
  return [{ application: application_id, grader: grader_id, hundredths: points_c, missing: blanks, droppedBecause: dropped_because }];
}

function entryOf({ applicationId, grader, item, clause, kind, points_c, fileId, sheet, rowNo, cell }: PanelEntryRow): PanelEntry {
  const origin = { fileId, sheet, row: rowNo, cell };
  return { application: applicationId, grader, item, clause, kind: kind as PanelEntry["kind"], hundredths: points_c, origin };
}

function resultOf({
  application_id,
  subject_id,
  state,
  rank,
  total_num,
  total_den,
  counted_bad,
  good,
  active,
}: PanelResultRow): PanelResult {
  return {
    application: application_id,
    subject: subject_id,
    state,
    rank,
    total: total_num === null || total_den === null || state === "unscored" ? null : points(total_num, total_den),
    countedBad: counted_bad,
    reviews: good === null || active === null ? null : { good, active },
  };
}
