import type { Database } from "./database.ts";
import { WarehouseError } from "./errors.ts";
import { type Model, readSqlFiles } from "./models.ts";

export type Severity = "error" | "warning";

/** The number of a problem of rows, their kind, and the fields one of whose cells is to be looked at, the likeliest first. */
export interface RowProblem {
  readonly code: string;
  readonly kind: string;
  readonly fields: readonly string[];
}

/** A query that must return no rows: `what` is wrong, in which `detail`, and the row it came from where there is one. */
export interface Check {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly severity: Severity;
  /** Where the row that it names is somebody's to correct. */
  readonly problem?: RowProblem;
  readonly sql: string;
}

export type Violation = {
  readonly what: string;
  readonly detail: string;
  readonly file_id: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
};

/** `count` is that of all violations; `violations` are the first of them. */
export interface CheckResult {
  readonly check: Check;
  readonly count: number;
  readonly violations: readonly Violation[];
}

const header = /^-- zh: (.+)\n-- en: (.+)\n-- severity: (error|warning)\n(?:-- problem: (\S+) (\S+) (.+)\n)?/;

/**
 * A check from its file: three lines say what it means in Chinese and English and how grave it is, a fourth where it is a problem of a row
 * that was handed in, the rest is the query.
 *
 * @throws {WarehouseError} W109 when one of the three lines is missing.
 */
export function parseCheck({ name, sql }: Model): Check {
  const match = header.exec(sql);
  if (!match) throw new WarehouseError("W109", `${name}.sql`);
  const [all, zh = "", en = "", severity, code, kind = "", fields = ""] = match;
  const problem = code === undefined ? {} : { problem: { code, kind, fields: fields.split(" ") } };
  return { name, zh, en, severity: severity as Severity, ...problem, sql: sql.slice(all.length) };
}

/** All checks, sorted by name. */
export function readChecks(): Check[] {
  return readSqlFiles(new URL("../checks/", import.meta.url)).map(parseCheck);
}

/**
 * Runs checks on a database with marts and staging views (after `buildMarts` or `attachStore`), errors before warnings, and returns
 * those that found something, each with its first `limit` violations.
 */
export async function runChecks(db: Database, { checks = readChecks(), limit = 20 } = {}): Promise<CheckResult[]> {
  const found: CheckResult[] = [];
  for (const check of checks) {
    const [total] = await db.query<{ n: number }>(`select count(*) as n from (${check.sql})`);
    if (!total?.n) continue;
    const violations = await db.query<Violation>(`select * from (${check.sql}) order by what, detail, file_id, row_no limit ${limit}`);
    found.push({ check, count: total.n, violations });
  }
  return found.sort((a, b) => Number(a.check.severity === "warning") - Number(b.check.severity === "warning"));
}
