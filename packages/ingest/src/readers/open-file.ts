import { open } from "node:fs/promises";
import { extname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { IngestError } from "../errors.ts";
import { readCsv, type TextOptions } from "./csv.ts";
import { hiveColumns } from "./hive-columns.ts";
import { readJson } from "./json.ts";
import { readParquet } from "./parquet.ts";
import type { ReadFile } from "./raw-table.ts";
import { readWorkbook } from "./workbook.ts";

const separatedText = [".csv", ".tsv"];
const jsonText = [".json", ".ndjson", ".jsonl"];
const extensions = [...separatedText, ...jsonText, ".xlsx", ".xlsm", ".xls", ".parquet"];

/** Whether a file's extension says that it may hold data. */
export function isDataFile(path: string): boolean {
  return extensions.includes(extname(path).toLowerCase());
}

export interface FileToOpen {
  readonly absolutePath: string;
  /** Relative to the ingested folder: the folders of a Parquet file may name columns. */
  readonly path: string;
  readonly temporaryPath: string;
}

/**
 * Takes a file apart into tables, if its first bytes agree with its extension.
 *
 * @throws {IngestError} F105 old Excel, F106 another content, F116 password, and what `readCsv`, `readJson`, `readWorkbook` and `readParquet` throw.
 */
export async function openDataFile(connection: DuckDBConnection, file: FileToOpen, options: TextOptions = {}): Promise<ReadFile> {
  const { absolutePath: path, temporaryPath } = file;
  const extension = extname(path).toLowerCase();
  const magic = await firstBytes(path);
  const isZip = magic.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
  const isOle = magic.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1";
  const isParquet = ["PAR1", "PARE"].includes(magic.subarray(0, 4).toString("latin1"));
  if (separatedText.includes(extension) || jsonText.includes(extension)) {
    if (isZip || isOle || isParquet || magic.subarray(0, 4).toString("latin1") === "%PDF") throw new IngestError("F106", extension);
    if (jsonText.includes(extension)) return readJson(path, temporaryPath, options);
    return readCsv(path, temporaryPath, extension === ".tsv" ? "tsv" : "csv", options);
  }
  if (magic.length === 0) throw new IngestError("F110", "");
  if (isParquet !== (extension === ".parquet")) throw new IngestError("F106", extension);
  if (isParquet) return readParquet(connection, path, hiveColumns(file.path));
  if (isOle) throw new IngestError(extension === ".xls" ? "F105" : "F116", extension);
  if (!isZip) throw new IngestError(extension === ".xls" ? "F105" : "F106", extension);
  return readWorkbook(path);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
