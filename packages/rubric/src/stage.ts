import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Id } from "./id.ts";
import { Source } from "./source.ts";

/** A step of the selection: how many subjects pass, who decides, and whether the vetoes are looked at again. */
export const Stage = z.strictObject({
  id: Id,
  label: Bilingual,
  by: Bilingual,
  size: z.int().positive(),
  onSite: z.boolean(),
  recheckVetoes: z.boolean(),
  source: Source,
});
export type Stage = z.infer<typeof Stage>;

/** At most this many nominations from each place. `hard` quotas bind; others hold "in principle". */
export const Quota = z.strictObject({
  id: Id,
  label: Bilingual,
  per: z.enum(["city"]),
  most: z.int().positive(),
  hard: z.boolean(),
  source: Source,
});
export type Quota = z.infer<typeof Quota>;

/** The nominations of each place should cover all values of this field. */
export const Coverage = z.strictObject({
  id: Id,
  label: Bilingual,
  per: z.enum(["city"]),
  of: z.enum(["domain"]),
  hard: z.boolean(),
  source: Source,
});
export type Coverage = z.infer<typeof Coverage>;
