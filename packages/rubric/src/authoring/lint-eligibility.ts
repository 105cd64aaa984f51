import type { EligibilityRule } from "../eligibility.ts";
import { type Policies, settle } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import type { Path } from "../yaml-text.ts";
import { excludesAll } from "./lint-vetoes.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** Rules of eligibility that nobody can meet, or that no record can break. */
export function lintEligibility({ eligibility }: Honour, policies: Policies, path: Path): SchemeWarning[] {
  return eligibility.flatMap((rule, place) => lintRule(rule, policies, [...path, "eligibility", place]));
}

function lintRule(rule: EligibilityRule, policies: Policies, at: Path): SchemeWarning[] {
  switch (rule.kind) {
    case "number":
      return contradicts(rule.least, rule.most, (least, most) => least > most, at);
    case "day": {
      const [from, before, until] = [rule.from, rule.before, rule.until].map((day) =>
        day === undefined ? undefined : settle(policies, "day", day),
      );
      return [
        ...contradicts(from, before, (first, end) => first >= end, at),
        ...contradicts(from, until, (first, last) => first > last, at),
      ];
    }
    case "no-record": {
      const { field, is } = rule.condition;
      if (!excludesAll(field, rule.where, [{ field, is }])) return [];
      return [warning("R311", at, `没有一条记录的“${field}”能符合全部条件`, `no record's “${field}” can meet all conditions`)];
    }
    default:
      return [];
  }
}

function contradicts<T>(low: T | undefined, high: T | undefined, crossed: (low: T, high: T) => boolean, at: Path): SchemeWarning[] {
  if (low === undefined || high === undefined || !crossed(low, high)) return [];
  return [warning("R318", at, `要求从 ${low} 起，又要求到 ${high} 为止`, `it asks for ${low} and more, and for ${high} and less`)];
}
