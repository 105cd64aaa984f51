import { z } from "zod";
import type { Facts } from "../facts.ts";
import { itemFields } from "../item.ts";
import { type Measured, type MeasuredPart, measureFields, shareOfParts } from "../measure.ts";
import { zeroPoints as nothing, points } from "../points.ts";
import { type Policies, ruled, type Settings, settle, type Weights } from "../policy.ts";
import { dividedBy, type Ratio, shareRatio, sumRatios } from "../ratio.ts";
import { Appraisal, type AppraisalItem, readAppraisal } from "./appraisal.ts";
import { Checklist, type ChecklistItem, readChecklist } from "./checklist.ts";
import { Indicator, type IndicatorItem, readIndicator } from "./indicator.ts";

const compositeFields = {
  kind: z.literal("composite"),
  weights: ruled("weights"),
  /** What becomes of the whole while one of its parts is not known: missing is not zero. */
  missing: ruled("missing-part"),
};

const compositeShape = z.strictObject({ ...measureFields, ...compositeFields });

/** Several measures by weight; a part may itself be composed of parts. */
export interface Composite extends z.infer<typeof compositeShape> {
  readonly parts: readonly Measure[];
}

/** All that can be measured of a subject from its records, without a grader's sheet. */
export type Measure = Appraisal | Checklist | Indicator | Composite;
export const Measure: z.ZodType<Measure> = z.discriminatedUnion("kind", [
  Appraisal,
  Checklist,
  Indicator,
  z.strictObject({
    ...compositeShape.shape,
    get parts(): z.ZodArray<z.ZodType<Measure>> {
      return z.array(Measure).min(1);
    },
  }),
]);

export const CompositeItem = z.strictObject({ ...itemFields, ...compositeFields, parts: z.array(Measure).min(1) });
export type CompositeItem = z.infer<typeof CompositeItem>;

/** An item that is measured from records. */
export type MeasuredItem = AppraisalItem | ChecklistItem | IndicatorItem | CompositeItem;

/** What a measure comes to for a subject, as a share of what could be had, with all that it was read from. */
export function readMeasure(measure: Measure | MeasuredItem, facts: Facts, policies: Policies): Measured {
  switch (measure.kind) {
    case "appraisal":
      return readAppraisal(measure, facts, policies);
    case "checklist":
      return readChecklist(measure, facts, policies);
    case "indicator":
      return readIndicator(measure, facts, policies);
    case "composite":
      return readComposite(measure, facts, policies);
  }
}

function readComposite({ id, source, parts, weights, missing }: Composite | CompositeItem, facts: Facts, policies: Policies): Measured {
  const stated = weightsOf(parts, settle(policies, "weights", weights));
  const read = parts.map((part, place): MeasuredPart => ({ ...readMeasure(part, facts, policies), weight: stated[place] ?? nothing }));
  const known = weighKnown(read, settle(policies, "missing-part", missing));
  const share = shareOfParts(known);
  return { id, kind: "composite", share, value: share, marks: null, records: [], source, parts: known };
}

/** The weights of parts, in their order: the same for all, or the shares stated by id. */
export function weightsOf(parts: readonly { readonly id: string }[], weights: Weights): Ratio[] {
  return parts.map(({ id }) => {
    if (weights === "equal") return points(1, parts.length);
    const share = weights[id];
    return share === undefined ? nothing : shareRatio(share);
  });
}

/**
 * What becomes of parts that are not known: the whole waits for them, the others share their weight, or they bring nothing. A part
 * without weight is shown, but nothing waits for it.
 */
function weighKnown(all: readonly MeasuredPart[], missing: Settings["missing-part"]): MeasuredPart[] {
  const parts = all.map((part) => (part.share === null && part.weight.numerator === 0 ? { ...part, share: nothing } : part));
  if (missing === "wait") return parts;
  if (missing === "nothing") return parts.map((part) => (part.share === null ? { ...part, share: nothing } : part));
  const left = sumRatios(parts.filter(({ share }) => share !== null).map(({ weight }) => weight));
  if (left.numerator === 0) return parts;
  return parts.map((part) =>
    part.share === null ? { ...part, share: nothing, weight: nothing } : { ...part, weight: dividedBy(part.weight, left) },
  );
}
