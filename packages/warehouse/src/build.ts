import { fileURLToPath } from "node:url";
import { WarehouseError } from "./errors.ts";
import { handlingMacros } from "./handling-time.ts";
import { orderModels } from "./model-order.ts";
import { readModels } from "./models.ts";
import type { NodeDatabase } from "./node.ts";
import { createEvaluationSchema } from "./schema.ts";
import { schemaVersion } from "./schema-version.ts";
import { sqlLiteral } from "./values.ts";

/** What `mart_meta` says of a build. `generatedAt` is the caller's clock. */
export interface BuildMeta {
  readonly asOf: string;
  readonly isSample: boolean;
  readonly generatedAt: string;
  readonly software: string;
}

export interface BuildOptions extends StoreOptions {
  readonly meta: BuildMeta;
}

export interface StoreOptions {
  readonly storePath: string;
  /** Places for each honour that one city may fill in a year; without them the check on nominations finds nothing. */
  readonly quotas?: readonly { readonly honour: string; readonly perCity: number }[];
  /** What graders score, clause by clause (null: the item as a whole); without them the checks on complete sheets find nothing. */
  readonly clauses?: readonly ScoredClause[];
  /** The folder of `divisions.csv` and `channels.csv`; the repository's own by default. */
  readonly referenceFolder?: string;
}

export interface ScoredClause {
  readonly scheme: string;
  readonly honour: string;
  readonly item: string;
  readonly label: string;
  readonly clause: string | null;
}

/** Number of rows by mart. */
export type MartRows = Readonly<Record<string, number>>;

const ownReference = fileURLToPath(new URL("../../../data/reference/", import.meta.url));

/**
 * Fills a fresh database with all marts, from a store that is attached read-only, and creates the `eval_` tables empty. The `stg_` views
 * stay usable on `db` (this connection only) until `releaseStore`; `mart_scheme` is left to the caller.
 *
 * @throws {WarehouseError} W104 without a readable store, W107 when it lacks a table, W110 without the reference files.
 */
export async function buildMarts(db: NodeDatabase, options: BuildOptions): Promise<MartRows> {
  await attachStore(db, options);
  await createEvaluationSchema(db);
  for (const { name, sql } of orderModels(readModels("marts"))) await db.execute(`insert into ${name} by name ${sql}`);
  const { asOf, isSample, generatedAt, software } = options.meta;
  const meta = [schemaVersion, "evaluation", asOf, isSample, generatedAt, software].map(sqlLiteral).join(", ");
  await db.execute(`insert into mart_meta (schema_version, profile, as_of, is_sample, generated_at, software) values (${meta})`);
  return countRows(db);
}

/** The last day of a month, quarter, half-year or year as the store writes it: `2023-04`, `2023Q2`, `2023H1`, `2023`. */
const periodEnd = `period_end(period) as case
  when period like '____Q_' then last_day(make_date(cast(left(period, 4) as int), 3 * cast(right(period, 1) as int), 1))
  when period like '____H_' then last_day(make_date(cast(left(period, 4) as int), 6 * cast(right(period, 1) as int), 1))
  when period like '____-__' then last_day(make_date(cast(left(period, 4) as int), cast(right(period, 2) as int), 1))
  else make_date(cast(period as int), 12, 31) end`;

/** Attaches a store read-only as `store` and lays the reference tables and `stg_` views over it: temporary, of this connection only. */
export async function attachStore(db: NodeDatabase, options: StoreOptions): Promise<void> {
  try {
    await db.execute(`attach ${sqlLiteral(options.storePath)} as store (read_only)`);
  } catch (cause) {
    throw new WarehouseError(
      "W104",
      `${options.storePath}: ${cause instanceof WarehouseError ? cause.detail : String(cause)}`,
      null,
      cause,
    );
  }
  await layOverStore(db, "store", options);
}

/** Lays the reference tables and `stg_` views over the store's tables in a schema: temporary, of this connection only. */
export async function layOverStore(db: NodeDatabase, schema: string, options: Omit<StoreOptions, "storePath">): Promise<void> {
  await readReference(db, options.referenceFolder ?? ownReference);
  await db.execute(
    "create or replace temp table ref_clause (scheme varchar, honour varchar, item varchar, label varchar, clause varchar, place int)",
  );
  const clauses = (options.clauses ?? []).map(({ scheme, honour, item, label, clause }, place) => {
    return `(${[scheme, honour, item, label, clause, place].map(sqlLiteral).join(", ")})`;
  });
  if (clauses.length > 0) await db.execute(`insert into ref_clause values ${clauses.join(", ")}`);
  await db.execute("create or replace temp table ref_quota (honour varchar, per_city int)");
  for (const { honour, perCity } of options.quotas ?? []) {
    await db.execute(`insert into ref_quota values (${sqlLiteral(honour)}, ${sqlLiteral(perCity)})`);
  }
  for (const macro of [periodEnd, ...handlingMacros]) await db.execute(`create or replace temp macro ${macro}`);
  for (const { name, sql } of orderModels(readModels("staging"))) {
    try {
      await db.execute(`create or replace temp view ${name} as ${inSchema(sql, schema)}`);
    } catch (cause) {
      throw new WarehouseError("W107", `${name}: ${cause instanceof WarehouseError ? cause.detail : String(cause)}`, sql, cause);
    }
  }
}

/** Takes away what `attachStore` laid over the store, so that the file that remains opens without it. */
export async function releaseStore(db: NodeDatabase): Promise<void> {
  await liftFromStore(db);
  await db.execute("detach store");
}

/** SQL of a model or check, which names the store's tables `store.…`, for tables in another schema. */
export const inSchema = (sql: string, schema: string) => sql.replaceAll(/\bstore\.(?=[a-z])/g, `${schema}.`);

/** Takes away what `layOverStore` laid. */
export async function liftFromStore(db: NodeDatabase): Promise<void> {
  for (const { name } of orderModels(readModels("staging")).reverse()) await db.execute(`drop view temp.${name}`);
  for (const macro of [periodEnd, ...handlingMacros].reverse()) await db.execute(`drop macro temp.${macro.slice(0, macro.indexOf("("))}`);
  for (const table of ["ref_division", "ref_channel", "ref_quota", "ref_clause"]) await db.execute(`drop table temp.${table}`);
}

async function readReference(db: NodeDatabase, folder: string): Promise<void> {
  const csv = (file: string, columns: string) =>
    `read_csv(${sqlLiteral(`${folder.replace(/\/$/, "")}/${file}`)}, header = true, delim = ',', quote = '"', columns = {${columns}})`;
  try {
    const division = csv(
      "divisions.csv",
      "level: 'varchar', code: 'varchar', name: 'varchar', city_code: 'varchar', valid_from: 'date', valid_to: 'date', successors: 'varchar', comparable_from: 'date', note: 'varchar'",
    );
    await db.execute(`create or replace temp table ref_division as select * from ${division}`);
    await db.execute(
      `create or replace temp table ref_channel as select * from ${csv("channels.csv", "channel: 'varchar', alias: 'varchar'")}`,
    );
  } catch (cause) {
    throw new WarehouseError("W110", `${folder}: ${cause instanceof WarehouseError ? cause.detail : String(cause)}`, null, cause);
  }
}

async function countRows(db: NodeDatabase): Promise<MartRows> {
  const counts = readModels("marts").map(({ name }) => `select ${sqlLiteral(name)} as name, count(*) as n from ${name}`);
  const rows = await db.query<{ name: string; n: number }>(`${counts.join(" union all ")} order by name`);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
