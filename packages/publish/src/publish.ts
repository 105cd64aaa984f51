import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { buildBeside } from "@mingchuang/warehouse/build-beside";
import { type Manifest, Profile, type PublishedFile, PublishedRun } from "@mingchuang/warehouse/manifest";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { sqlLiteral } from "@mingchuang/warehouse/values";
import { createAliases, queryKnownApplications, queryKnownGraders } from "./aliases.ts";
import { PublishError } from "./errors.ts";
import { findLeaks } from "./leaks.ts";
import { type Mask, maskFor } from "./mask.ts";
import { createMaskedText } from "./masked-text.ts";
import { knownPersons, knownPersonsInPlaces, type PersonalValues, queryPersonalValues } from "./personal-values.ts";
import { prepareAnswers } from "./prepare-answers.ts";
import { profileSelect } from "./profile-select.ts";
import { publishedTableNames, publishedTables, type Treatment } from "./profiles.ts";

export interface PublishOptions {
  readonly evaluationPath: string;
  /** Read for the names and numbers that must not get out. */
  readonly storePath: string;
  readonly outDir: string;
  readonly profiles: readonly Profile[];
  readonly clock: () => Date;
  readonly onProgress?: (step: { readonly profile: Profile; readonly done: number; readonly of: number }) => void;
}

/**
 * A quarter of DuckDB's usual block: a table takes at least one block a column group, which would make most of a small file air. Of
 * the sizes tried this one is the smallest on disk both for 400 windows (half the usual) and for 100,000 (three quarters of it), and
 * is scanned as fast in the browser's engine.
 */
const blockBytes = 65_536;

/**
 * Writes one read-only database per profile, beside it the answers to what the first screens ask of it and, last, the manifest that names
 * them; files that the manifest no longer names are removed. Until the manifest is replaced the folder shows what was published before, whatever happens.
 *
 * @returns the manifest
 * @throws {PublishError} P101 when the evaluation database is of another shape, P102 when personal data would get out, P103 when it
 * is empty, P104 without a profile
 */
