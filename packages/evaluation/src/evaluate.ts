import { RubricError } from "@mingchuang/rubric/errors";
import { checkDay } from "@mingchuang/rubric/period";
import { type Policies, policiesInForce } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { buildMarts, releaseStore } from "@mingchuang/warehouse/build";
import { buildBeside } from "@mingchuang/warehouse/build-beside";
import { type CheckResult, readChecks, runChecks } from "@mingchuang/warehouse/check";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { appendRows } from "./append-rows.ts";
import { EvaluationError } from "./errors.ts";
import type { Round } from "./facts.ts";
import { judgeRun } from "./judge.ts";
import { nominationQuotas } from "./nomination-quotas.ts";
import { type FinishedRun, writeOutcomes } from "./outcomes.ts";
import { queryRestatedRows } from "./restated-rows.ts";
import type { Previous } from "./result-rows.ts";
import { type RunReport, reportRun, runRow } from "./run-report.ts";
import { planRuns } from "./runs.ts";
import { hashStore, type PolicyRow, policyRows } from "./seal.ts";
import { loadSolver, type StageRow } from "./selection.ts";
import { writeRun } from "./write-run.ts";

export interface EvaluateOptions {
  readonly storePath: string;
  /** The evaluation database; the one that is there stays readable until the new one is whole. */
  readonly outPath: string;
  readonly schemes: readonly Scheme[];
  /** Editions that judge nothing here, published beside those that do, to be read and compared. */
  readonly shown?: readonly Scheme[];
  /** Options chosen instead of the defaults: scheme id → policy id → option id. */
  readonly policies?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Last day that counts, by programme year; 31 December of the year unless given. */
  readonly asOf?: Readonly<Record<number, string>>;
  /** Whose sheets count; those of the first round unless given. */
  readonly round?: Round;
  readonly software: string;
  readonly clock: () => Date;
  readonly isSample?: boolean;
  readonly onProgress?: (step: { readonly year: number; readonly honour: string; readonly done: number; readonly of: number }) => void;
}

export interface EvaluationReport {
  readonly storeHash: string;
  readonly runs: readonly RunReport[];
  /** How each stage of each selection came out. */
  readonly stages: readonly StageRow[];
  readonly policies: readonly PolicyRow[];
  /** What the checks found and let pass. */
  readonly warnings: readonly CheckResult[];
}

/**
 * Builds the evaluation database anew from the store: marts, eligibility, scores, vetoes and ranks of every year and honour, the lives
 * of titles, the selections, and what all of it was judged by. The same store, schemes, policies, days and clock give the same rows.
 *
 * @throws {EvaluationError} E101–E110; the earlier database is then unchanged.
 * @throws {RubricError} R206 when a policy or option does not exist.
 * @throws {WarehouseError} W104, W107 and W110 when store or reference cannot be read.
 */
export async function evaluate(options: EvaluateOptions): Promise<EvaluationReport> {
  const policies = policiesByScheme(options);
  return buildBeside(options.outPath, async (path) => {
    const db = await openNodeDatabase(path);
    try {
      const report = await fill(db, options, policies);
      await releaseStore(db);
      await db.execute("checkpoint");
      return report;
    } finally {
      await db.close();
    }
  });
}

