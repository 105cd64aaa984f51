import type { Database } from "../database.ts";
import type { RankingRow, ResultState } from "./ranking.ts";
import { standsIn, windowLine } from "./window-line.ts";

/** One application of a subject: its result and what was applied for. */
export type SubjectResultRow = Omit<RankingRow, "city_code" | "county_code" | "items_c" | "vetoes"> & {
  readonly year: number;
  readonly honour: string;
  readonly scheme_id: string;
  readonly recommender: string | null;
  readonly submitted_on: string | null;
  readonly deeds_length: number | null;
};

/** All applications of a subject for an honour, oldest year first; of a window also those of the windows that it came from, until they passed on. */
export function querySubjectResults(
  db: Database,
  { subjectId, honour }: { subjectId: string; honour: string },
): Promise<readonly SubjectResultRow[]> {
  return db.query<SubjectResultRow>(
    `
    select
      r.year::int as year, r.honour, r.scheme_id, r.application_id, r.subject_id, r.subject_name, r.window_id, w.name as window_name, r.city, r.county,
      r.domain, r.level, r.state, r.total_num::double as total_num, r.total_den::double as total_den,
      r.total_c::int as total_c, r.base_c::int as base_c, r.bonus_c::int as bonus_c, r.self_c::int as self_c,
      r.rank::int as rank, r.tied, r.tie_broken_by, r.counted_bad::int as counted_bad, r.good::int as good, r.active::int as active,
      r.sheets_kept::int as sheets_kept, r.sheets_dropped::int as sheets_dropped,
      r.previous_rank::int as previous_rank, r.previous_total_c::int as previous_total_c,
      a.recommender, strftime(a.submitted_at, '%Y-%m-%d') as submitted_on, a.deeds_length::int as deeds_length
    from eval_result r
    left join mart_application a on a.application_id = r.application_id
    left join mart_window w on w.window_id = r.window_id and w.year = r.year
    where r.honour = $2 and (r.subject_id = $1 or exists (
      select 1 from mart_window_line line where line.window_id = $1 and line.ancestor_id = r.subject_id and ${standsIn("r.year", "line", "$1")}))
    order by r.year, r.application_id`,
    [subjectId, honour],
  );
}

export type SubjectItemRow = {
  readonly item: string;
  readonly max_c: number;
  readonly points_num: number;
  readonly points_den: number;
  readonly points_c: number;
  readonly self_c: number | null;
};

/** The items of an application in the scheme's order. */
export function querySubjectItems(db: Database, { applicationId }: { applicationId: string }): Promise<readonly SubjectItemRow[]> {
  return db.query<SubjectItemRow>(
    `
    select
      item, max_c::int as max_c, points_num::double as points_num, points_den::double as points_den, points_c::int as points_c,
      self_c::int as self_c
    from eval_item
    where application_id = $1
    order by seq`,
    [applicationId],
  );
}

/** One step of a score, with where it stands in the rubric and in the files handed in. Points are `points_num / points_den` hundredths. */
export type SubjectLineRow = {
  readonly line_no: number;
  readonly item: string;
  readonly clause: string | null;
  readonly kind: "max" | "fixed" | "discretionary" | "floor" | "graded" | "honour" | "innovation" | "cap";
  readonly points_num: number;
  readonly points_den: number;
  readonly asked_c: number | null;
  readonly grader_id: string | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly record_id: string | null;
  readonly source_document: string;
  readonly source_clause: string;
  readonly path: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
  readonly cell: string | null;
};

/** Every line of an application's score; all of them add up to the total exactly. */
export function querySubjectLines(db: Database, { applicationId }: { applicationId: string }): Promise<readonly SubjectLineRow[]> {
  return db.query<SubjectLineRow>(
    `
    select
      l.line_no::int as line_no, l.item, l.clause, l.kind, l.points_num::double as points_num, l.points_den::double as points_den,
      l.asked_c::int as asked_c, l.grader_id, l.reason, l.evidence, l.record_id, l.source_document, l.source_clause,
      f.path, l.sheet, l.row_no::int as row_no, l.cell
    from eval_line l
    left join mart_file f on f.file_id = l.file_id
    where l.application_id = $1
    order by l.line_no`,
    [applicationId],
  );
}

export type SubjectSheetRow = {
  readonly grader_id: string | null;
  readonly points_num: number;
  readonly points_den: number;
  readonly points_c: number;
  readonly kept: boolean;
  readonly dropped_because: string | null;
  readonly missing: string | null;
};

/** The graders' sheets of an application, kept ones and dropped ones. */
export function querySubjectSheets(db: Database, { applicationId }: { applicationId: string }): Promise<readonly SubjectSheetRow[]> {
  return db.query<SubjectSheetRow>(
    `
    select
      grader_id, points_num::double as points_num, points_den::double as points_den, points_c::int as points_c, kept,
      dropped_because, missing
    from eval_sheet
    where application_id = $1
    order by grader_id, points_c`,
    [applicationId],
  );
}

