import type { Database } from "../database.ts";
import type { ResultState } from "./ranking.ts";

/** Of whom and when a panel's sheets are asked about. */
export type PanelOf = { readonly year: number; readonly honour: string };

/** One grader's sheet of one application in the round that made the result; `missing` are its blanks, `item/clause`, joined by `, `. */
export type PanelSheetRow = {
  readonly application_id: string;
  readonly grader_id: string | null;
  readonly points_c: number;
  readonly dropped_because: "incomplete" | "trimmed" | "not_median" | null;
  readonly missing: string | null;
};

/** All sheets of a year and honour, by application and grader. */
export function queryPanelSheets(db: Database, { year, honour }: PanelOf): Promise<readonly PanelSheetRow[]> {
  return db.query<PanelSheetRow>(
    `
    select application_id, grader_id, points_c::int as points_c, dropped_because, missing
    from eval_sheet
    where year = $1 and honour = $2
    order by application_id, grader_id, points_c`,
    [year, honour],
  );
}

/** An application with what a ranking of it needs. Points are `total_num / total_den` hundredths; null without a total. */
export type PanelResultRow = {
  readonly application_id: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly city: string;
  readonly state: ResultState | "ineligible" | "not_applied";
  readonly rank: number | null;
  readonly total_num: number | null;
  readonly total_den: number | null;
  readonly counted_bad: number;
  readonly good: number | null;
  readonly active: number | null;
};

/** All applications of a year and honour, best first; those without a rank last. */
export function queryPanelResults(db: Database, { year, honour }: PanelOf): Promise<readonly PanelResultRow[]> {
  return db.query<PanelResultRow>(
    `
    select application_id, subject_id, subject_name, city, state, rank::int as rank, total_num::double as total_num,
      total_den::double as total_den, counted_bad::int as counted_bad, good::int as good, active::int as active
    from eval_result
    where year = $1 and honour = $2
    order by rank nulls last, total_num::double / total_den desc nulls last, application_id`,
    [year, honour],
  );
}

/** One row of a sheet as it stands, of any round; null points are a blank. */
export interface PanelEntryRow {
  readonly applicationId: string;
  readonly round: string;
  readonly grader: string;
  readonly item: string;
  readonly clause: string | null;
  readonly kind: string;
  readonly points_c: number | null;
  readonly fileId: string;
  readonly sheet: string | null;
  readonly rowNo: number;
  readonly cell: string | null;
}

/** The rows of all sheets of a year and honour, superseded ones left out. None where a profile has no rows (of persons, of anybody). */
export async function queryPanelEntries(db: Database, { year, honour }: PanelOf): Promise<readonly PanelEntryRow[]> {
  const rows = await db.query<{
    readonly application_id: string;
    readonly grader_id: string | null;
    readonly record_id: string;
    readonly figures: string;
    readonly file_id: string;
    readonly sheet: string | null;
    readonly row_no: number;
    readonly cell: string | null;
  }>(
    `
    select r.application_id, r.grader_id, r.record_id, r.figures, r.file_id, r.sheet, r.row_no::int as row_no, r.cell
    from mart_row r
    join eval_result e on e.application_id = r.application_id
    where e.year = $1 and e.honour = $2 and r.kind = 'scores' and r.superseded_by is null
    order by r.application_id, r.grader_id, r.record_id, r.file_id, r.row_no`,
    [year, honour],
  );
  return rows.map(({ application_id, grader_id, record_id, figures, file_id, sheet, row_no, cell }) => {
    // `round·item·clause·kind`, or `round·item·kind` where no clause is named.
    const parts = record_id.split("·");
    const { points } = JSON.parse(figures) as { points: number | null };
    return {
      applicationId: application_id,
      round: parts[0] ?? "",
      grader: grader_id ?? "",
      item: parts[1] ?? "",
      clause: parts.length > 3 ? (parts[2] ?? null) : null,
      kind: parts.at(-1) ?? "",
      points_c: points,
      fileId: file_id,
      sheet,
      rowNo: row_no,
      cell,
    };
  });
}

/** Which round's sheets made the results of a year and honour, and the options of policies they were reached under. */
export interface PanelTerms {
  readonly round: string | null;
  readonly choices: Readonly<Record<string, string>>;
}

export async function queryPanelTerms(db: Database, { year, honour }: PanelOf): Promise<PanelTerms> {
  const [run] = await db.query<{ readonly round: string; readonly scheme_id: string }>(
    "select round, scheme_id from eval_run where year = $1 and honour = $2",
    [year, honour],
  );
  const policies = await db.query<{ readonly policy: string; readonly value: string }>(
    "select policy, value from eval_policy where scheme_id = $1 and (honour = $2 or honour is null) order by policy",
    [run?.scheme_id ?? "", honour],
  );
  return { round: run?.round ?? null, choices: Object.fromEntries(policies.map(({ policy, value }) => [policy, value])) };
}
