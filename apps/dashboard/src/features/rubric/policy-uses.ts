import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";

/** A rule that a policy decides. */
export interface PolicyUse {
  readonly anchor: string;
  readonly label: Bilingual;
}

/** The rules that each policy decides, in the order of the scheme; a policy that nothing refers to has none. */
export function policyUses(scheme: Scheme): ReadonlyMap<string, readonly PolicyUse[]> {
  const uses = new Map<string, PolicyUse[]>();
  const visit = (value: unknown, use: PolicyUse): void => {
    if (typeof value !== "object" || value === null) return;
    if ("policy" in value && typeof value.policy === "string") {
      const known = uses.get(value.policy) ?? [];
      if (!known.some(({ anchor }) => anchor === use.anchor)) uses.set(value.policy, [...known, use]);
    }
    for (const inner of Object.values(value)) visit(inner, use);
  };
  for (const { id, label, rubric, examples: _, ...honour } of scheme.honours) {
    const { items, vetoes, ...rest } = rubric;
    const within = (part: Bilingual) => ({ zh: `${label.zh}·${part.zh}`, en: `${label.en}: ${part.en}` });
    for (const item of items) visit(item, { anchor: rubricAnchor.item(id, item.id), label: within(item.label) });
    for (const rule of vetoes) visit(rule, { anchor: rubricAnchor.veto(id, rule.id), label: within(rule.label) });
    visit([rest, honour], { anchor: id, label });
  }
  for (const title of scheme.titles) visit(title, { anchor: `title.${title.id}`, label: title.label });
  for (const loop of scheme.loops) visit(loop, { anchor: `loop.${loop.id}`, label: loop.label });
  return uses;
}
