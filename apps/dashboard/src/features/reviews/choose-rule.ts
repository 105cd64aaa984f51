import type { ClosedLoop } from "@mingchuang/rubric/closed-loop/closed-loop";
import { type Policies, type Policy, policiesInForce } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { PolicyRow } from "@mingchuang/warehouse/queries/meta";
import type { SchemeLabels } from "../../lib/scheme.ts";

/** A scheme that says what has to follow on a bad review, and its words for it. */
export interface LoopRule {
  readonly labels: SchemeLabels;
  readonly loop: ClosedLoop;
}

/** No rule is wanted, though there is one. */
export const noRule = "none";

/** The published schemes that have a closed loop of bad reviews. */
export function loopRules(schemes: readonly SchemeLabels[]): readonly LoopRule[] {
  return schemes.flatMap((labels) => {
    const loop = labels.body.loops?.find(({ records }) => records === "bad_reviews");
    return loop === undefined ? [] : [{ labels, loop }];
  });
}

/** The rule that is asked for; else that of the scheme itself; else, as a comparison, the only one that there is. */
export function chooseRule(rules: readonly LoopRule[], scheme: SchemeLabels, asked: string | undefined): LoopRule | null {
  if (asked === noRule) return null;
  const find = (id: string | undefined) => rules.find(({ labels }) => labels.schemeId === id);
  const [only, ...others] = rules;
  return find(asked) ?? find(scheme.schemeId) ?? (others.length === 0 ? (only ?? null) : null);
}

/** The policy that decides which days the deadlines of a rule count; none where the rule says it itself. */
export function dayPolicyOf({ labels, loop }: LoopRule): Extract<Policy, { decides: "day-type" }> | null {
  const named = loop.steps.flatMap(({ within }) =>
    within !== null && typeof within.count === "object" && "policy" in within.count ? [within.count.policy] : [],
  );
  const policy = labels.body.policies?.find(({ id }) => named.includes(id));
  return policy?.decides === "day-type" ? policy : null;
}

/** The policies that the rule's scheme was evaluated under, with the option for its days that the address asks for. */
export function policiesOf(rule: LoopRule, rows: readonly PolicyRow[], days: string | undefined): Policies {
  const own = rows.filter(({ scheme_id }) => scheme_id === rule.labels.schemeId);
  const policy = dayPolicyOf(rule);
  const asked = policy?.options.some(({ id }) => id === days) ? { [policy.id]: days as string } : {};
  return policiesInForce(rule.labels.body as Scheme, { ...Object.fromEntries(own.map(({ policy: id, value }) => [id, value])), ...asked });
}
