import { readdirSync, readFileSync } from "node:fs";

/** `staging` views and `marts` are selects, `tables` and `evaluation` the declared shape of what they fill. */
export type ModelStage = "staging" | "marts" | "tables" | "evaluation";

export interface Model {
  /** The file's name without `.sql`, which is the name of the table or view. */
  readonly name: string;
  readonly sql: string;
}

/** The models of a stage, sorted by name. */
export function readModels(stage: ModelStage): Model[] {
  return readSqlFiles(new URL(`../models/${stage}/`, import.meta.url));
}

/** All `.sql` files of a folder, sorted by name. */
export function readSqlFiles(folder: URL): Model[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => ({ name: file.slice(0, -".sql".length), sql: readFileSync(new URL(file, folder), "utf8") }));
}
