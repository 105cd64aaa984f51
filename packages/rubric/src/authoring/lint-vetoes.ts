import type { Condition } from "../condition.ts";
import { type Policies, settle } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import { countOf, type VetoRule } from "../veto.ts";
import type { Path } from "../yaml-text.ts";
import { beyondScale } from "./scale.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** Veto rules that no record can ever bring about, that always hold, or that repeat another one. */
export function lintVetoes({ rubric }: Honour, policies: Policies, path: Path): SchemeWarning[] {
  return rubric.vetoes.flatMap((rule, place) => {
    const at: Path = [...path, "rubric", "vetoes", place];
    const twin = rubric.vetoes.slice(0, place).find((other) => substance(other) === substance(rule));
    const repeats =
      twin === undefined ? [] : [warning("R313", at, `${rule.id} 与 ${twin.id} 相同`, `${rule.id} is the same rule as ${twin.id}`)];
    return [...repeats, ...lintRule(rule, policies, at)];
  });
}

function lintRule(rule: VetoRule, policies: Policies, at: Path): SchemeWarning[] {
  if (rule.kind === "threshold") return beyondScale(rule.of, rule.limit, [...at, "limit"]);
  const { where, conditions } = countOf(rule);
  const asked = conditions.map(({ field, is }) => ({ field, is: settle(policies, "condition", is) }));
  return [...new Set(asked.map(({ field }) => field))]
    .filter((field) => excludesAll(field, where, asked))
    .map((field) => warning("R311", at, `没有一条记录的“${field}”能符合全部条件`, `no record's “${field}” can meet all conditions`));
}

/** Whether nothing that `where` picks by a field can count, or no value counts in all conditions on it. */
export function excludesAll(
  field: string,
  where: Readonly<Record<string, readonly string[]>>,
  conditions: readonly { readonly field: string; readonly is: Condition }[],
): boolean {
  const lists = conditions.flatMap(({ field: of, is }) =>
    of === field && is.counts !== "any" ? [is.counts.map((each) => String(each ?? ""))] : [],
  );
  const [first, ...others] = where[field] === undefined ? lists : [where[field], ...lists];
  return first?.every((value) => others.some((list) => !list.includes(value))) === true;
}

/** A rule without its names and its source: what it does. */
const substance = ({ id: _, label: __, source: ___, ...rule }: VetoRule): string => JSON.stringify(rule);
