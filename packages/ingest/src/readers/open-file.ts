import { dirname, extname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { IngestError } from "../errors.ts";
import { readCsv, type TextOptions } from "./csv.ts";
import { fileShape } from "./file-shape.ts";
import { hiveColumns } from "./hive-columns.ts";
import { readJson } from "./json.ts";
import { readParquet } from "./parquet.ts";
import type { ReadFile } from "./raw-table.ts";
import { readWorkbook } from "./workbook.ts";

const separatedText = [".csv", ".tsv"];
const jsonText = [".json", ".ndjson", ".jsonl"];
/** Formats that are recognised in order to be refused with a cure. */
const foreignExtensions = [".xlsb", ".ods", ".et", ".ett", ".xlt"];
const extensions = [...separatedText, ...jsonText, ".xlsx", ".xlsm", ".xls", ...foreignExtensions, ".parquet"];

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
 * Takes a file apart into tables, if its content agrees with its extension. A workbook is read under whatever name a workbook can have;
 * text saved as `.xls`, as many systems export it, is read as the text that it is.
 *
 * @throws {IngestError} F105 old Excel, F106 another content, F116 password, F133 another format of workbooks, F134 markup under the name
 * of a workbook, and what `readCsv`, `readJson`, `readWorkbook` and `readParquet` throw.
 */
export async function openDataFile(connection: DuckDBConnection, file: FileToOpen, options: TextOptions = {}): Promise<ReadFile> {
  const { absolutePath: path, temporaryPath } = file;
  const extension = extname(path).toLowerCase();
  const shape = await fileShape(path);
  if (separatedText.includes(extension) || jsonText.includes(extension)) {
    if (shape !== "text" && shape !== "empty" && shape !== "markup") throw new IngestError("F106", extension);
    if (jsonText.includes(extension)) return readJson(path, temporaryPath, options);
    return readCsv(path, temporaryPath, extension === ".tsv" ? "tsv" : "csv", options);
  }
  if ((shape === "parquet") !== (extension === ".parquet") && shape !== "empty") throw new IngestError("F106", extension);
  switch (shape) {
    case "empty":
      throw new IngestError("F110", "");
    case "zip":
      return readWorkbook(path, dirname(temporaryPath));
    case "encrypted-workbook":
      throw new IngestError("F116", extension);
    case "old-workbook":
    case "ole":
      if (foreignExtensions.includes(extension)) throw new IngestError("F133", extension);
      throw new IngestError(shape === "ole" && extension !== ".xls" ? "F116" : "F105", extension);
    case "markup":
      throw new IngestError("F134", extension);
    case "text":
      if (extension === ".xls") return readCsv(path, temporaryPath, "csv", options);
      throw new IngestError("F106", extension);
    case "parquet":
      return readParquet(connection, path, hiveColumns(file.path));
    case "pdf":
      throw new IngestError("F106", extension);
  }
}
