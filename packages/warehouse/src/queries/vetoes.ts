import type { Database } from "../database.ts";

export type VetoRuleState = "vetoed" | "undecided" | "near" | "clear";

/** One subject under one veto rule. `application_id` is null for a subject that was not nominated. */
export type VetoRow = {
  readonly subject_id: string;
  readonly subject_name: string | null;
  readonly application_id: string | null;
  readonly window_id: string;
  readonly window_name: string | null;
  readonly city_code: string;
  readonly city: string | null;
  readonly rule: string;
  readonly state: VetoRuleState;
  readonly threshold: number;
  readonly counted: number;
  readonly undecided: number;
  readonly excluded: number;
  /** Of the nominated subject's application: its state, rank and total; null when not nominated. */
  readonly result_state: string | null;
  readonly rank: number | null;
  readonly total_c: number | null;
};

/** The rules of a year and honour, of all subjects or of one; worst state first, nominated subjects before the others. */
export function queryVetoes(
  db: Database,
  { year, honour, subjectId = null }: { year: number; honour: string; subjectId?: string | null },
): Promise<readonly VetoRow[]> {
  return db.query<VetoRow>(
    `
    select
      v.subject_id, v.subject_name, v.application_id, v.window_id, w.name as window_name, v.city_code, c.city, v.rule, v.state,
      v.threshold::int as threshold, v.counted::int as counted, v.undecided::int as undecided, v.excluded::int as excluded,
      r.state as result_state, r.rank::int as rank, r.total_c::int as total_c
    from eval_veto v
    left join mart_window w on w.window_id = v.window_id and w.year = v.year
    left join mart_city c on c.city_code = v.city_code
    left join eval_result r on r.application_id = v.application_id and r.year = v.year and r.honour = v.honour
    where v.year = $1 and v.honour = $2 and ($3::varchar is null or v.subject_id = $3::varchar)
    order by
      case v.state when 'vetoed' then 0 when 'undecided' then 1 when 'near' then 2 else 3 end,
      v.application_id is null, v.counted desc, v.undecided desc, v.subject_id, v.rule`,
    [year, honour, subjectId],
  );
}

/** One record a rule looked at, with what the marts know of it: a bad review's handling, a complaint's finding. */
export type VetoRecordRow = {
  readonly rule: string;
  readonly record_kind: string;
  readonly record_id: string;
  readonly occurred_on: string | null;
  readonly disposition: "counted" | "undecided" | "excluded";
  readonly because: string;
  readonly channel: string | null;
  readonly review_level: number | null;
  readonly cause: string | null;
  readonly reason: string | null;
  readonly visited_on: string | null;
  readonly appealed_on: string | null;
  readonly appeal_result: string | null;
  readonly rectified_on: string | null;
  readonly follow_up_level: number | null;
  readonly complaint_source: string | null;
  readonly category: string | null;
  readonly verified: string | null;
  readonly due_to_service: boolean | null;
  readonly complaint_text: string | null;
  readonly closed_on: string | null;
  readonly path: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
};

/** The records behind a subject's vetoes (all rules, or one): those that counted first, then by day. */
export function queryVetoRecords(
  db: Database,
  { year, honour, subjectId, rule = null }: { year: number; honour: string; subjectId: string; rule?: string | null },
): Promise<readonly VetoRecordRow[]> {
  return db.query<VetoRecordRow>(
    `
    select
      e.rule, e.record_kind, e.record_id, strftime(e.occurred_on, '%Y-%m-%d') as occurred_on, e.disposition, e.because,
      b.channel, b.level::int as review_level, b.cause, b.reason,
      strftime(b.visited_at, '%Y-%m-%d') as visited_on, strftime(b.appealed_at, '%Y-%m-%d') as appealed_on, b.appeal_result,
      strftime(b.rectified_at, '%Y-%m-%d') as rectified_on, b.follow_up_level::int as follow_up_level,
      p.source as complaint_source, p.category, cast(p.verified as varchar) as verified, p.due_to_service,
      p.text as complaint_text, strftime(p.closed_on, '%Y-%m-%d') as closed_on,
      f.path, e.sheet, e.row_no::int as row_no
    from eval_veto_record e
    left join mart_bad_review b on e.record_kind = 'bad_reviews' and b.review_id = e.record_id
    left join mart_complaint p on e.record_kind = 'complaints' and p.complaint_id = e.record_id
    left join mart_file f on f.file_id = e.file_id
    where e.year = $1 and e.honour = $2 and e.subject_id = $3 and ($4::varchar is null or e.rule = $4::varchar)
    order by e.rule, case e.disposition when 'counted' then 0 when 'undecided' then 1 else 2 end, e.occurred_on, e.record_id`,
    [year, honour, subjectId, rule],
  );
}