async function fill(db: NodeDatabase, options: EvaluateOptions, policies: ReadonlyMap<Scheme, Policies>): Promise<EvaluationReport> {
  const { storePath, schemes, shown = [], software, isSample = false, round = "initial" } = options;
  const evaluatedAt = localTime(options.clock());
  const quotas = nominationQuotas(schemes);
  const meta = { asOf: evaluatedAt.slice(0, 10), isSample, generatedAt: evaluatedAt, software };
  await buildMarts(db, { storePath, quotas, meta });
  const warnings = await checkData(db);
  await writeChecks(db, warnings);

  const storeHash = await hashStore(db);
  const runs = await planRuns(db, policies);
  const previous = new Map<string, Previous>();
  const reports: RunReport[] = [];
  const finished: FinishedRun[] = [];
  for (const run of runs) {
    options.onProgress?.({ year: run.year, honour: run.honour.id, done: reports.length, of: runs.length });
    const terms = { asOf: asOfDay(run.year, options.asOf), round };
    const judgedRun = await judgeRun(db, run, terms);
    await writeRun(db, run, judgedRun, previous);
    const report = reportRun(run, judgedRun, terms);
    await appendRows(db, "eval_run", [runRow(run, report, { storeHash, software, evaluatedAt })]);
    reports.push(report);
    finished.push({ run, judgedRun, asOf: terms.asOf });
  }
  const stages = await writeOutcomes(db, finished, await loadSolver());
  const editions = new Map<Scheme, Policies | null>([...policies, ...shown.map((scheme) => [scheme, null] as const)]);
  await appendRows(db, "eval_restated", await queryRestatedRows(db, runs, editions));
  const lastDay = reports
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  if (lastDay !== undefined) await db.query("update mart_meta set as_of = $1::date", [lastDay]);

  const policiesUsed = [...policies].flatMap(([scheme, inForce]) => policyRows(scheme, inForce));
  await appendRows(db, "eval_policy", policiesUsed);
  const bodies = [...schemes, ...shown].map((scheme) => {
    return { scheme_id: scheme.id, edition: scheme.edition, body: JSON.stringify(scheme) };
  });
  await appendRows(db, "mart_scheme", bodies);
  return { storeHash, runs: reports, stages, policies: policiesUsed, warnings };
}

function policiesByScheme({ schemes, policies: choices = {} }: EvaluateOptions): ReadonlyMap<Scheme, Policies> {
  if (schemes.length === 0) throw new EvaluationError("E101", "data/schemes");
  for (const id of Object.keys(choices)) {
    if (!schemes.some((scheme) => scheme.id === id)) throw new EvaluationError("E109", id);
  }
  return new Map(schemes.map((scheme) => [scheme, policiesInForce(scheme, choices[scheme.id] ?? {})]));
}

/** Of what a check found so many are kept, to be looked through on the data page; the count is of all. */
const violationsKept = 1000;

/** What the checks found goes into the database with the results: those that found nothing too, so that a page can say what was checked. */
async function writeChecks(db: NodeDatabase, found: readonly CheckResult[]): Promise<void> {
  const countOf = new Map(found.map(({ check, count }) => [check.name, count]));
  const checks = readChecks().map(({ name, zh, en, severity }) => ({ name, zh, en, severity, violations: countOf.get(name) ?? 0 }));
  await appendRows(db, "mart_check", checks);
  const violations = found.flatMap(({ check, violations }) => violations.map((violation) => ({ name: check.name, ...violation })));
  await appendRows(db, "mart_violation", violations);
}

async function checkData(db: NodeDatabase): Promise<readonly CheckResult[]> {
  const found = await runChecks(db, { limit: violationsKept });
  const failed = found.filter(({ check }) => check.severity === "error");
  if (failed.length > 0) {
    const lines = failed.flatMap(({ check, count, violations }) => [
      `${check.name} (${count}): ${check.zh} / ${check.en}`,
      ...violations.slice(0, 5).map(({ what, detail }) => `  ${what} · ${detail}`),
    ]);
    throw new EvaluationError("E108", lines.join("\n  "));
  }
  return found;
}

function asOfDay(year: number, given: EvaluateOptions["asOf"] = {}): string {
  const day = given[year] ?? `${year}-12-31`;
  try {
    checkDay(day);
  } catch (failure) {
    if (failure instanceof RubricError) throw new EvaluationError("E106", `${year}: ${day}`, failure);
    throw failure;
  }
  if (day < `${year}-01-01`) throw new EvaluationError("E106", `${year}: ${day}`);
  return day;
}

function localTime(date: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" }).format(date);
}
