import { type Policies, policiesInForce } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";
import type { Round } from "./facts.ts";
import type { Terms } from "./judge.ts";
import type { Run } from "./runs.ts";
import { hashStore } from "./seal.ts";

/** A scheme as an evaluation used it. */
export interface EvaluatedScheme {
  readonly scheme: Scheme;
  /** The options in force: policy id → option id. */
  readonly choices: Readonly<Record<string, string>>;
  readonly policies: Policies;
}

/** A run that an evaluation holds, with all that it was judged by. */
export interface EvaluatedRun extends Run, Terms {
  readonly choices: EvaluatedScheme["choices"];
  /** How many applied. */
  readonly applications: number;
}

/** The schemes of an evaluation database with the options in force, by id and edition. */
export async function queryEvaluatedSchemes(db: Database): Promise<readonly EvaluatedScheme[]> {
  const rows = await db.query<{ body: string }>("select body from mart_scheme order by scheme_id, edition");
  const chosen = await db.query<{ scheme: string; policy: string; value: string }>(
    "select distinct scheme_id as scheme, policy, value from eval_policy order by all",
  );
  return rows.map(({ body }) => {
    // It was checked when it was evaluated.
    const scheme = JSON.parse(body) as Scheme;
    const own = chosen.filter((choice) => choice.scheme === scheme.id);
    const choices = Object.fromEntries(own.map(({ policy, value }) => [policy, value]));
    return { scheme, choices, policies: policiesInForce(scheme, choices) };
  });
}

/** Every year and honour of an evaluation database, sorted. */
export async function queryEvaluatedRuns(db: Database): Promise<readonly EvaluatedRun[]> {
  type Row = { year: number; honour: string; scheme: string; edition: string; as_of: string; round: Round; applications: number };
  const schemes = await queryEvaluatedSchemes(db);
  const rows = await db.query<Row>(
    "select year, honour, scheme_id as scheme, edition, as_of, round, applications from eval_run order by year, honour",
  );
  return rows.flatMap(({ year, honour: id, scheme, edition, as_of, round, applications }) => {
    const used = schemes.find((each) => each.scheme.id === scheme && each.scheme.edition === edition);
    const honour = used?.scheme.honours.find((each) => each.id === id);
    return used && honour ? [{ ...used, year, honour, asOf: as_of, round, applications }] : [];
  });
}

/** The runs for which a subject applied, named by its own id or by that of an application. */
export async function queryAppliedFor(db: Database, id: string, runs: readonly EvaluatedRun[]): Promise<readonly EvaluatedRun[]> {
  const applied = await db.query<{ year: number; honour: string }>(
    "select distinct year, honour from mart_application where subject_id = $1 or application_id = $1",
    [id],
  );
  return runs.filter((run) => applied.some(({ year, honour }) => run.year === year && run.honour.id === honour));
}

/** Whether the store has changed since it was evaluated. */
export async function isStoreChanged(db: Database): Promise<boolean> {
  const [first] = await db.query<{ store_hash: string }>("select store_hash from eval_run limit 1");
  return first !== undefined && first.store_hash !== (await hashStore(db));
}
