import { hundredthsOf } from "@mingchuang/rubric/points";
import type { Honour as HonourRules, SchemeFile } from "@mingchuang/rubric/scheme";
import type { Stage } from "@mingchuang/rubric/stage";
import type { SchemeRow } from "@mingchuang/warehouse/queries/meta";
import type { Honour, Language } from "./search-state.ts";

export interface ItemLabel {
  readonly id: string;
  readonly label: string;
  readonly maxHundredths: number;
  /** Points on top: what is not reached of them is not lost. */
  readonly isBonus: boolean;
}

/** The words and sizes of a scheme edition. An id it does not know stands for itself. */
export interface SchemeLabels {
  readonly schemeId: string;
  readonly edition: string;
  /** The whole edition, as it judged the results. */
  readonly body: Partial<SchemeFile>;
  title(language: Language): string;
  programme(language: Language): string;
  honour(honour: Honour): HonourRules | undefined;
  /** Whether the lower total is the better one: a sum of ranks, and no points. */
  isLowerBetter(honour: Honour): boolean;
  /** Whether ranks are those among the subjects of a tier. */
  isRankedByTier(honour: Honour): boolean;
  /** Whether people hold the honour, and not windows or what stands with them: units, projects. */
  isOfPersons(honour: Honour): boolean;
  items(honour: Honour, language: Language): readonly ItemLabel[];
  item(honour: Honour, item: string, language: Language): string;
  clause(honour: Honour, item: string, clause: string, language: Language): string;
  veto(honour: Honour, rule: string, language: Language): string;
  domains(language: Language): readonly { readonly id: string; readonly label: string }[];
  domain(domain: string, language: Language): string;
  level(level: string, language: Language): string;
  tier(tier: string, language: Language): string;
  /** The steps of the selection, largest first: shortlist, final. */
  stages(honour: Honour): readonly Stage[];
  /** At most this many nominations from each city; null without a rule. */
  quotaPerCity(honour: Honour): number | null;
}

/** The scheme travels with its results in `mart_scheme`; it was checked when they were computed. */
export function parseSchemeBody(row: SchemeRow): SchemeLabels {
  const body = JSON.parse(row.body) as Partial<SchemeFile>;
  const rules = (honour: Honour) => body.honours?.find((candidate) => candidate.id === honour);
  const itemOf = (honour: Honour, item: string) => rules(honour)?.rubric.items.find((candidate) => candidate.id === item);
  const labelled = (entries: readonly { id: string; label: { zh: string; en: string } }[] | undefined, id: string, language: Language) =>
    entries?.find((entry) => entry.id === id)?.label[language] ?? id;
  return {
    schemeId: row.scheme_id,
    edition: row.edition,
    body,
    title: (language) => body.label?.[language] ?? row.scheme_id,
    programme: (language) => body.programme?.[language] ?? "",
    honour: rules,
    isLowerBetter: (honour) => rules(honour)?.rubric.ranking.better === "lower",
    isRankedByTier: (honour) => rules(honour)?.rubric.ranking.within === "tier",
    isOfPersons: (honour) => rules(honour)?.subject === "person",
    items: (honour, language) =>
      (rules(honour)?.rubric.items ?? []).flatMap((item) => {
        if (item.kind === "ranks") return [];
        const { id, label, max, kind } = item;
        return [{ id, label: label[language], maxHundredths: hundredthsOf(max), isBonus: kind === "bonus" }];
      }),
    item: (honour, item, language) => itemOf(honour, item)?.label[language] ?? item,
    clause: (honour, item, clause, language) => {
      const rule = itemOf(honour, item);
      return labelled(rule?.kind === "deduction" ? rule.clauses : undefined, clause, language);
    },
    veto: (honour, rule, language) => labelled(rules(honour)?.rubric.vetoes, rule, language),
    domains: (language) => (body.domains ?? []).map(({ id, label }) => ({ id, label: label[language] })),
    domain: (domain, language) => labelled(body.domains, domain, language),
    level: (level, language) => labelled(body.levels, level, language),
    tier: (tier, language) => labelled(body.tiers, tier, language),
    stages: (honour) => [...(rules(honour)?.stages ?? [])].sort((a, b) => b.size - a.size),
    quotaPerCity: (honour) => rules(honour)?.quotas.find(({ per }) => per === "city")?.most ?? null,
  };
}
