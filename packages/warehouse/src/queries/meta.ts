import type { Database } from "../database.ts";

/** What the file is: for whom, up to which day, invented or real, made when and by what. */
export type Meta = {
  readonly schema_version: number;
  readonly profile: string;
  readonly as_of: string;
  readonly is_sample: boolean;
  readonly generated_at: string;
  readonly software: string;
};

export async function queryMeta(db: Database): Promise<Meta | null> {
  const [meta] = await db.query<Meta>(
    "select schema_version::int as schema_version, profile, as_of, is_sample, generated_at, software from mart_meta",
  );
  return meta ?? null;
}

/** A programme year of one honour, and the edition that judged it. */
export type Run = {
  readonly year: number;
  readonly honour: string;
  readonly scheme_id: string;
  readonly edition: string;
  readonly restated: boolean;
  readonly as_of: string;
  /** All that were judged, also those whose results this profile withholds. */
  readonly applications: number;
};

export function queryRuns(db: Database): Promise<readonly Run[]> {
  return db.query<Run>(
    "select year::int as year, honour, scheme_id, edition, restated, as_of, applications::int as applications from eval_run order by year, honour",
  );
}

/** The years that anything is known about: judged, registered, or both. */
export async function queryYears(db: Database): Promise<readonly number[]> {
  const rows = await db.query<{ readonly year: number }>(
    "select year::int as year from (select year from eval_run union select year from mart_window) order by year",
  );
  return rows.map(({ year }) => year);
}

/** A file that was handed in, as it was last read. */
export type FileRow = {
  readonly path: string;
  readonly rows_in: number | null;
  readonly accepted: number | null;
  readonly rejected: number | null;
  /** Why the file was refused as a whole. */
  readonly error_code: string | null;
};

export function queryFiles(db: Database): Promise<readonly FileRow[]> {
  return db.query<FileRow>(
    "select path, rows_in::int as rows_in, accepted::int as accepted, rejected::int as rejected, error_code from mart_file where replaced_by is null order by path",
  );
}

/** A scheme edition; `body` is the parsed scheme as JSON text. */
export type SchemeRow = { readonly scheme_id: string; readonly edition: string; readonly body: string };

export function querySchemes(db: Database): Promise<readonly SchemeRow[]> {
  return db.query<SchemeRow>("select scheme_id, edition, body from mart_scheme order by scheme_id, edition");
}

/** A policy of a scheme and the option that its results were reached under, where they were reached under one option. */
export type PolicyRow = { readonly scheme_id: string; readonly policy: string; readonly value: string };

export function queryPolicies(db: Database): Promise<readonly PolicyRow[]> {
  return db.query<PolicyRow>(
    "select scheme_id, policy, min(value) as value from eval_policy group by scheme_id, policy having count(distinct value) = 1 order by scheme_id, policy",
  );
}

/** What this profile does not get as it is. A null column stands for the whole table; `rows`: of persons, some or all are left out. */
export type Withheld = {
  readonly table_name: string;
  readonly column_name: string | null;
  readonly how: "withheld" | "masked" | "renamed" | "rows";
};

export function queryWithheld(db: Database): Promise<readonly Withheld[]> {
  return db.query<Withheld>("select table_name, column_name, how from mart_withheld order by table_name, column_name nulls first");
}

/** The cities in their official order. */
export type City = { readonly city_code: string; readonly city: string };

export function queryCities(db: Database): Promise<readonly City[]> {
  return db.query<City>("select city_code, city from mart_city order by sort, city_code");
}
