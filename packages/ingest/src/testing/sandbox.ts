import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SqlRow } from "@mingchuang/warehouse/database";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { writeXlsx } from "hucre/xlsx";
import { rowContracts } from "../contracts/catalogue.ts";
import type { IngestOptions } from "../load.ts";
import { ingestFolder } from "../load.ts";
import type { IngestReport, ReportedFile } from "../report.ts";
import { testCodes } from "./test-codes.ts";

export type TestCell = string | number | boolean | Date | null;

/** A folder of files to hand in and a store, for one test. */
export interface Sandbox {
  readonly folder: string;
  readonly storePath: string;
  write(path: string, content: string | Uint8Array): void;
  writeWorkbook(path: string, sheets: Parameters<typeof writeXlsx>[0]["sheets"]): Promise<void>;
  remove(path: string): void;
  ingest(options?: Partial<IngestOptions>): Promise<IngestReport>;
  query<Row extends SqlRow>(sql: string): Promise<readonly Row[]>;
  /** Several questions to the store, opened once: to open it takes longer than to answer. */
  read<Answer>(questions: (db: NodeDatabase) => Promise<Answer>): Promise<Answer>;
  /** Every table of the store, every row, in a settled order. */
  dump(): Promise<Record<string, readonly SqlRow[]>>;
  dispose(): void;
}

export function openSandbox(): Sandbox {
  const root = mkdtempSync(join(tmpdir(), "mingchuang-ingest-test-"));
  const folder = join(root, "in");
  const storePath = join(root, "work", "store.duckdb");
  mkdirSync(folder);
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const read = async <Answer>(questions: (db: NodeDatabase) => Promise<Answer>) => {
    const db = await openNodeDatabase(storePath, { readOnly: true });
    try {
      return await questions(db);
    } finally {
      await db.close();
    }
  };
  return {
    folder,
    storePath,
    write,
    writeWorkbook: async (path, sheets) => write(path, await writeXlsx({ sheets })),
    remove: (path) => rmSync(join(folder, path)),
    ingest: (options = {}) =>
      ingestFolder({ folder, storePath, codes: testCodes, mappings: [], clock: () => 0, compare: false, ...options }),
    query: <Row extends SqlRow>(sql: string) => read((db) => db.query<Row>(sql)),
    read,
    dump() {
      const tables = [
        "ingest_file",
        "ingest_event",
        "ingest_table",
        "ingest_column",
        "ingest_problem",
        "ingest_account",
        "raw_self_scores",
        "event_segment",
        "event_rival",
        "event_month",
        "event_window_month",
        "event_bad_review",
        ...rowContracts.map(({ kind }) => `raw_${kind}`),
      ];
      return read(async (db) => {
        const contents: Record<string, readonly SqlRow[]> = {};
        for (const table of tables) contents[table] = await db.query(`select * from ${table} order by all`);
        return contents;
      });
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The report's only file. */
export function onlyFile(report: IngestReport): ReportedFile {
  const [file, ...others] = report.files;
  if (!file || others.length > 0) throw new Error(`expected one file, got ${report.files.length}`);
  return file;
}

export function countsOf({ rowsIn, accepted, rejected, superseded }: ReportedFile): readonly number[] {
  return [rowsIn, accepted, rejected, superseded];
}

export function csv(...rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map((cell) => cell ?? "").join(",")}\n`).join("");
}
