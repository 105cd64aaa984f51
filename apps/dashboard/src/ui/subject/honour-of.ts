import type { Honour, Scheme } from "@mingchuang/rubric/scheme";
import type { SchemeLabels } from "../../lib/scheme.ts";

/** The honour as its scheme states it: items with clauses and sources, veto rules, stages. The scheme travels with the results. */
export function honourOf(scheme: SchemeLabels, honour: string): Honour | undefined {
  const { honours } = scheme.body as Partial<Scheme>;
  return honours?.find((candidate) => candidate.id === honour);
}

/** The title and number of a cited document; its id when the scheme carries no list of documents. */
export function documentName(scheme: SchemeLabels, id: string): string {
  const document = (scheme.body as Partial<Scheme>).documents?.[id];
  return document ? `${document.title}${document.number ? `（${document.number}）` : ""}` : id;
}
