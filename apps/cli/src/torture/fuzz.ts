import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Contract } from "@mingchuang/ingest/contracts/contract";
import { storedColumns } from "@mingchuang/ingest/store";
import { createRandom, type Random } from "@mingchuang/sample/random";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { sqlLiteral } from "@mingchuang/warehouse/values";
import { writeXlsx } from "hucre/xlsx";
import { csvLines } from "./csv-lines.ts";
import { type Broken, type LoadedBatch, type Loader, openLoader } from "./fuzz-load.ts";
import { writeParquet } from "./handed-in.ts";
import { type MutatedRow, mutateRow } from "./mutate-cells.ts";
import { type MutatedFile, mutateFile, type Specimen } from "./mutate-files.ts";
import { allContracts, cellsOf, headersOf, type Row, validRow } from "./valid-rows.ts";

export interface FuzzOptions {
  readonly cells: number;
  readonly files: number;
  readonly seed: number;
  readonly lanes?: number;
  /** Where a file that breaks something is kept. */
  readonly keep?: string;
  readonly onProgress?: (cells: number, files: number) => void;
}

export interface FuzzFigures {
  cells: number;
  /** Cells of which it was known what must become of their row. */
  judged: number;
  files: number;
  loaded: number;
  refused: number;
  /** Files whose rows were counted from outside. */
  counted: number;
  rows: number;
  /** Milliseconds of the processor that the slowest file took, and its name. */
  slowest: { milliseconds: number; path: string };
  /** Megabytes of memory of the loading processes: after the first tenth of their loads, and at most. */
  memory: { early: number; most: number };
  faults: string[];
}

/** No file may take more of the processor; a machine that does other things too is given time before a load is called hung. */
const longestMs = 10_000;
const hungAfterMs = 90_000;
const rowsOfFile = 500;
const filesOfBatch = 100;
const lastFile = "zz.csv";

/**
 * Feeds ingestion with rows one cell of which was changed, and with files damaged in many ways. Nothing may crash, hang or grow; every
 * row must be accounted for, and what is known to be right or wrong must be taken or turned away.
 */
