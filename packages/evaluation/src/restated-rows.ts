import type { Edition } from "@mingchuang/rubric/editions/edition";
import type { Effects } from "@mingchuang/rubric/editions/split-change";
import { meanEffects, type ScoreChange, scoreChangesBetween, type YearUnderEdition } from "@mingchuang/rubric/editions/year-change";
import { RubricError } from "@mingchuang/rubric/errors";
import type { Facts } from "@mingchuang/rubric/facts";
import { zeroPoints } from "@mingchuang/rubric/points";
import { type Policies, policiesInForce } from "@mingchuang/rubric/policy";
import type { Honour, Scheme } from "@mingchuang/rubric/scheme";
import type { Database, SqlRow } from "@mingchuang/warehouse/database";
import { queryPredecessors } from "./predecessors.ts";
import type { Run } from "./runs.ts";

/**
 * Rows of `eval_restated`: for every year of an honour and the year with applications before it, each under every edition that has the
 * honour, the mean change over all subjects of both years and over those of each city, the total and every item, taken apart into what the
 * rules did and what the performance did. It is what audiences without score sheets can be told; whoever has them works it out anew from
 * `eval_facts`. Two editions that the sheets of a year cannot be restated between have no rows.
 */
export async function queryRestatedRows(
  db: Database,
  runs: readonly Run[],
  editions: ReadonlyMap<Scheme, Policies | null>,
): Promise<readonly SqlRow[]> {
  const rows: SqlRow[] = [];
  for (const honourId of [...new Set(runs.map(({ honour }) => honour.id))].sort()) {
    const known = editionsOf(editions, honourId);
    let former: RunFacts | null = null;
    for (const run of runs.filter(({ honour }) => honour.id === honourId).sort((a, b) => a.year - b.year)) {
      const year: RunFacts = { run, ...(await queryYearFacts(db, run)) };
      if (year.facts.length === 0) continue;
      if (former !== null) rows.push(...(await restatedRows(db, former, year, known)));
      former = year;
    }
  }
  return rows;
}

interface RunFacts {
  readonly run: Run;
  /** One application of each subject. */
  readonly facts: readonly Facts[];
  readonly cityOf: ReadonlyMap<string, string | null>;
}

type Editions = ReadonlyMap<Scheme, Edition>;

function editionsOf(schemes: ReadonlyMap<Scheme, Policies | null>, honourId: string): Editions {
  return new Map(
    [...schemes].flatMap(([scheme, chosen]): [Scheme, Edition][] => {
      const honour = scheme.honours.find(({ id }) => id === honourId);
      return honour === undefined ? [] : [[scheme, { honour, policies: chosen ?? policiesInForce(scheme) }]];
    }),
  );
}

async function queryYearFacts(db: Database, { year, honour }: Run): Promise<Omit<RunFacts, "run">> {
  const rows = await db.query<{ subject: string; city: string | null; facts: string }>(
    `select r.subject_id as subject, r.city_code as city, f.facts
     from eval_facts f
     join eval_result r on r.year = f.year and r.honour = f.honour and r.application_id = f.application_id
     where f.year = $1 and f.honour = $2
     order by f.application_id`,
    [year, honour.id],
  );
  const bySubject = new Map(rows.map(({ subject, facts }) => [subject, JSON.parse(facts) as Facts]));
  return {
    facts: [...bySubject.values()].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1)),
    cityOf: new Map(rows.map(({ subject, city }) => [subject, city])),
  };
}

async function restatedRows(db: Database, before: RunFacts, after: RunFacts, editions: Editions): Promise<readonly SqlRow[]> {
  const predecessors = await queryPredecessors(db, before.run.year);
  const gradedBefore = editions.get(before.run.scheme);
  const gradedAfter = editions.get(after.run.scheme);
  if (gradedBefore === undefined || gradedAfter === undefined) return [];
  const rows: SqlRow[] = [];
  for (const [schemeBefore, editionBefore] of editions) {
    for (const [schemeAfter, editionAfter] of editions) {
      const changes = changesOrNone(
        { year: before.run.year, facts: before.facts, graded: gradedBefore, edition: editionBefore },
        { year: after.run.year, facts: after.facts, graded: gradedAfter, edition: editionAfter },
        predecessors,
      );
      const of = {
        year: after.run.year,
        honour: after.run.honour.id,
        scheme_id: schemeAfter.id,
        year_before: before.run.year,
        scheme_before: schemeBefore.id,
      };
      for (const { city, own } of toldGroups(after.run.honour, changes, after.cityOf)) {
        rows.push(...meanRows(own).map((row) => ({ ...of, city_code: city, ...row })));
      }
    }
  }
  return rows;
}

/** Of persons a mean is told over so many at least. */
export const fewestPersons = 10;

/**
 * The groups whose means may be told: all subjects, and those of each city. Of persons only all of them, and not when they are few: a
 * person goes under another number every year, and the mean of a handful, held against the totals of two years, would say which numbers
 * are the same person.
 */
export function toldGroups<Change extends Pick<ScoreChange, "subjectId" | "score">>(
  { subject }: Pick<Honour, "subject">,
  changes: readonly Change[],
  cityOf: ReadonlyMap<string, string | null>,
): readonly { readonly city: string | null; readonly own: readonly Change[] }[] {
  const whole = { city: null, own: changes };
  if (subject === "person") return changes.filter(({ score }) => score.total !== null).length < fewestPersons ? [] : [whole];
  const cities = [...new Set(changes.flatMap(({ subjectId }) => cityOf.get(subjectId) ?? []))].sort();
  return [whole, ...cities.map((city) => ({ city, own: changes.filter(({ subjectId }) => cityOf.get(subjectId) === city) }))];
}

/** Sheets that an edition cannot take make no rows; that is no reason to evaluate nothing. */
function changesOrNone(
  before: YearUnderEdition,
  after: YearUnderEdition,
  predecessors: (subjectId: string) => readonly string[],
): readonly ScoreChange[] {
  try {
    return scoreChangesBetween({ before, after, predecessors });
  } catch (failure) {
    if (failure instanceof RubricError) return [];
    throw failure;
  }
}

const nothing: Effects = { before: zeroPoints, after: zeroPoints, change: zeroPoints, rule: zeroPoints, performance: zeroPoints };

/** The mean of the total and of every item over those whose change is known; none when it is known of nobody. */
function meanRows(changes: readonly ScoreChange[]) {
  const known = changes.flatMap(({ score }) => (score.total === null ? [] : [{ total: score.total, items: score.items }]));
  const items = [...new Set(known.flatMap((each) => each.items.map(({ item }) => item)))];
  const parts: readonly (readonly [string | null, readonly Effects[]])[] = [
    [null, known.map(({ total }) => total)],
    ...items.map((id): readonly [string, readonly Effects[]] => [
      id,
      known.map((each) => each.items.find(({ item }) => item === id)?.effects ?? nothing),
    ]),
  ];
  return parts.flatMap(([item, all], seq) => {
    const mean = meanEffects(all);
    if (mean === null) return [];
    return [
      {
        item,
        seq,
        subjects: known.length,
        unknown: changes.length - known.length,
        before_num: mean.before.numerator,
        before_den: mean.before.denominator,
        after_num: mean.after.numerator,
        after_den: mean.after.denominator,
        rule_num: mean.rule.numerator,
        rule_den: mean.rule.denominator,
        performance_num: mean.performance.numerator,
        performance_den: mean.performance.denominator,
      },
    ];
  });
}
