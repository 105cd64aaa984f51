import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "../parse-scheme.ts";
import { policiesInForce } from "../policy.ts";
import type { Honour, Scheme } from "../scheme.ts";

const sample = new URL("../../../../data/sample/", import.meta.url);

/** The invented edition that follows the one of 2023. */
export const nextText = readFileSync(new URL("schemes/zhejiang-2024-example.yaml", sample), "utf8");
export const nextDocuments = parseDocuments(readFileSync(new URL("documents.yaml", sample), "utf8"));
export const next: Scheme = parseScheme(nextText, nextDocuments);
export const nextDefaults = policiesInForce(next);

export function honourOf(scheme: Scheme, id: string): Honour {
  const honour = scheme.honours.find((each) => each.id === id);
  if (honour === undefined) throw new Error(`no honour ${id}`);
  return honour;
}
