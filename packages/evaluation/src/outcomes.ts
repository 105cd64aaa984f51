import type { PeriodResult } from "@mingchuang/rubric/lifecycle/timeline";
import type { SolveIlp } from "@mingchuang/rubric/select/ilp";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { appendRows } from "./append-rows.ts";
import type { JudgedRun } from "./judge.ts";
import { judgePeriods, periodResults, periodRows } from "./periods.ts";
import type { Run } from "./runs.ts";
import { type StageRow, selectAll } from "./selection.ts";
import { queryTitleRows } from "./titles.ts";

/** A run that was judged, and its as-of day. */
export interface FinishedRun {
  readonly run: Run;
  readonly judgedRun: JudgedRun;
  readonly asOf: string;
}

/**
 * Writes what follows from the scores: the periods within each year, the lives of titles over all of them, and for each year and scheme
 * the selection. Returns how each stage came out.
 *
 * @throws {EvaluationError} E105, E110
 */
export async function writeOutcomes(db: NodeDatabase, finished: readonly FinishedRun[], solve: SolveIlp): Promise<readonly StageRow[]> {
  const results = new Map<string, Map<string, PeriodResult[]>>();
  for (const { run, judgedRun, asOf } of finished) {
    const ofHonour = results.get(run.honour.id) ?? new Map<string, PeriodResult[]>();
    results.set(run.honour.id, ofHonour);
    for (const period of judgePeriods(run, judgedRun, asOf)) {
      await appendRows(db, "eval_period", periodRows(run, period));
      for (const { subjectId, result } of periodResults(period)) ofHonour.set(subjectId, [...(ofHonour.get(subjectId) ?? []), result]);
    }
  }
  const told: StageRow[] = [];
  for (const group of byYearAndScheme(finished)) {
    const [{ run, asOf }] = group;
    const { titles, steps } = await queryTitleRows(db, { ...run, asOf, results });
    await appendRows(db, "eval_title", titles);
    await appendRows(db, "eval_title_step", steps);
    const { stages, verdicts, facts } = await selectAll(
      group.map(({ run, judgedRun }) => ({ run, judged: judgedRun.judged })),
      solve,
    );
    await appendRows(db, "eval_stage", stages);
    await appendRows(db, "eval_selection", verdicts);
    await appendRows(db, "eval_facts", facts);
    told.push(...stages);
  }
  return told;
}

type Group = readonly [FinishedRun, ...FinishedRun[]];

function byYearAndScheme(finished: readonly FinishedRun[]): Group[] {
  const groups = new Map<string, Group>();
  for (const each of finished) {
    const key = `${each.run.year} ${each.run.scheme.id}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? [each] : [...known, each]);
  }
  return [...groups.values()];
}
