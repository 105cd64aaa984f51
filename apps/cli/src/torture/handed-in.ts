import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { contractOf } from "@mingchuang/ingest/contracts/catalogue";
import { createRandom } from "@mingchuang/sample/random";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { sqlLiteral } from "@mingchuang/warehouse/values";
import { writeXlsx } from "hucre/xlsx";
import { csvLines } from "./csv-lines.ts";
import { cellsOf, headersOf, type Row, validRow } from "./valid-rows.ts";

/** First what an earlier load took in, then the same folder with corrections and more. */
export type Stage = "earlier" | "now";

interface Document {
  readonly path: string;
  readonly kind: string;
  readonly since: Stage;
  /** The first `n` of its rows: two documents with overlapping ranges supersede each other. */
  readonly from: number;
  readonly rows: number;
}

const kinds = ["honours", "people", "review_counts", "innovations", "findings", "reviews", "windows", "honours", "innovations"] as const;
const formats = ["csv", "xlsx", "tsv", "json", "csv"] as const;

/** 44 tables: of each kind some are there from the beginning, and half of those are corrected later. */
const documents: readonly Document[] = Array.from({ length: 44 }, (_, index) => {
  const kind = kinds[index % kinds.length] ?? "honours";
  const format = kind === "reviews" && index % 2 === 0 ? "parquet" : (formats[Math.floor(index / kinds.length) % formats.length] ?? "csv");
  return {
    path: `${String(index).padStart(2, "0")}-${contractOf(kind).title}.${format}`,
    kind,
    since: index % 3 === 0 ? "earlier" : "now",
    from: Math.floor(index / kinds.length) * 20,
    rows: 30,
  };
});

/** Six files that are refused, each for another reason. */
const refused: readonly (readonly [string, string])[] = [
  ["80-不是工作簿.xlsx", "这不是工作簿"],
  ["81-损坏.xlsx", "PK\u0003\u0004损坏"],
  ["82-空.csv", ""],
  ["83-认不出.csv", "甲,乙,丙\n1,2,3\n"],
  ["84-缺列.csv", "窗口编号,窗口名称\nW1,示例窗口\n"],
  ["85-旧版.xls", "旧"],
];

/** Writes a folder of 50 files (at the earlier stage fewer), or of fewer tables, the same for the same seed. */
export async function writeHandedIn(folder: string, stage: Stage, seed: number, tables = documents.length): Promise<void> {
  for (const document of documents.slice(0, tables)) {
    if (stage === "earlier" && document.since === "now") continue;
    const isCorrected = stage === "now" && document.since === "earlier" && document.from % 40 === 0;
    await writeDocument(folder, document, createRandom(seed, `${document.path}/${isCorrected}`), isCorrected);
  }
  if (stage === "now") for (const [path, content] of refused) await writeFile(join(folder, path), content);
}

async function writeDocument(
  folder: string,
  { path, kind, from, rows: count }: Document,
  random: ReturnType<typeof createRandom>,
  isCorrected: boolean,
): Promise<void> {
  const contract = contractOf(kind);
  // A correction drops its first row and brings two new ones; one row in eight is bad.
  const first = isCorrected ? from + 1 : from;
  const rows = Array.from({ length: count + (isCorrected ? 2 : 0) }, (_, index) => validRow(contract, random, first + index));
  const required = contract.fields.filter((field) => field.required === true).map(({ name }) => name);
  for (const row of rows) if (kind !== "reviews" && random.chance(1 / 8)) row[random.pick(required)] = "";
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  if (path.endsWith(".parquet"))
    return writeParquet(
      target,
      rows,
      contract.fields.map(({ name }) => name),
    );
  const table = [headersOf(contract), ...rows.map((row) => cellsOf(contract, row))];
  if (path.endsWith(".xlsx")) return writeFile(target, await writeXlsx({ sheets: [{ name: contract.title, rows: table }] }));
  if (path.endsWith(".json")) {
    const [headers = [], ...body] = table;
    return writeFile(target, JSON.stringify(body.map((cells) => Object.fromEntries(cells.map((cell, column) => [headers[column], cell])))));
  }
  const text = csvLines(table, path.endsWith(".tsv") ? "\t" : ",");
  await writeFile(target, from % 60 === 0 ? Buffer.from(`\ufeff${text}`, "utf16le") : text);
}

export async function writeParquet(path: string, rows: readonly Row[], columns: readonly string[]): Promise<void> {
  const db = await openNodeDatabase(":memory:", { threads: 1 });
  try {
    const values = rows.map((row) => `(${columns.map((name) => (row[name] ? sqlLiteral(row[name]) : "null")).join(", ")})`);
    await db.execute(
      `copy (select * from (values ${values.join(", ")}) t (${columns.join(", ")})) to ${sqlLiteral(path)} (format parquet)`,
    );
  } finally {
    await db.close();
  }
}
