import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ingestFolder } from "@mingchuang/ingest/load";
import { segmentFolder } from "@mingchuang/ingest/segments/segment-ledger";
import { tallyMonths } from "@mingchuang/ingest/segments/tally-months";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { sqlLiteral } from "@mingchuang/warehouse/values";

/** One step in this process: how long it took, how much of the processors, and the most memory the process ever held (KiB). */
export interface Measured {
  readonly seconds: number;
  readonly processor: number;
  readonly peak: number;
}

const [step = "", memoryLimit = "", ...paths] = process.argv.slice(2);
const [from = "", to = ""] = paths;
const engine = { memoryLimit, threads: 2 };

/** Every value of the columns that the marts come from, and nothing made of it. */
async function scan(folder: string): Promise<void> {
  const db = await openNodeDatabase(":memory:", engine);
  await db.query(`select sum(hash(window_id) & 1)::double, sum(hash(channel) & 1)::double, sum(level)::double, sum(is_default::int)::double,
    sum(hash(cause) & 1)::double, max(rated_at), sum(handling_minutes)::double from read_parquet(${sqlLiteral(join(folder, "*.parquet"))})`);
  await db.close();
}

async function load(folder: string, storePath: string): Promise<void> {
  const { totals } = await ingestFolder({
    folder,
    storePath,
    codes: { honours: [], items: [], clauses: [], names: [] },
    mappings: [],
    engine,
  });
  if (totals.rowsIn === 0 || totals.accepted !== totals.rowsIn)
    throw new Error(`${totals.accepted} of ${totals.rowsIn} reviews were accepted`);
}

async function tally(storePath: string, months: string): Promise<void> {
  const db = await openNodeDatabase(storePath, engine);
  await db.execute(`update event_month set built_from = '' where ${months}`);
  await tallyMonths(db, segmentFolder(storePath));
  await db.execute("checkpoint");
  await db.close();
}

async function bare(csv: string, database: string): Promise<void> {
  const db = await openNodeDatabase(database, { threads: 2 });
  await db.execute(`create table reviews as select * from read_csv(${sqlLiteral(csv)}); checkpoint`);
  await db.close();
}

const steps: Readonly<Record<string, () => Promise<void>>> = {
  bare: () => bare(from, to),
  scan: () => scan(from),
  load: () => load(from, to),
  marts: () => tally(from, "true"),
  month: () => tally(from, "month = (select max(month) from event_month)"),
};

const started = performance.now();
await steps[step]?.();
const { user, system } = process.cpuUsage();
const measured: Measured = {
  seconds: (performance.now() - started) / 1000,
  processor: (user + system) / 1e6,
  peak: Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0),
};
console.log(JSON.stringify(measured));
