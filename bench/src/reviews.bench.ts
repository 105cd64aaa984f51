import { execFileSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { printMedians } from "./measure.ts";
import type { Measured } from "./review-child.ts";
import { csvLines, writeMonth } from "./review-events.ts";
import { inScratchFolder } from "./scratch.ts";

/** Reviews of the year; less for a quick look, as `BENCH_REVIEWS=5000000 npm run bench reviews`. */
const events = Number(process.env.BENCH_REVIEWS ?? 100_000_000);
const fromText = Math.min(5_000_000, events);
const months = 12;
/** What the engine may take; the process as a whole takes some 250 MB more. */
const memory = "600MB";

/** Runs one step in a process of its own, whose memory is its own too. */
function measure(step: string, ...paths: string[]): Measured {
  const child = join(import.meta.dirname, "review-child.ts");
  const out = execFileSync(process.execPath, ["--import", "tsx", child, step, memory, ...paths], { encoding: "utf8" });
  return JSON.parse(out) as Measured;
}

const mebibytes = (kibibytes: number) => `${Math.round(kibibytes / 1024)} MiB`;

const seconds = (list: readonly Measured[]) => list.map((each) => each.seconds);
const peak = (list: readonly Measured[]) => mebibytes(Math.max(...list.map((each) => each.peak)));
const processor = (list: readonly Measured[]) => (list.reduce((sum, each) => sum + each.processor, 0) / list.length).toFixed(1);
const told = (name: string, list: readonly Measured[]) => `${name} (processor ${processor(list)} s, peak memory ${peak(list)})`;

await inScratchFolder(async (scratch) => {
  const folder = join(scratch, "text");
  const csv = join(folder, "评价记录.csv");
  await mkdir(folder);
  await pipeline(Readable.from(csvLines(fromText)), createWriteStream(csv));
  const [bare, work] = [join(scratch, "bare.duckdb"), join(scratch, "work")];
  const clean = async () => {
    await rm(bare, { force: true });
    await rm(work, { recursive: true, force: true });
  };
  const size = ((await stat(csv)).size / 1e6).toFixed(0);
  const runs = { bare: [] as Measured[], load: [] as Measured[] };
  for (let round = 0; round < 3; round++) {
    await clean();
    runs.bare.push(measure("bare", csv, bare));
    runs.load.push(measure("load", folder, join(work, "store.duckdb")));
  }
  printMedians(
    `(a) ${fromText.toLocaleString("en")} reviews from CSV (${size} MB)`,
    3,
    new Map([
      [told("bare DuckDB: create table as select * from read_csv, into a file", runs.bare), seconds(runs.bare)],
      [told("ingestFolder: counted, checked, keyed, quarantine, lineage, segments and marts", runs.load), seconds(runs.load)],
    ]),
  );
});

interface Year {
  readonly load: Measured;
  readonly marts: Measured;
}

/** The year as 12 files, loaded at once; then its marts built anew, and those of one month. */
await inScratchFolder(async (scratch) => {
  const perRow: [number, Year][] = [];
  for (const size of [events / 100, events / 10, events]) {
    const folder = join(scratch, "in");
    const work = join(scratch, "work");
    await mkdir(folder);
    for (let month = 1; month <= months; month++) await writeMonth(folder, month, Math.round(size / months));
    const load = measure("load", folder, join(work, "store.duckdb"));
    const marts = measure("marts", join(work, "store.duckdb"));
    perRow.push([size, { load, marts }]);
    if (size === events) await lookClosely(scratch, folder, work, load);
    await rm(folder, { recursive: true });
    await rm(work, { recursive: true });
  }
  console.log("(d) cost by size: seconds for a million reviews");
  for (const [size, { load, marts }] of perRow) {
    const [loadCost, martCost] = [(load.seconds - marts.seconds) / (size / 1e6), marts.seconds / (size / 1e6)];
    const peak = mebibytes(Math.max(load.peak, marts.peak));
    console.log(
      `  ${size.toLocaleString("en").padStart(12)}: load ${loadCost.toFixed(2)} s, marts ${martCost.toFixed(3)} s; peak memory ${peak}`,
    );
  }
});

async function lookClosely(scratch: string, folder: string, work: string, load: Measured): Promise<void> {
  const store = join(work, "store.duckdb");
  const runs = { scan: [] as Measured[], marts: [] as Measured[], month: [] as Measured[] };
  for (let round = 0; round < 3; round++) {
    runs.scan.push(measure("scan", folder));
    runs.marts.push(measure("marts", store));
    runs.month.push(measure("month", store));
  }
  printMedians(
    `(b) ${events.toLocaleString("en")} reviews in ${months} Parquet files`,
    3,
    new Map([
      [told("bare scan of the columns that the marts come from", runs.scan), seconds(runs.scan)],
      [told("all marts from the segments", runs.marts), seconds(runs.marts)],
      [told("load: checks, keys, segments, and the marts", [load]), [load.seconds]],
    ]),
  );
  printMedians(
    "(c) one month counted again",
    3,
    new Map([
      [told("all 12 months", runs.marts), seconds(runs.marts)],
      [told("one month", runs.month), seconds(runs.month)],
    ]),
  );

  const last = join(folder, `${months}.parquet`);
  const aside = join(scratch, "late.parquet");
  await rename(last, aside);
  await rm(work, { recursive: true });
  measure("load", folder, store);
  await cp(aside, last);
  const late = measure("load", folder, store);
  printMedians(
    "(c) one late file of 12",
    1,
    new Map([
      [told("all 12 files", [load]), [load.seconds]],
      [told("the last file alone, to the other eleven", [late]), [late.seconds]],
    ]),
  );
}