/** A window as the register of a year has it. */
export type RegisterRow = {
  readonly year: number;
  readonly window_id: string;
  readonly name: string;
  readonly former_names: string | null;
  readonly renamed_from: string | null;
  readonly city_code: string;
  readonly city: string;
  readonly county_code: string | null;
  readonly county: string | null;
  readonly level: string;
  readonly domain: string;
  readonly tier: string | null;
  readonly unit: string | null;
  readonly staff_count: number | null;
  readonly opened_on: string | null;
  readonly closed_on: string | null;
  /** How to reach it; null where it is withheld or was not handed in. */
  readonly address: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
};

/** The register's entries of a window, oldest year first. */
export function queryRegister(db: Database, { windowId }: { windowId: string }): Promise<readonly RegisterRow[]> {
  return db.query<RegisterRow>(
    `
    select
      year::int as year, window_id, name, former_names, renamed_from, city_code, city, county_code, county, level, domain, tier, unit,
      staff_count::int as staff_count, strftime(opened_on, '%Y-%m-%d') as opened_on, strftime(closed_on, '%Y-%m-%d') as closed_on,
      address, contact, phone
    from mart_window
    where window_id = $1
    order by year`,
    [windowId],
  );
}

/** Months are `YYYY-MM`. A month that was not handed in has no row. */
export type WindowMonthRow = {
  readonly month: string;
  readonly cases: number | null;
  readonly active_reviews: number | null;
  readonly default_reviews: number | null;
  readonly good: number | null;
  readonly bad: number | null;
  /** Minutes that half of the month's cases took at most, of those whose reviews were handed in with their times. */
  readonly handling_p50: number | null;
  /** The windows whose month it is, ids joined by `, `: the window's own, or those that it came from. */
  readonly windows: string;
};

/**
 * The months of a window that were handed in, oldest first; before it was renumbered or merged, those of the windows that it came from, added
 * up. A figure that one of them lacks is null: what is missing is not zero; and so is a median, which does not add up.
 */
export function queryWindowMonths(db: Database, { windowId }: { windowId: string }): Promise<readonly WindowMonthRow[]> {
  return db.query<WindowMonthRow>(
    `
    with line as (${windowLine("$1")})
    select strftime(m.month, '%Y-%m') as month,
      case when count(m.cases) = count(*) then sum(m.cases) end::int as cases,
      case when count(m.active_reviews) = count(*) then sum(m.active_reviews) end::int as active_reviews,
      case when count(m.default_reviews) = count(*) then sum(m.default_reviews) end::int as default_reviews,
      case when count(m.good) = count(*) then sum(m.good) end::int as good,
      case when count(m.bad) = count(*) then sum(m.bad) end::int as bad,
      case when count(*) = 1 then any_value(m.handling_p50) end as handling_p50,
      string_agg(m.window_id, ', ' order by m.window_id) as windows
    from mart_window_month m
    join line on line.stands_id = m.window_id and line.is_whole and (line.left_on is null or m.month < line.left_on)
    group by m.month
    order by m.month`,
    [windowId],
  );
}

/** A nominated subject of the same domain, to compare with. */
export type PeerRow = {
  readonly application_id: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly city: string;
  readonly state: ResultState;
  readonly total_c: number;
  readonly rank: number | null;
};

/** Applications of the same year, honour and domain, best first; the subject itself among them. */
export function queryPeers(
  db: Database,
  { year, honour, domain }: { year: number; honour: string; domain: string },
): Promise<readonly PeerRow[]> {
  return db.query<PeerRow>(
    `
    select application_id, subject_id, subject_name, city, state, total_c::int as total_c, rank::int as rank
    from eval_result
    where year = $1 and honour = $2 and domain = $3
    order by total_num::double / total_den desc, rank, application_id`,
    [year, honour, domain],
  );
}

/** A person as known in a year; null columns are withheld or were not handed in. */
export type PersonRow = {
  readonly year: number;
  readonly person_id: string;
  readonly name: string | null;
  readonly window_id: string;
  readonly window_name: string | null;
  readonly position: string | null;
  readonly joined_on: string | null;
  readonly on_staff: boolean | null;
};

/** The yearly entries of a person, oldest first. Empty where persons are withheld. */
export function queryPerson(db: Database, { personId }: { personId: string }): Promise<readonly PersonRow[]> {
  return db.query<PersonRow>(
    `
    select
      p.year::int as year, p.person_id, p.name, p.window_id, w.name as window_name, p.position,
      strftime(p.joined_on, '%Y-%m-%d') as joined_on, p.on_staff
    from mart_person p
    left join mart_window w on w.window_id = p.window_id and w.year = p.year
    where p.person_id = $1
    order by p.year`,
    [personId],
  );
}

/** Applications for the honour by persons of a window. */
export type WindowApplicantRow = {
  readonly subject_id: string;
  readonly subject_name: string;
  readonly state: ResultState;
  readonly total_c: number;
  readonly rank: number | null;
};

/** Persons of a window who were nominated for an honour in a year, best first. */
export function queryWindowApplicants(
  db: Database,
  { windowId, year, honour }: { windowId: string; year: number; honour: string },
): Promise<readonly WindowApplicantRow[]> {
  return db.query<WindowApplicantRow>(
    `
    select subject_id, subject_name, state, total_c::int as total_c, rank::int as rank
    from eval_result
    where window_id = $1 and year = $2 and honour = $3
    order by total_num::double / total_den desc, subject_id`,
    [windowId, year, honour],
  );
}
