import { weightsOf } from "@mingchuang/rubric/mechanisms/composite";
import { type Policies, type PolicyReference, settle, type Weights } from "@mingchuang/rubric/policy";
import { type Ratio, times, whole } from "@mingchuang/rubric/ratio";
import type { Item } from "@mingchuang/rubric/scheme";

type Composed = Extract<Item, { readonly parts: readonly unknown[]; readonly weights: unknown }>;
export type Part = Composed["parts"][number];

/** A part of a composite with what it weighs in its group, and in the whole. */
export interface WeighedPart {
  readonly part: Part;
  readonly weight: Ratio;
  readonly ofWhole: Ratio;
  /** The policy that sets the weight; null where the document states it. */
  readonly setBy: string | null;
  readonly parts: readonly WeighedPart[];
}

interface Group {
  readonly weights: Weights | PolicyReference;
  readonly parts: readonly Part[];
}

/** The parts of a composite, at whatever depth, with their weights under the policies in force. */
export function weighedParts({ weights, parts }: Group, policies: Policies, ofWhole: Ratio = whole): WeighedPart[] {
  const stated = weightsOf(parts, settle(policies, "weights", weights));
  const setBy = typeof weights === "object" && "policy" in weights && typeof weights.policy === "string" ? weights.policy : null;
  return parts.map((part, place) => {
    const weight = stated[place] ?? whole;
    const share = times(ofWhole, weight);
    return { part, weight, ofWhole: share, setBy, parts: "parts" in part ? weighedParts(part, policies, share) : [] };
  });
}

/** 2/5 → "40%", 1/3 → "1/3": per cent where it comes out. */
export function printShare({ numerator, denominator }: Ratio): string {
  const hundredths = (numerator * 10_000) / denominator;
  return Number.isInteger(hundredths) ? `${hundredths / 100}%` : `${numerator}/${denominator}`;
}
