import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ScoreCodes } from "@mingchuang/ingest/score-codes";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { hundredthsOf } from "@mingchuang/rubric/points";
import type { Item, Scheme } from "@mingchuang/rubric/scheme";
import { CliError } from "./errors.ts";

/** The scheme files of a folder, sorted by name. @throws {CliError} S109 when there is none */
export function listSchemes(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  if (names.length === 0) throw new CliError("S109", folder);
  return names.sort().map((name) => join(folder, name));
}

/** Reads one scheme with the documents that it cites, which lie in `documents.yaml` beside its folder. @throws {RubricError} */
export function readScheme(path: string): Scheme {
  const documents = parseDocuments(readFileSync(documentsOf(dirname(path)), "utf8"));
  return parseScheme(readFileSync(path, "utf8"), documents);
}

export const documentsOf = (schemes: string) => join(dirname(schemes), "documents.yaml");

export const readSchemes = (folder: string): Scheme[] => listSchemes(folder).map(readScheme);

/** What graders score, or must not score: the other mechanisms compute their points from records. */
type SheetItem = Extract<Item, { readonly kind: "deduction" | "graded" | "bonus" }>;
const isOnSheets = (item: Item): item is SheetItem => item.kind === "deduction" || item.kind === "graded" || item.kind === "bonus";

/** The items and clauses of all schemes as plain data: what a score sheet may name, so that ingestion needs to know no rubric. */
export function scoreCodes(schemes: readonly Scheme[]): ScoreCodes {
  const items = schemes.flatMap((scheme) =>
    scheme.honours.flatMap(({ id: honour, rubric }) =>
      rubric.items.filter(isOnSheets).map((item) => ({ scheme: scheme.id, honour, item })),
    ),
  );
  return {
    items: items.map(({ scheme, honour, item }) => {
      return { scheme, honour, item: item.id, label: item.label.zh, maxHundredths: hundredthsOf(item.max), kind: item.kind };
    }),
    clauses: items.flatMap(({ scheme, honour, item }) =>
      item.kind === "deduction"
        ? item.clauses.map(({ id, label, deduct }, place) => {
            const number = String(place + 1);
            return { scheme, honour, item: item.id, clause: id, label: label.zh, number, deductHundredths: hundredthsOf(deduct) };
          })
        : [],
    ),
  };
}
