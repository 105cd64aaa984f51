import type { SchemeRow } from "@mingchuang/warehouse/queries/meta";
import { z } from "zod";
import type { Honour, Language } from "./search-state.ts";

const Label = z.union([z.string().transform((zh) => ({ zh, en: zh })), z.looseObject({ zh: z.string(), en: z.string() })]);

const Labelled = z.looseObject({ id: z.string(), label: Label });
const Item = Labelled.extend({
  max: z.number(),
  kind: z.string(),
  clauses: z.array(Labelled.extend({ deduct: z.number().optional() })).default([]),
});
const HonourBody = Labelled.extend({ rubric: z.looseObject({ items: z.array(Item), vetoes: z.array(Labelled).default([]) }) });
const Body = z.looseObject({ honours: z.array(HonourBody) });
type HonourBody = z.infer<typeof HonourBody>;

export interface ItemLabel {
  readonly id: string;
  readonly label: string;
  readonly maxHundredths: number;
}

/** The words of a scheme edition: what its items, clauses and vetoes are called. An unknown id stands for itself. */
export interface SchemeLabels {
  readonly schemeId: string;
  readonly edition: string;
  readonly body: unknown;
  items(honour: Honour, language: Language): readonly ItemLabel[];
  item(honour: Honour, item: string, language: Language): string;
  clause(honour: Honour, item: string, clause: string, language: Language): string;
  veto(honour: Honour, rule: string, language: Language): string;
}

/** The scheme as it was when the results were computed: it travels with them in `mart_scheme`. */
export function parseSchemeBody(row: SchemeRow): SchemeLabels {
  const body: unknown = JSON.parse(row.body);
  const parsed = Body.safeParse(body);
  const honours: readonly HonourBody[] = parsed.success ? parsed.data.honours : [];
  const find = (honour: Honour) => honours.find((candidate) => candidate.id === honour)?.rubric;
  return {
    schemeId: row.scheme_id,
    edition: row.edition,
    body,
    items: (honour, language) =>
      (find(honour)?.items ?? []).map((item) => ({ id: item.id, label: item.label[language], maxHundredths: Math.round(item.max * 100) })),
    item: (honour, id, language) => find(honour)?.items.find((item) => item.id === id)?.label[language] ?? id,
    clause: (honour, itemId, id, language) =>
      find(honour)
        ?.items.find((item) => item.id === itemId)
        ?.clauses.find((clause) => clause.id === id)?.label[language] ?? id,
    veto: (honour, rule, language) => find(honour)?.vetoes.find((veto) => veto.id === rule)?.label[language] ?? rule,
  };
}