export async function publish(options: PublishOptions): Promise<Manifest> {
  const { evaluationPath, storePath, outDir, clock } = options;
  const profiles = Profile.options.filter((profile) => options.profiles.includes(profile));
  if (profiles.length === 0) throw new PublishError("P104", outDir);
  await mkdir(outDir, { recursive: true });
  const personal = await withDatabase(storePath, queryPersonalValues);
  const head = await withDatabase(evaluationPath, queryHead);

  const files: PublishedFile[] = [];
  for (const profile of profiles) {
    options.onProgress?.({ profile, done: files.length, of: profiles.length });
    files.push(await writeProfile(profile, { evaluationPath, outDir, personal }));
  }
  const manifest: Manifest = { ...head, generatedAt: localTime(clock()), files };
  await buildBeside(join(outDir, "manifest.json"), (path) => writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`));
  await removeUnnamed(outDir, files);
  return manifest;
}

async function writeProfile(
  profile: Profile,
  { evaluationPath, outDir, personal }: { evaluationPath: string; outDir: string; personal: PersonalValues },
): Promise<PublishedFile> {
  const unnamed = join(outDir, `${profile}.duckdb`);
  const rows = await buildBeside(unnamed, async (path) => {
    // One thread: the same evaluation then gives the same bytes, and so the same name.
    const db = await openNodeDatabase(":memory:", { threads: 1 });
    try {
      await db.execute(`attach ${sqlLiteral(evaluationPath)} as source (read_only)`);
      await db.execute(`attach ${sqlLiteral(path)} as target (block_size ${blockBytes})`);
      await db.execute("use target");
      await createAliases(db, profile);
      const aliases = [...(await queryKnownGraders(db)), ...(await queryKnownApplications(db))];
      await createMaskedText(db, {
        text: maskFor([...aliases, ...knownPersons(personal)]),
        place: leavingNames(personal, maskFor(knownPersonsInPlaces(personal), { strict: true })),
      });
      const counts = await writeTables(db, profile);
      await writeWithheld(db, profile);
      if (profile !== "committee") await refuseLeaks(db, profile, personal);
      await db.execute("checkpoint");
      await db.execute("use memory");
      await db.execute("detach target");
      return counts;
    } finally {
      await db.close();
    }
  });
  const sha256 = await hashFile(unnamed);
  const file = `${profile}-${sha256.slice(0, 16)}.duckdb`;
  await chmod(unnamed, 0o444);
  await rename(unnamed, join(outDir, file));
  const answers = await prepareAnswers(join(outDir, file), profile, outDir);
  return { profile, file, sha256, bytes: (await stat(join(outDir, file))).size, rows, answers };
}

async function writeTables(db: NodeDatabase, profile: Profile): Promise<Record<string, number>> {
  const source = await db.query<{ table: string; column: string; type: string }>(`
    select table_name as "table", column_name as "column", data_type as type from duckdb_columns() where database_name = 'source'
  `);
  const counts: Record<string, number> = {};
  for (const table of publishedTableNames) {
    const rule = publishedTables[table];
    const types = new Map(source.filter((row) => row.table === table).map(({ column, type }) => [column, type]));
    const missing = Object.keys(rule?.columns ?? {}).filter((column) => !types.has(column));
    if (!rule || missing.length > 0) throw new PublishError("P101", `${table}: ${missing.join(", ")}`);
    await db.execute(`create table "${table}" as ${profileSelect(table, rule, profile, types)}`);
    const [count] = await db.query<{ n: number }>(`select count(*) as n from "${table}"`);
    counts[table] = count?.n ?? 0;
  }
  return counts;
}

/** Tells the reader of the file what it does not hold, so that "withheld" is never taken for "not handed in". */
async function writeWithheld(db: NodeDatabase, profile: Profile): Promise<void> {
  await db.execute("create table mart_withheld (table_name varchar, column_name varchar, how varchar)");
  const how: Readonly<Record<Treatment, string | null>> = {
    kept: null,
    profile: null,
    lineByGrader: null,
    lineByAmount: null,
    withheld: "withheld",
    masked: "masked",
    path: "masked",
    place: "masked",
    id: "renamed",
    subject: "renamed",
    subjectName: "renamed",
    application: "renamed",
    applications: "renamed",
    ofPlaces: "rows",
    grader: "renamed",
  };
  for (const table of publishedTableNames) {
    const rule = publishedTables[table];
    if (!rule) continue;
    const left = rule.rows[profile] === "none" ? "withheld" : (await lacksRows(db, table)) ? "rows" : null;
    if (left !== null) await db.query("insert into mart_withheld values ($1, null, $2)", [table, left]);
    for (const [column, by] of Object.entries(rule.columns).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const shown = how[by[profile]];
      if (shown !== null && rule.rows[profile] !== "none" && (await isTouched(db, table, column, by[profile]))) {
        await db.query("insert into mart_withheld values ($1, $2, $3)", [table, column, shown]);
      }
    }
  }
}

/** Names of places and ids are nearly always as they were handed in: only where one was changed is there something to say. */
async function isTouched(db: NodeDatabase, table: string, column: string, treatment: Treatment): Promise<boolean> {
  if (treatment !== "place" && treatment !== "id") return true;
  const masked = treatment === "place" ? "masked_place" : "masked_id";
  const [answer] = await db.query<{ touched: boolean }>(
    `select exists (select 1 from source."${table}" where "${column}" in (select original from ${masked})) as touched`,
  );
  return answer?.touched ?? false;
}

async function lacksRows(db: NodeDatabase, table: string): Promise<boolean> {
  const [answer] = await db.query<{ lacks: boolean }>(
    `select (select count(*) from "${table}") < (select count(*) from source."${table}") as lacks`,
  );
  return answer?.lacks ?? false;
}

/** What is nothing but a name stays in the place where it does not belong, so that publication is stopped: somebody mixed up two columns. */
function leavingNames({ names }: PersonalValues, mask: Mask): Mask {
  const compact = (text: string) => text.replace(/\s/g, "");
  const whole = new Set(names.map(compact));
  return (text) => (whole.has(compact(text)) ? text : mask(text));
}

async function refuseLeaks(db: NodeDatabase, profile: Profile, personal: PersonalValues): Promise<void> {
  const isOurs = (table: string, column: string) => (publishedTables[table]?.columns[column]?.[profile] ?? "kept") === "kept";
  const leaks = await findLeaks(db, personal, isOurs);
  if (leaks.length > 0) throw new PublishError("P102", leaks.map(({ table, column, kind }) => `${table}.${column} (${kind})`).join(", "));
}

async function queryHead(db: NodeDatabase): Promise<Omit<Manifest, "generatedAt" | "files">> {
  const [meta] = await db.query<{ schemaVersion: number; software: string; isSample: boolean; asOf: string }>(`
    select schema_version as "schemaVersion", software, is_sample as "isSample", as_of as "asOf" from mart_meta
  `);
  if (!meta) throw new PublishError("P103", "mart_meta");
  const runs = await db.query(`
    select year, honour, scheme_id as "schemeId", edition, restated, as_of as "asOf" from eval_run order by year, honour
  `);
  return { ...meta, runs: runs.map((run) => PublishedRun.parse(run)) };
}

async function withDatabase<T>(path: string, read: (db: NodeDatabase) => Promise<T>): Promise<T> {
  const db = await openNodeDatabase(path, { readOnly: true });
  try {
    return await read(db);
  } finally {
    await db.close();
  }
}

async function removeUnnamed(outDir: string, files: readonly PublishedFile[]): Promise<void> {
  const named = new Set(files.flatMap(({ file, answers }) => [file, ...answers.map((each) => each.file)]));
  for (const name of await readdir(outDir)) {
    if (/^(?:public|leader|committee)-[0-9a-f]{16}\.(?:answers|duckdb)$/.test(name) && !named.has(name)) await rm(join(outDir, name));
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function localTime(date: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" }).format(date);
}
