import type { EligibilityRule } from "./eligibility.ts";
import type { Honour, SchemeFile } from "./scheme.ts";
import type { SchemeIssue } from "./scheme-issue.ts";
import type { Path } from "./yaml-text.ts";

/** Who may have an honour, and how many places there are: rules that state nothing, honours and tiers that are not there. */
export function checkAccess(scheme: SchemeFile, honour: Honour, path: Path): SchemeIssue[] {
  return [
    ...honour.eligibility.flatMap((rule, place) => checkRule(rule, [...path, "eligibility", place])),
    ...honour.excludes.flatMap((rule, place) => unknownHonour(scheme, rule.honour, [...path, "excludes", place, "honour"])),
    ...honour.places.flatMap((table, place) => {
      const values = valuesOf(scheme, table.per);
      return table.places.flatMap(({ of }, row): SchemeIssue[] => {
        if (values === null || values.includes(of)) return [];
        const detail = { zh: `方案没有列出“${of}”`, en: `the scheme does not list "${of}"` };
        return [{ code: "R110", path: [...path, "places", place, "places", row, "of"], detail }];
      });
    }),
  ];
}

/** The values that a scheme lists for a field; null for a field whose values only the data know. */
function valuesOf(scheme: SchemeFile, field: string): string[] | null {
  const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    tier: scheme.tiers,
    domain: scheme.domains,
    level: scheme.levels,
  };
  return lists[field]?.map(({ id }) => id) ?? null;
}

function unknownHonour({ honours }: SchemeFile, id: string, path: Path): SchemeIssue[] {
  if (honours.some((honour) => honour.id === id)) return [];
  return [{ code: "R110", path, detail: { zh: `方案里没有荣誉“${id}”`, en: `the scheme has no honour "${id}"` } }];
}

function checkRule(rule: EligibilityRule, path: Path): SchemeIssue[] {
  const limits =
    rule.kind === "number" ? [rule.least, rule.most] : rule.kind === "day" ? [rule.from, rule.before, rule.until] : [rule.kind];
  if (limits.some((limit) => limit !== undefined)) return [];
  return [{ code: "R116", path, detail: { zh: `“${rule.label.zh}”没有界限`, en: `"${rule.label.en}" has no limit` } }];
}
