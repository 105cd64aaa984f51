import { firstDaysOfVetoes } from "@mingchuang/rubric/editions/record-reach";
import type { FactRecord, Facts, FieldValue, Origin, SheetEntry } from "@mingchuang/rubric/facts";
import type { Policies } from "@mingchuang/rubric/policy";
import { RecordKind } from "@mingchuang/rubric/record-kind";
import type { Honour } from "@mingchuang/rubric/scheme";
import type { Database, SqlRow } from "@mingchuang/warehouse/database";
import { recordSources } from "./record-sources.ts";
import { querySubjectFields } from "./subject-fields.ts";

/** Which round's sheets count. */
export type Round = "initial" | "onsite";

export interface FactQuery {
  readonly year: number;
  readonly honour: Honour;
  readonly policies: Policies;
  /** Last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly round: Round;
}

/** What is known of all subjects of one honour in one year, read in a handful of queries whatever their number. */
export interface FactBook {
  /** Ids of the subjects with at least one record that a veto may count. */
  readonly subjectsWithRecords: ReadonlySet<string>;
  /** The facts of a subject; without an application there are no sheets, no self scores and no fields. */
  factsOf(subjectId: string, applicationId: string | null): Facts;
}

/**
 * Reads the facts of one honour and year from the marts and staging views.
 *
 * Records dated after the programme year are left to the years after it, and records from before any veto's period to those before,
 * where only vetoes look at them; what lies after the as-of day but within the year is handed over, so that a rule can show that it was
 * left out.
 */
export async function queryFacts(db: Database, { year, honour, policies, asOf, round }: FactQuery): Promise<FactBook> {
  const entries = await queryEntries(db, year, honour.id, round);
  const selfScores = await querySelfScores(db, year, honour.id);
  const reviews = honour.subject === "window" ? await queryReviews(db, year, asOf) : new Map<string, { good: number; active: number }>();
  const fields = await querySubjectFields(db, year, honour);
  // Kinds that only bring points have no first day: an old honour is shown as too old.
  const firstDays = firstDaysOfVetoes({ honour, policies }, { year, asOf });
  const records = new Map<string, Record<string, FactRecord[]>>();
  const subjectsWithRecords = new Set<string>();
  const measured = kindsMeasured(honour);
  for (const kind of RecordKind.options) {
    const firstDay = firstDays.get(kind) ?? null;
    for (const { subject, record } of await queryRecords(db, kind, honour.subject, measured.has(kind) ? null : firstDay, `${year}-12-31`)) {
      const byKind = records.get(subject) ?? {};
      records.set(subject, byKind);
      byKind[kind] = [...(byKind[kind] ?? []), record];
      if (firstDay !== null) subjectsWithRecords.add(subject);
    }
  }
  return {
    subjectsWithRecords,
    factsOf: (subjectId, applicationId) => ({
      subjectId,
      year,
      asOf,
      fields: (applicationId === null ? undefined : fields.get(applicationId)) ?? {},
      entries: (applicationId === null ? undefined : entries.get(applicationId)) ?? [],
      records: records.get(subjectId) ?? {},
      reviews: reviews.get(subjectId) ?? null,
      selfScores: (applicationId === null ? undefined : selfScores.get(applicationId)) ?? {},
    }),
  };
}

/** Kinds of records that measures and rules of eligibility read, each over a period of its own. */
function kindsMeasured({ eligibility, rubric }: Honour): ReadonlySet<RecordKind> {
  const asked = eligibility.flatMap((rule) => (rule.kind === "no-record" ? [rule.records] : []));
  const limits = rubric.vetoes.flatMap((rule) => (rule.kind === "threshold" ? [rule.of.records] : []));
  return new Set([...asked, ...limits, "review_counts", "indicators", "appraisals", "checklists"]);
}

async function queryEntries(db: Database, year: number, honour: string, round: Round): Promise<ReadonlyMap<string, SheetEntry[]>> {
  type Row = SqlRow & Omit<SheetEntry, "origin"> & { readonly application: string } & OriginRow;
  const rows = await db.query<Row>(
    `select s.application_id as application, s.grader_id as grader, s.item, s.clause, s.kind, s.points_c as hundredths, s.reason, s.evidence,
       s.file_id, s.sheet, s.row_no, s.cell
     from stg_scores s
     join stg_applications a on a.application_id = s.application_id
     where a.year = $1 and a.honour = $2 and s.round = $3
     order by s.application_id, s.grader_id, s.file_id, s.sheet, s.row_no, s.cell`,
    [year, honour, round],
  );
  return groupBy(
    rows,
    ({ application }) => application,
    ({ grader, item, clause, kind, hundredths, reason, evidence, ...row }) => {
      return { grader, item, clause, kind, hundredths, reason, evidence, origin: originOf(row) };
    },
  );
}

async function querySelfScores(db: Database, year: number, honour: string): Promise<ReadonlyMap<string, Record<string, number>>> {
  const rows = await db.query<{ application: string; item: string; score: number }>(
    `select s.application_id as application, s.item, s.self_score_c as score
     from stg_self_scores s
     join stg_applications a on a.application_id = s.application_id
     where a.year = $1 and a.honour = $2 and s.self_score_c is not null
     order by all`,
    [year, honour],
  );
  const byApplication = groupBy(
    rows,
    ({ application }) => application,
    ({ item, score }) => [item, score] as const,
  );
  return new Map([...byApplication].map(([application, scores]) => [application, Object.fromEntries(scores)]));
}

/** Good and active reviews of the months that ended by the as-of day; a month that lacks either figure takes no part. */
async function queryReviews(db: Database, year: number, asOf: string): Promise<ReadonlyMap<string, { good: number; active: number }>> {
  const rows = await db.query<{ window: string; good: number; active: number }>(
    `select window_id as "window", sum(good)::bigint as good, sum(active_reviews)::bigint as active
     from mart_window_month
     where year(month) = $1 and last_day(month) <= $2::date and good is not null and active_reviews is not null
     group by window_id`,
    [year, asOf],
  );
  return new Map(rows.map(({ window, good, active }) => [window, { good, active }]));
}

/** Records of one kind between two days, and those without a day, each with the subject that it is about. */
export async function queryRecords(
  db: Database,
  kind: RecordKind,
  subjectKind: Honour["subject"],
  firstDay: string | null,
  lastDay: string,
): Promise<readonly { subject: string; record: FactRecord }[]> {
  const source = recordSources[kind];
  const subject = source.subject[subjectKind];
  type Row = SqlRow & OriginRow & { readonly record_subject: string; readonly record_id: string; readonly record_on: string | null };
  const rows = await db.query<Row>(
    `select ${subject} as record_subject, ${source.id} as record_id, ${source.on} as record_on, ${source.fields.join(", ")},
       file_id, sheet, row_no, null as cell
     from ${source.table} records
     where ${subject} is not null and (${source.on} is null or ${source.on} between coalesce($1::date, '0001-01-01'::date) and $2::date)
     order by record_subject, record_on nulls last, record_id`,
    [firstDay, lastDay],
  );
  return rows.map((row) => {
    const fields: Record<string, FieldValue> = Object.fromEntries(source.fields.map((field) => [field, row[field] ?? null]));
    return { subject: row.record_subject, record: { id: row.record_id, kind, on: row.record_on, fields, origin: originOf(row) } };
  });
}

interface OriginRow {
  readonly file_id: string;
  readonly sheet: string | null;
  readonly row_no: number;
  readonly cell: string | null;
}

function originOf({ file_id, sheet, row_no, cell }: OriginRow): Origin {
  return { fileId: file_id, sheet, row: row_no, cell };
}

function groupBy<Row, Value>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => Value): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}
