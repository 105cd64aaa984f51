import { z } from "zod";
import { Bilingual } from "../bilingual.ts";
import type { Facts } from "../facts.ts";
import { Field, isWhere, Where } from "../field.ts";
import { Id } from "../id.ts";
import { type Measured, type MeasuredPart, measureFields, shareOfParts } from "../measure.ts";
import { zeroPoints as nothing } from "../points.ts";
import { type Policies, ruled, settle } from "../policy.ts";
import { Source } from "../source.ts";
import { weightsOf } from "./composite.ts";

/** A place among the others, from records of the kind `appraisals`: as it was handed in (`rank`), or worked out from the scores of all. */
export const RankedInput = z.strictObject({ ...measureFields, kind: z.literal("place"), where: Where, period: ruled("period") });
export type RankedInput = z.infer<typeof RankedInput>;

const groupShape = z.strictObject({ ...measureFields, kind: z.literal("places"), weights: ruled("weights") });

/** Several places by weight; a part may itself be composed of parts. */
export interface RankedGroup extends z.infer<typeof groupShape> {
  readonly parts: readonly RankedPart[];
}

export type RankedPart = RankedInput | RankedGroup;
export const RankedPart: z.ZodType<RankedPart> = z.discriminatedUnion("kind", [
  RankedInput,
  z.strictObject({
    ...groupShape.shape,
    get parts(): z.ZodArray<z.ZodType<RankedPart>> {
      return z.array(RankedPart).min(1);
    },
  }),
]);

/**
 * A composite of ranks: the places of a subject in several inputs, weighed and added up; less is better. It has no maximum. `of` says
 * which subjects it is about, `among` the field whose values are ranked apart (`tier`: each tier among itself).
 */
export const RanksItem = z.strictObject({
  id: Id,
  label: Bilingual,
  source: Source,
  checked: z.array(Id),
  kind: z.literal("ranks"),
  of: Where.default({}),
  among: Field.optional(),
  weights: ruled("weights"),
  ties: ruled("rank-ties"),
  parts: z.array(RankedPart).min(1),
});
export type RanksItem = z.infer<typeof RanksItem>;

/** The inputs of a composite of ranks, at whatever depth. */
export function inputsOf(parts: readonly RankedPart[]): RankedInput[] {
  return parts.flatMap((part) => (part.kind === "place" ? [part] : inputsOf(part.parts)));
}

/** The composite place of a subject from its standings; null when it is not about the subject. */
export function readRanks(item: RanksItem, facts: Facts, policies: Policies): Measured | null {
  if (!isWhere(item.of, facts.fields)) return null;
  return readGroup(item, facts, policies);
}

function readGroup({ id, source, weights, parts }: RanksItem | RankedGroup, facts: Facts, policies: Policies): Measured {
  const stated = weightsOf(parts, settle(policies, "weights", weights));
  const read = parts.map((part, place): MeasuredPart => ({ ...readPart(part, facts, policies), weight: stated[place] ?? nothing }));
  const share = shareOfParts(read);
  return { id, kind: "places", share, value: share, marks: null, records: [], source, parts: read };
}

function readPart(part: RankedPart, facts: Facts, policies: Policies): Measured {
  if (part.kind === "places") return readGroup(part, facts, policies);
  const standing = facts.standings?.[part.id];
  const share = standing?.place ?? null;
  const records = standing?.records ?? [];
  return { id: part.id, kind: "place", share, value: share, marks: null, records, source: part.source, parts: [] };
}
