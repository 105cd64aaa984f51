import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Field, Where } from "./field.ts";
import { Id } from "./id.ts";
import { ruled } from "./policy.ts";
import { Source } from "./source.ts";

const stated = { id: Id, label: Bilingual, source: Source };

/** A step of the selection: how many subjects pass, who decides, and whether the vetoes are looked at again. */
export const Stage = z.strictObject({
  ...stated,
  by: Bilingual,
  size: z.int().positive(),
  /** Where the document says "about" (左右): how far the size may move. Without it the size binds. */
  about: ruled("allowance").optional(),
  onSite: z.boolean(),
  recheckVetoes: z.boolean(),
});
export type Stage = z.infer<typeof Stage>;

/** At most this many nominations from each place, tier or other value of a field. `hard` quotas bind; others hold "in principle". */
export const Quota = z.strictObject({ ...stated, per: Field, most: z.int().positive(), hard: z.boolean() });
export type Quota = z.infer<typeof Quota>;

/** A table of places: how many subjects of each value of a field (`tier`) are chosen in the last stage, all together its size. */
export const Places = z.strictObject({
  ...stated,
  per: Field,
  /** The table holds for each value of this field by itself (`county`: in every county); without it there is one table. */
  each: Field.optional(),
  places: z.array(z.strictObject({ of: z.string().min(1), size: z.int().nonnegative() })).min(1),
  /** Where the document says "about" (左右): how far places may move. Without it they bind. */
  about: ruled("allowance").optional(),
});
export type Places = z.infer<typeof Places>;

/** The nominations of each place (or, with `per: null`, all of them) should cover all values of a field. */
export const Coverage = z.strictObject({ ...stated, per: Field.nullable(), of: Field, hard: z.boolean() });
export type Coverage = z.infer<typeof Coverage>;

/** Subjects that every selection takes in, whatever their rank, if no veto bars them. */
export const MustInclude = z.strictObject({ ...stated, where: Where, hard: z.boolean() });
export type MustInclude = z.infer<typeof MustInclude>;
