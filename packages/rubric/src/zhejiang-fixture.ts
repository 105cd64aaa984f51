import { readFileSync } from "node:fs";
import type { FactRecord, Facts, FieldValue, SheetEntry } from "./facts.ts";
import { parseDocuments, parseScheme } from "./parse-scheme.ts";
import { hundredthsOf } from "./points.ts";
import { policiesInForce } from "./policy.ts";
import type { Honour } from "./scheme.ts";
import { isSheetItem } from "./sheets.ts";

const data = new URL("../../../data/", import.meta.url);

export const documentsText = readFileSync(new URL("documents.yaml", data), "utf8");
export const schemeText = readFileSync(new URL("schemes/zhejiang-2023.yaml", data), "utf8");
export const documents = parseDocuments(documentsText);
export const scheme = parseScheme(schemeText, documents);
export const defaults = policiesInForce(scheme);

function honourNamed(id: string): Honour {
  const honour = scheme.honours.find((each) => each.id === id);
  if (honour === undefined) throw new Error(`no honour ${id}`);
  return honour;
}

export const windowHonour = honourNamed("red-flag-window");
export const personHonour = honourNamed("service-pioneer");

/** Facts of the programme year 2023 in which nothing has happened but what is given. */
export function facts(given: Partial<Facts> = {}): Facts {
  return { subjectId: "W1", year: 2023, asOf: "2023-12-31", fields: {}, entries: [], records: {}, reviews: null, selfScores: {}, ...given };
}

/** A grader's complete sheet: every clause met, every graded item with its maximum, but for the amounts given (points, by clause or item). */
export function sheet(honour: Honour, grader: string, amounts: Readonly<Record<string, number | null>> = {}): SheetEntry[] {
  const amount = (id: string, otherwise: number) => {
    const given = amounts[id];
    return given === null ? null : hundredthsOf(given ?? otherwise);
  };
  const entry = { grader, reason: null, evidence: null, origin: null };
  return honour.rubric.items.flatMap((item): SheetEntry[] => {
    if (!isSheetItem(item)) return [];
    if (item.kind === "graded") return [{ ...entry, item: item.id, clause: null, kind: "graded", hundredths: amount(item.id, item.max) }];
    return item.clauses.map(({ id }) => ({ ...entry, item: item.id, clause: id, kind: "fixed", hundredths: amount(id, 0) }));
  });
}

/** A discretionary row with all that it needs. */
export function discretionary(grader: string, item: string, amount: number, given: Partial<SheetEntry> = {}): SheetEntry {
  const hundredths = hundredthsOf(amount);
  return { grader, item, clause: null, kind: "discretionary", hundredths, reason: "台账缺页", evidence: "照片 3", origin: null, ...given };
}

export function record(kind: string, id: string, on: string | null, fields: Readonly<Record<string, FieldValue>>): FactRecord {
  return { id, kind, on, fields, origin: null };
}

export function badReview(id: string, cause: string | null, given: { on?: string; channel?: string | null } = {}): FactRecord {
  const { on = "2023-05-01", channel = "浙江政务服务网" } = given;
  return record("bad_reviews", id, on, { cause, channel });
}

export function honourRecord(id: string, title: string, level: string, on: string | null): FactRecord {
  return record("honours", id, on, { title, level });
}
