import { lastDayOf, periodOfDay, printPeriod, type Rhythm } from "@mingchuang/rubric/lifecycle/reporting-period";
import type { PeriodResult } from "@mingchuang/rubric/lifecycle/timeline";
import type { SqlRow } from "@mingchuang/warehouse/database";
import { type Judged, type JudgedRun, judgeApplicants } from "./judge.ts";
import { totalOf } from "./result-rows.ts";
import type { Run } from "./runs.ts";

/** What the applications of a year came to in one of its periods, judged on its last day. */
export interface JudgedPeriod {
  /** `2023Q1` */
  readonly period: string;
  readonly endsOn: string;
  readonly judged: readonly Judged[];
}

/** Judges every period of the year that has ended by the as-of day; none for an honour that is decided once a year. */
export function judgePeriods(run: Run, { book, judged }: JudgedRun, asOf: string): JudgedPeriod[] {
  const { year, honour } = run;
  if (honour.cycle === "year") return [];
  const applicants = judged.map(({ applicant }) => applicant);
  return endedPeriods(honour.cycle, year, asOf).map(({ period, endsOn }) => {
    return { period, endsOn, judged: judgeApplicants(run, applicants, book, endsOn) };
  });
}

function endedPeriods(rhythm: Rhythm, year: number, asOf: string): { readonly period: string; readonly endsOn: string }[] {
  const [first, last] = [periodOfDay(`${year}-01-01`, rhythm), periodOfDay(`${year}-12-31`, rhythm)];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
    .map((number) => ({ period: printPeriod(number, rhythm), endsOn: lastDayOf(number, rhythm) }))
    .filter(({ endsOn }) => endsOn <= asOf);
}

/** Rows of `eval_period`. */
export function periodRows({ year, honour }: Run, { period, endsOn, judged }: JudgedPeriod): SqlRow[] {
  return judged.map(({ applicant, score, ranked }) => ({
    year,
    honour: honour.id,
    period,
    ends_on: endsOn,
    application_id: applicant.application_id,
    subject_id: applicant.subject_id,
    subject_name: applicant.subject_name,
    state: ranked.state,
    total_num: score.scored ? score.total.numerator : null,
    total_den: score.scored ? score.total.denominator : null,
    total_c: totalOf(score),
    rank: ranked.rank,
    passed: score.passed,
    missing: score.missing.length === 0 ? null : score.missing.join(", "),
  }));
}

/** What the periods say of the lives of titles; a period of which nobody knows whether it was passed says nothing. */
export function periodResults({ period, judged }: JudgedPeriod): { readonly subjectId: string; readonly result: PeriodResult }[] {
  return judged.flatMap(({ applicant, score }) => {
    if (score.passed === null) return [];
    const outcome = score.passed ? ("passed" as const) : ("failed" as const);
    const result: PeriodResult = { kind: "result", id: `${applicant.application_id}·${period}`, period, outcome, origin: null };
    return [{ subjectId: applicant.subject_id, result }];
  });
}