export async function fuzz({ cells, files, seed, lanes = 2, keep, onProgress }: FuzzOptions): Promise<FuzzFigures> {
  const root = await mkdtemp(join(tmpdir(), "mingchuang-fuzz-"));
  const figures: FuzzFigures = {
    cells: 0,
    judged: 0,
    files: 0,
    loaded: 0,
    refused: 0,
    counted: 0,
    rows: 0,
    slowest: { milliseconds: 0, path: "" },
    memory: { early: 0, most: 0 },
    faults: [],
  };
  const groups = tablesToMutate(cells);
  const batches = Math.ceil(files / filesOfBatch);
  const tasks = [
    ...groups.map((group) => (loader: Loader, folder: string) => fuzzCells(loader, folder, group, seed, figures)),
    ...Array.from(
      { length: batches },
      (_, batch) => (loader: Loader, folder: string) =>
        fuzzFiles(loader, folder, { batch, count: Math.min(filesOfBatch, files - batch * filesOfBatch), seed, keep }, figures),
    ),
  ];
  let next = 0;
  const lane = async (number: number) => {
    const loader = openLoader(hungAfterMs);
    try {
      for (let task = next++; task < tasks.length; task = next++) {
        const folder = join(root, `${number}-${task}`);
        await mkdir(folder);
        await tasks[task]?.(loader, folder);
        await rm(folder, { recursive: true, force: true });
        onProgress?.(figures.cells, figures.files);
      }
    } finally {
      loader.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
    return figures;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

type TableFormat = "csv" | "xlsx" | "utf16";

interface TableToMutate {
  readonly contract: Contract;
  readonly format: TableFormat;
  readonly number: number;
  readonly rows: number;
}

const tableFormats = ["csv", "xlsx", "csv", "utf16"] as const;

/** Groups of tables, one of each kind: those of a group are loaded together. */
function tablesToMutate(cells: number): TableToMutate[][] {
  const count = Math.max(1, Math.ceil(cells / (rowsOfFile * allContracts.length)));
  return Array.from({ length: count }, (_, group) =>
    allContracts.map((contract, index) => ({
      contract,
      format: tableFormats[(group + index) % tableFormats.length] ?? "csv",
      number: group * allContracts.length + index,
      rows: Math.ceil(cells / (count * allContracts.length)),
    })),
  );
}

interface MutatedTable extends TableToMutate {
  readonly path: string;
  readonly mutated: readonly MutatedRow[];
}

/** Loads the rows as they were, then as they are with one cell each changed, into two stores, and holds the second against the first. */
async function fuzzCells(
  loader: Loader,
  folder: string,
  group: readonly TableToMutate[],
  seed: number,
  figures: FuzzFigures,
): Promise<void> {
  const tables: MutatedTable[] = [];
  for (const name of ["valid", "mutated"]) await mkdir(join(folder, name));
  for (const table of group) {
    const { contract, format, number, rows } = table;
    const random = createRandom(seed, `cells/${number}`);
    const valid = Array.from({ length: rows }, (_, n) => validRow(contract, random, n));
    const mutated = valid.map((row, n) => {
      for (;;) {
        const change = mutateRow(contract, row, random, n);
        if (format === "csv" || !change.textOnly) return change;
      }
    });
    const path = `${contract.kind}.${format === "xlsx" ? "xlsx" : "csv"}`;
    await writeTable(join(folder, "valid", `${contract.kind}.csv`), contract, valid, "csv");
    await writeTable(
      join(folder, "mutated", path),
      contract,
      mutated.map(({ row }) => row),
      format,
    );
    tables.push({ ...table, path, mutated });
  }
  const storeOf = (name: string) => join(folder, `${name}-store`, "store.duckdb");
  const wrong = new Set<MutatedTable>();
  for (const name of ["valid", "mutated"]) {
    const outcome = await loader.load({ folder: join(folder, name), storePath: storeOf(name) });
    if (!take(outcome, figures, `group of ${group[0]?.number} ${name}`)) return;
    for (const table of tables) {
      const { contract, path, rows } = table;
      const file = outcome.files.find((each) => each.path === (name === "valid" ? `${contract.kind}.csv` : path));
      const isRight = file?.errorCode === null && file.rowsIn === rows && file.rowsIn === file.accepted + file.rejected + file.superseded;
      if (!isRight || (name === "valid" && file.accepted !== rows)) {
        figures.faults.push(`${contract.kind} ${name}: ${rows} rows went in: ${JSON.stringify(file)}`);
        wrong.add(table);
      }
      figures.counted += 1;
    }
  }
  for (const table of tables) {
    figures.cells += table.rows;
    figures.rows += table.rows;
    if (!wrong.has(table)) await judge(table, [storeOf("valid"), storeOf("mutated")], figures);
  }
}

async function writeTable(path: string, contract: Contract, rows: readonly Row[], format: TableFormat): Promise<void> {
  const table = [headersOf(contract), ...rows.map((row) => cellsOf(contract, row))];
  if (path.endsWith(".xlsx")) await writeFile(path, await writeXlsx({ sheets: [{ name: contract.title, rows: table }] }));
  else await writeFile(path, format === "utf16" ? Buffer.from(`\ufeff${csvLines(table)}`, "utf16le") : csvLines(table));
}

/** Row by row: same value, accepted, rejected, as was known before. */
async function judge({ contract, format, number, mutated }: MutatedTable, stores: readonly string[], figures: FuzzFigures): Promise<void> {
  const name = `${contract.kind}/${format}/${number}`;
  const [before = new Map(), after = new Map()] = [await queryRows(stores[0] ?? "", contract), await queryRows(stores[1] ?? "", contract)];
  const order = (rows: ReadonlyMap<number, string>) => [...rows.keys()].sort((a, b) => a - b);
  const [firstOf] = order(before);
  // Lines of a text file move where a cell holds a line break; the n-th row is the n-th all the same.
  const places = await queryPlaces(stores[1] ?? "", contract, mutated.length);
  for (const [n, { expected, field, row }] of mutated.entries()) {
    if (expected === "unknown") continue;
    figures.judged += 1;
    const place = places[n] ?? -1;
    const hash = after.get(place);
    const isRight =
      expected === "rejected" ? hash === undefined : expected === "accepted" ? hash !== undefined : hash === before.get((firstOf ?? 2) + n);
    if (!isRight)
      figures.faults.push(
        `${name}: row ${n}, ${field} = ${JSON.stringify(row[field])}: ${expected}, but ${hash === undefined ? "rejected" : "stored otherwise"}`,
      );
  }
}

interface StoredRow {
  readonly [column: string]: string | number;
  readonly row_no: number;
  readonly hash: string;
}

/** The rows in force, each with a hash of its values. */
async function storedRows(db: NodeDatabase, contract: Contract, storePath: string): Promise<readonly StoredRow[]> {
  if (!contract.isEvents) return db.query(`select row_no, row_hash::varchar as hash from raw_${contract.kind}`);
  const values = storedColumns(contract).map(({ name }) => name);
  const segments = sqlLiteral(join(dirname(storePath), "events", "*.parquet"));
  return db.query(`select row_no, hash(${values.join(", ")})::varchar as hash from read_parquet(${segments})`);
}

async function queryRows(storePath: string, contract: Contract): Promise<Map<number, string>> {
  const db = await openNodeDatabase(storePath, { readOnly: true, threads: 1 });
  try {
    return new Map((await storedRows(db, contract, storePath)).map(({ row_no, hash }) => [row_no, hash]));
  } finally {
    await db.close();
  }
}

/** The row number of each row of the file, accepted or rejected. */
async function queryPlaces(storePath: string, contract: Contract, rows: number): Promise<number[]> {
  const db = await openNodeDatabase(storePath, { readOnly: true, threads: 1 });
  try {
    const stored = await storedRows(db, contract, storePath);
    const problems = await db.query<{ row_no: number }>(
      "select distinct row_no from ingest_problem join ingest_table using (file_id, sheet) where severity = 'rejected' and kind = $1",
      [contract.kind],
    );
    const places = [...new Set([...stored, ...problems].map(({ row_no }) => row_no))].sort((a, b) => a - b);
    if (places.length !== rows) throw new Error(`${contract.kind}: ${places.length} places of ${rows} rows`);
    return places;
  } finally {
    await db.close();
  }
}

interface FileBatch {
  readonly batch: number;
  readonly count: number;
  readonly seed: number;
  readonly keep: string | undefined;
}

async function fuzzFiles(loader: Loader, folder: string, { batch, count, seed, keep }: FileBatch, figures: FuzzFigures): Promise<void> {
  const random = createRandom(seed, `files/${batch}`);
  const specimens = await makeSpecimens(random);
  const written = new Map<string, MutatedFile>();
  const input = join(folder, "in");
  await mkdir(input);
  for (let number = 0; number < count; number += 1) {
    const file = mutateFile(random.pick(specimens), random, specimens);
    const path = `${String(number).padStart(4, "0")}${file.extension}`;
    written.set(path, file);
    await writeFile(join(input, path), file.bytes);
  }
  // Comes last, so that the time until the load's end is not put to a damaged file.
  await writeFile(join(input, lastFile), "");
  const storePath = join(folder, "work", "store.duckdb");
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await loader.load({ folder: input, storePath });
    if (take(outcome, figures, `batch ${batch}`, written)) {
      figures.files += count;
      for (const file of outcome.files) if (file.path !== lastFile) judgeFile(file, written.get(file.path), figures, batch);
      // What was read once must be known again.
      if (batch % 10 === 0) {
        const again = await loader.load({ folder: input, storePath });
        if ("why" in again || again.changed) figures.faults.push(`batch ${batch}: loading again changed the store`);
      }
      return;
    }
    const broken = written.get(outcome.path);
    if (broken && keep) {
      await mkdir(keep, { recursive: true });
      await writeFile(join(keep, `${seed}-${batch}-${outcome.path}`), broken.bytes);
    }
    if (!broken || attempt > 20) return;
    // The others are to be tried all the same.
    await rm(join(input, outcome.path), { force: true });
  }
}

function judgeFile(file: LoadedBatch["files"][number], mutated: MutatedFile | undefined, figures: FuzzFigures, batch: number): void {
  const { path, errorCode, rowsIn, accepted, rejected, superseded } = file;
  if (errorCode === null) figures.loaded += 1;
  else figures.refused += 1;
  figures.rows += rowsIn;
  const fault = (why: string) => figures.faults.push(`batch ${batch} ${path} (${mutated?.how}): ${why}`);
  if (rowsIn !== accepted + rejected + superseded) fault(`${rowsIn} ≠ ${accepted} + ${rejected} + ${superseded}`);
  if (mutated?.rows === undefined || mutated.rows === null || errorCode === "F113") return;
  figures.counted += 1;
  if (errorCode !== null) fault(`refused with ${errorCode}`);
  else if (rowsIn !== mutated.rows) fault(`${mutated.rows} rows went in, ${rowsIn} were found`);
}

/** Notes times and memory. Answers whether the load came to its end; if not, notes that as a fault. */
function take(
  outcome: LoadedBatch | Broken,
  figures: FuzzFigures,
  name: string,
  written?: ReadonlyMap<string, MutatedFile>,
): outcome is LoadedBatch {
  if ("why" in outcome) {
    figures.faults.push(`${name}, ${outcome.path} (${written?.get(outcome.path)?.how}): ${outcome.why}`);
    return false;
  }
  for (const { path, milliseconds } of outcome.times) {
    const label = `${name} ${path}${written ? ` (${written.get(path)?.how})` : ""}`;
    if (path === lastFile) continue;
    if (milliseconds > figures.slowest.milliseconds) figures.slowest = { milliseconds, path: label };
    if (milliseconds > longestMs) figures.faults.push(`${label}: ${(milliseconds / 1000).toFixed(1)} s`);
  }
  const megabytes = Math.round(outcome.rss / 1e6);
  if (figures.cells + figures.files * 10 < 20_000) figures.memory.early = Math.max(figures.memory.early, megabytes);
  figures.memory.most = Math.max(figures.memory.most, megabytes);
  return true;
}

/** The rows as a Parquet file, by way of a file of its own. */
async function parquetOf(contract: Contract, rows: readonly Row[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "mingchuang-parquet-"));
  const path = join(folder, "a.parquet");
  try {
    await writeParquet(
      path,
      rows,
      contract.fields.map(({ name }) => name),
    );
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Small files of several kinds in every format that can be handed in. */
async function makeSpecimens(random: Random): Promise<Specimen[]> {
  const specimens: Specimen[] = [];
  for (const contract of random.shuffle(allContracts).slice(0, 4)) {
    const count = random.int(3, 14);
    // Rows of different batches and specimens may be the same: each file stands for itself.
    const rows = Array.from({ length: count }, (_, index) => validRow(contract, random, index + random.int(0, 1_000_000) * 100));
    const table = [headersOf(contract), ...rows.map((row) => cellsOf(contract, row))];
    const add = (extension: string, bytes: Uint8Array) => specimens.push({ extension, bytes, rows: count });
    add(".csv", Buffer.from(csvLines(table)));
    add(".tsv", Buffer.from(csvLines(table, "\t")));
    const objects = rows.map((row) =>
      Object.fromEntries(contract.fields.map(({ name, header }) => [header, row[name] === "" ? null : row[name]])),
    );
    add(".json", Buffer.from(JSON.stringify(objects)));
    add(".ndjson", Buffer.from(objects.map((object) => `${JSON.stringify(object)}\n`).join("")));
    add(".parquet", await parquetOf(contract, rows));
    const titled = [[`${contract.title}（虚构）`], ...table];
    add(".xlsx", await writeXlsx({ sheets: [{ name: contract.title, rows: random.chance(0.5) ? titled : table }] }));
  }
  return specimens;
}
