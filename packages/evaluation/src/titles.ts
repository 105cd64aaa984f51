import { chineseCalendar } from "@mingchuang/rubric/deadlines/chinese-calendar";
import { RubricError } from "@mingchuang/rubric/errors";
import { followTitle, type TitleHistory, type TitleStep } from "@mingchuang/rubric/lifecycle/follow-title";
import type { PeriodResult, TitleEvent, TitleRecord } from "@mingchuang/rubric/lifecycle/timeline";
import type { Title } from "@mingchuang/rubric/lifecycle/title";
import { titleSentence, titleStepSentence } from "@mingchuang/rubric/lifecycle/title-sentence";
import type { Policies } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database, SqlRow } from "@mingchuang/warehouse/database";
import { EvaluationError } from "./errors.ts";
import type { Subject } from "./subjects.ts";

/** What the lives of a scheme's titles are followed from, up to a day. */
export interface TitleTerms {
  readonly scheme: Scheme;
  readonly policies: Policies;
  readonly year: number;
  readonly asOf: string;
  /** Results of the periods of all years up to this one, by honour and then by subject. */
  readonly results: ReadonlyMap<string, ReadonlyMap<string, readonly PeriodResult[]>>;
}

/** Rows of `eval_title` and `eval_title_step`. */
export interface TitleRows {
  readonly titles: readonly SqlRow[];
  readonly steps: readonly SqlRow[];
}

/**
 * Where every title of a scheme stands at the end of the as-of day, for each subject that has results or events, with its whole life.
 *
 * @throws {EvaluationError} E110 when results and events do not fit the title.
 */
export async function queryTitleRows(db: Database, terms: TitleTerms): Promise<TitleRows> {
  const [titles, steps]: [SqlRow[], SqlRow[]] = [[], []];
  for (const title of terms.scheme.titles) {
    const events = await queryEvents(db, terms.scheme.id, title);
    const results =
      (title.honour === undefined ? undefined : terms.results.get(title.honour)) ?? new Map<string, readonly PeriodResult[]>();
    const subjects = await querySubjects(db, terms.year, [...new Set([...events.keys(), ...results.keys()])].sort());
    for (const subject of subjects) {
      const records = [...(results.get(subject.subject_id) ?? []), ...(events.get(subject.subject_id) ?? [])];
      const history = follow(title, records, subject, terms);
      titles.push(titleRow(title, subject, history, terms));
      steps.push(...history.steps.map((step, place) => stepRow(title, subject, step, place, terms)));
    }
  }
  return { titles, steps };
}

async function queryEvents(db: Database, schemeId: string, title: Title): Promise<ReadonlyMap<string, readonly TitleEvent[]>> {
  type Row = { subject: string; id: string; event: string; on: string; due: string | null; file_id: string; sheet: string; row_no: number };
  const rows = await db.query<Row>(
    `select subject_id as subject, event_id as id, event, happened_on as "on", due_on as due, file_id, sheet, row_no
     from mart_title_event where scheme_id is null or scheme_id = $1 order by subject_id, happened_on, event_id`,
    [schemeId],
  );
  const events = new Map<string, TitleEvent[]>();
  for (const { subject, id, event, on, due, file_id, sheet, row_no } of rows) {
    if (!title.events.some((known) => known.id === event)) continue;
    const origin = { fileId: file_id, sheet, row: row_no, cell: null };
    events.set(subject, [...(events.get(subject) ?? []), { kind: "event", id, event, on, due, origin }]);
  }
  return events;
}

/** Who the subjects are, as the nearest register or their own application has them. */
async function querySubjects(db: Database, year: number, ids: readonly string[]): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const id of ids) {
    const [known] = await db.query<{ [K in keyof Subject]: Subject[K] }>(
      `select subject_id, subject_name, window_id, city_code from (
         select window_id as subject_id, name as subject_name, window_id, city_code, year from mart_window where window_id = $1
         union all
         select subject_id, subject_name, window_id, city_code, year from mart_application where subject_id = $1
       ) order by year > $2, abs(year - $2), city_code nulls last limit 1`,
      [id, year],
    );
    subjects.push(known ?? { subject_id: id, subject_name: null, window_id: null, city_code: null });
  }
  return subjects;
}

function follow(title: Title, records: readonly TitleRecord[], { subject_id }: Subject, { asOf, policies }: TitleTerms): TitleHistory {
  try {
    return followTitle(title, records, { asOf, policies, calendar: chineseCalendar });
  } catch (failure) {
    if (failure instanceof RubricError) throw new EvaluationError("E110", `${subject_id}: ${failure.message}`, failure);
    throw failure;
  }
}

function titleRow(title: Title, subject: Subject, history: TitleHistory, { year, asOf }: TitleTerms): SqlRow {
  const { zh, en } = titleSentence(title, history);
  const dues = history.deadlines.flatMap(({ due }) => (due === null ? [] : [due]));
  return {
    year,
    honour: title.honour ?? null,
    title: title.id,
    ...subject,
    as_of: asOf,
    state: history.state,
    since: history.since,
    holds: history.holds,
    due: dues.sort()[0] ?? null,
    missing: history.missing.length === 0 ? null : history.missing.join(", "),
    possible: history.possible.join(", "),
    sentence_zh: zh,
    sentence_en: en,
  };
}

function stepRow(title: Title, { subject_id }: Subject, step: TitleStep, place: number, { year }: TitleTerms): SqlRow {
  const { zh, en } = titleStepSentence(title, step);
  const { cause } = step;
  return {
    year,
    honour: title.honour ?? null,
    title: title.id,
    subject_id,
    seq: place,
    happened_on: step.on,
    cause: cause.kind,
    from_state: step.from,
    to_state: step.to,
    transition: step.transition,
    record_id: "recordIds" in cause ? cause.recordIds.join(", ") : null,
    sentence_zh: zh,
    sentence_en: en,
    source_document: step.source?.document ?? null,
    source_clause: step.source?.clause ?? null,
  };
}
