import type { Database } from "../database.ts";
import type { ResultState } from "./ranking.ts";
import {
  queryPerson,
  queryRegister,
  querySubjectItems,
  querySubjectLines,
  querySubjectResults,
  type SubjectItemRow,
  type SubjectLineRow,
  type SubjectResultRow,
} from "./subject.ts";
import { queryVetoes, type VetoRow } from "./vetoes.ts";

/** An applicant of a year and honour, to be chosen, with its places among those of its city and of its domain that have a rank. */
export type CandidateRow = {
  readonly subject_id: string;
  readonly subject_name: string;
  readonly city: string;
  readonly domain: string;
  readonly state: ResultState;
  readonly rank: number | null;
  readonly city_rank: number | null;
  readonly city_of: number;
  readonly domain_rank: number | null;
  readonly domain_of: number;
};

/**
 * The applicants whose results the file has, those with a rank first. Where ranks are those of a tier (`withinTier`), so are the places;
 * equal ranks are equal places.
 */
export function queryCandidates(
  db: Database,
  { year, honour, withinTier }: { year: number; honour: string; withinTier: boolean },
): Promise<readonly CandidateRow[]> {
  return db.query<CandidateRow>(
    `
    with entry as (
      select r.subject_id, r.subject_name, r.city_code, r.city, r.domain, r.state, r.rank, case when $3 then a.tier end as tier
      from eval_result r
      left join mart_application a on a.application_id = r.application_id and a.year = r.year
      where r.year = $1 and r.honour = $2
    )
    select subject_id, subject_name, city, domain, state, rank::int as rank,
      case when rank is not null then rank() over (partition by city_code, tier, rank is null order by rank) end::int as city_rank,
      count(rank) over (partition by city_code, tier)::int as city_of,
      case when rank is not null then rank() over (partition by domain, tier, rank is null order by rank) end::int as domain_rank,
      count(rank) over (partition by domain, tier)::int as domain_of
    from entry
    order by rank nulls last, subject_id`,
    [year, honour, withinTier],
  );
}

/** A subject of the same year next to another in rank, and how many ranks it is away: −1 is the one before. */
export type NeighbourRow = { readonly subject_id: string; readonly subject_name: string; readonly rank: number; readonly step: number };

/**
 * Those next to a subject in rank, at most `reach` on each side, the better ones first; among its tier where ranks are those of a tier.
 * Equals stand next to one another in the order of their numbers. Nobody is next to one without a rank.
 */
export function queryNeighbours(
  db: Database,
  { year, honour, subjectId, withinTier, reach }: { year: number; honour: string; subjectId: string; withinTier: boolean; reach: number },
): Promise<readonly NeighbourRow[]> {
  return db.query<NeighbourRow>(
    `
    with entry as (
      select r.subject_id, r.subject_name, r.rank, case when $4 then a.tier end as tier,
        row_number() over (partition by case when $4 then a.tier end order by r.rank, r.subject_id) as place
      from eval_result r
      left join mart_application a on a.application_id = r.application_id and a.year = r.year
      where r.year = $1 and r.honour = $2 and r.rank is not null
    )
    select other.subject_id, other.subject_name, other.rank::int as rank, (other.place - own.place)::int as step
    from entry own
    join entry other on other.tier is not distinct from own.tier and abs(other.place - own.place) between 1 and $5
    where own.subject_id = $3
    order by step`,
    [year, honour, subjectId, withinTier, reach],
  );
}

/** All that is shown of one subject beside others. Without a result of the year it has only its name, where a register knows it. */
export type SubjectBeside = {
  readonly subjectId: string;
  readonly name: string | null;
  readonly result: SubjectResultRow | null;
  /** Its applications of all years, of a window also those of the windows that it came from. */
  readonly history: readonly SubjectResultRow[];
  readonly items: readonly SubjectItemRow[];
  readonly lines: readonly SubjectLineRow[];
  readonly vetoes: readonly VetoRow[];
};

/** The subjects in the order in which they are asked for. */
export async function querySideBySide(
  db: Database,
  { year, honour, subjectIds }: { year: number; honour: string; subjectIds: readonly string[] },
): Promise<readonly SubjectBeside[]> {
  const all: SubjectBeside[] = [];
  for (const subjectId of subjectIds) {
    const history = await querySubjectResults(db, { subjectId, honour });
    const result = history.find((row) => row.year === year && row.subject_id === subjectId) ?? null;
    if (result === null) {
      const [register, person] = [await queryRegister(db, { windowId: subjectId }), await queryPerson(db, { personId: subjectId })];
      const name = history.at(-1)?.subject_name ?? register.at(-1)?.name ?? person.at(-1)?.name ?? null;
      all.push({ subjectId, name, result, history, items: [], lines: [], vetoes: [] });
      continue;
    }
    const { application_id: applicationId, subject_name: name } = result;
    const [items, lines] = [await querySubjectItems(db, { applicationId }), await querySubjectLines(db, { applicationId })];
    all.push({ subjectId, name, result, history, items, lines, vetoes: await queryVetoes(db, { year, honour, subjectId }) });
  }
  return all;
}
