import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NameCode, SchemeCodes } from "@mingchuang/ingest/scheme-codes";
import { RubricError } from "@mingchuang/rubric/errors";
import type { Measure, MeasuredItem } from "@mingchuang/rubric/mechanisms/composite";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { hundredthsOf } from "@mingchuang/rubric/points";
import type { Item, Scheme } from "@mingchuang/rubric/scheme";
import { CliError } from "./errors.ts";

/** The scheme files of a folder, sorted by name, or the one file that is named. @throws {CliError} S109 when there is none */
export function listSchemes(at: string): string[] {
  if (existsSync(at) && statSync(at).isFile()) return [at];
  const names = existsSync(at) ? readdirSync(at).filter((name) => /\.ya?ml$/.test(name)) : [];
  if (names.length === 0) throw new CliError("S109", at);
  return names.sort().map((name) => join(at, name));
}

/** By their text: one command asks several times for the schemes that judge, and nothing changes a scheme that was read. */
const parsed = new Map<string, Scheme>();

/** Reads one scheme with the documents that it cites, which lie in `documents.yaml` beside its folder. @throws {RubricError} */
export function readScheme(path: string): Scheme {
  const text = readFileSync(path, "utf8");
  const documents = readDocuments(dirname(path));
  const key = `${documents}\0${text}`;
  const scheme = parsed.get(key) ?? parseScheme(text, parseDocuments(documents));
  parsed.set(key, scheme);
  return scheme;
}

/** The text of the list of documents beside a folder of schemes. @throws {RubricError} R113 when it is not there */
export function readDocuments(schemes: string): string {
  const path = documentsOf(schemes);
  if (existsSync(path)) return readFileSync(path, "utf8");
  throw new RubricError("R113", { zh: "没有这个文件", en: "there is no such file" }, { path, line: null });
}

export const documentsOf = (schemes: string) => join(dirname(schemes), "documents.yaml");

export const readSchemes = (folder: string): Scheme[] => listSchemes(folder).map(readScheme);

/** Where a folder that people fill may keep editions of its own, to be read and compared beside those that judge. */
export const ownSchemes = (folder: string) => join(folder, "schemes");

/** The editions that lie in an ingested folder; none where it has none, or is not known. */
export function schemesOfFolder(folder: string): Scheme[] {
  const own = ownSchemes(folder);
  return folder !== "" && existsSync(own) ? readSchemes(own) : [];
}

/** What graders score, or must not score: the other mechanisms compute their points from records. */
type SheetItem = Extract<Item, { readonly kind: "deduction" | "graded" | "bonus" }>;
const isOnSheets = (item: Item): item is SheetItem => item.kind === "deduction" || item.kind === "graded" || item.kind === "bonus";

/** What all schemes call things, as plain data: what a file may name, so that ingestion needs to know no rubric. */
export function schemeCodes(schemes: readonly Scheme[]): SchemeCodes {
  const honours = schemes.flatMap((scheme) => scheme.honours.map((honour) => ({ scheme: scheme.id, honour })));
  const items = honours.flatMap(({ scheme, honour }) =>
    honour.rubric.items.filter(isOnSheets).map((item) => ({ scheme, honour: honour.id, item })),
  );
  return {
    honours: honours.map(({ scheme, honour: { id, label, subject } }) => ({ scheme, honour: id, label: label.zh, subject })),
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
    names: schemes.flatMap(namesOf),
  };
}

function namesOf({ id: scheme, domains, tiers, titles, honours }: Scheme): NameCode[] {
  const named = (kind: NameCode["kind"], entries: readonly { readonly id: string; readonly label: { readonly zh: string } }[]) =>
    entries.map(({ id, label }) => ({ scheme, kind, id, label: label.zh }));
  const measures = honours.flatMap(({ rubric }) => rubric.items.filter(isMeasured).flatMap(measuresOf));
  return [
    ...named("domain", domains),
    ...named("tier", tiers),
    ...named(
      "event",
      titles.flatMap(({ events }) => events),
    ),
    ...measures.flatMap((measure) => {
      if (measure.kind === "checklist") return named("point", measure.points);
      if (measure.kind !== "indicator" || measure.of.records !== "indicators") return [];
      const [metric, ...others] = measure.of.where.metric ?? [];
      if (metric === undefined || others.length > 0) return [];
      // `一网通办率（主动评价量 ÷ 办件量）`: what a label explains in brackets need not be written
      const labels = new Set([measure.label.zh, measure.label.zh.replace(/（[^（）]*）$/u, "")]);
      return [...labels].map((label): NameCode => ({ scheme, kind: "metric", id: metric, label }));
    }),
  ];
}

const isMeasured = (item: Item): item is MeasuredItem => !isOnSheets(item) && item.kind !== "ranks";

/** A measure and all that it is composed of. */
function measuresOf(measure: Measure | MeasuredItem): (Measure | MeasuredItem)[] {
  return measure.kind === "composite" ? measure.parts.flatMap(measuresOf) : [measure];
}
