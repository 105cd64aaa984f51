import { existsSync } from "node:fs";
import { type EvaluatedRun, type EvaluatedScheme, isStoreChanged, queryEvaluatedRuns } from "@mingchuang/evaluation/evaluated-run";
import type { Applicant } from "@mingchuang/evaluation/subjects";
import { attachStore } from "@mingchuang/warehouse/build";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { CliError } from "./errors.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Reads from what was evaluated in a workspace, with the store that it was evaluated from beside it; nothing is written.
 *
 * @throws {CliError} S102, S103, and S114 when the store has changed since
 */
export async function withEvaluation<Result>(
  { store, evaluation }: Workspace,
  work: (db: NodeDatabase, runs: readonly EvaluatedRun[]) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(store)) throw new CliError("S102", store);
  if (!existsSync(evaluation)) throw new CliError("S103", evaluation);
  const db = await openNodeDatabase(evaluation, { readOnly: true });
  try {
    await attachStore(db, { storePath: store });
    if (await isStoreChanged(db)) throw new CliError("S114", store);
    return await work(db, await queryEvaluatedRuns(db));
  } finally {
    await db.close();
  }
}

/**
 * The run that is meant, of those that somebody applied for: that of the year (the latest unless given) and of the honour (the only one of
 * that year unless given).
 *
 * @throws {CliError} S115 with the runs that there are
 */
export function chooseRun(runs: readonly EvaluatedRun[], year: number | undefined, honour: string | undefined): EvaluatedRun {
  const held = runs.filter(({ applications }) => applications > 0);
  const meant = year ?? held.at(-1)?.year;
  const [only, ...others] = held.filter((run) => run.year === meant && (honour === undefined || run.honour.id === honour));
  if (only === undefined || others.length > 0) throw new CliError("S115", held.map(nameRun).join("\n"));
  return only;
}

/** A run as the options that name it. */
export const nameRun = ({ year, honour }: EvaluatedRun): string => `--year ${year} --honour ${honour.id}`;

/**
 * The scheme that is meant: the one named, otherwise the only one that will do.
 *
 * @throws {CliError} S117 with the schemes that will do
 */
export function chooseScheme(
  schemes: readonly EvaluatedScheme[],
  id: string | undefined,
  willDo: (scheme: EvaluatedScheme["scheme"]) => boolean,
): EvaluatedScheme {
  const able = schemes.filter(({ scheme }) => willDo(scheme));
  const [only, ...others] = able.filter(({ scheme }) => id === undefined || scheme.id === id);
  if (only === undefined || others.length > 0) throw new CliError("S117", able.map(({ scheme }) => `--scheme ${scheme.id}`).join("\n"));
  return only;
}

/** What an application is called: the name of its subject, and the id that commands take. */
export type Naming = (applicationId: string) => string;

export function namesOf(applicants: readonly Applicant[]): Naming {
  const names = new Map(
    applicants.map(({ application_id, subject_id, subject_name }) => [application_id, nameOf(subject_id, subject_name)]),
  );
  return (id) => names.get(id) ?? id;
}

export const nameOf = (id: string, name: string | null): string => (name === null ? id : `${name} ${id}`);
