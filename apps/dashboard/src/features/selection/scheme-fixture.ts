import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import type { Honour, Scheme } from "@mingchuang/rubric/scheme";

const read = (path: string) => readFileSync(new URL(`../../../../../data/${path}`, import.meta.url), "utf8");

/** A scheme of the repository and one of its honours. */
export function readSchemeFixture(id: string, honourId: string): { readonly scheme: Scheme; readonly honour: Honour } {
  const scheme = parseScheme(read(`schemes/${id}.yaml`), parseDocuments(read("documents.yaml")));
  const honour = scheme.honours.find((each) => each.id === honourId);
  if (honour === undefined) throw new Error(`no honour ${honourId}`);
  return { scheme, honour };
}
