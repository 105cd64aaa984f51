import type { Policy } from "../policy.ts";
import type { Scheme } from "../scheme.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** Policies that nothing refers to, whose options are the same, or that do not say what the source leaves open. */
export function lintPolicies(scheme: Scheme): SchemeWarning[] {
  const honours = scheme.honours.map(({ examples: _, ...honour }) => honour);
  const referred = new Set(JSON.stringify({ ...scheme, honours }).match(/(?<="policy":")[^"]+/g));
  return scheme.policies.flatMap((policy, place) => {
    const path = ["policies", place];
    const { zh, en } = policy.label;
    return [
      ...(policy.decides === "procedure" || referred.has(policy.id)
        ? []
        : [warning("R331", path, `“${zh}”没有被引用`, `nothing refers to “${en}”`)]),
      ...(leavesChoice(policy)
        ? []
        : [warning("R332", [...path, "options"], `“${zh}”有设定相同的选项`, `“${en}” has options with the same setting`)]),
      ...(policy.silent && saysNothing(policy)
        ? [warning("R333", [...path, "why"], `“${zh}”的 why 没有说明原文缺了什么`, `the why of “${en}” does not say what is open`)]
        : []),
    ];
  });
}

/** Whether its options differ in what they set. A policy of one option states what was settled; it offers no choice, and claims none. */
function leavesChoice(policy: Policy): boolean {
  if (policy.decides === "procedure") return true;
  return new Set(policy.options.map(({ setting }) => JSON.stringify(setting))).size === policy.options.length;
}

/** A reason that only repeats the name of the policy, or a word of it. */
const saysNothing = ({ label, why }: Policy): boolean => label.zh.includes(why.zh) || why.zh.length < 6;
