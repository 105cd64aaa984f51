import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import type { FieldValue } from "./facts.ts";
import { Field } from "./field.ts";
import { Id } from "./id.ts";
import { Source } from "./source.ts";

/** Who was put forward for another honour, or was given it, may not be given this one. `by` is the field that makes two subjects one: `unit`. */
export const Exclusion = z.strictObject({
  id: Id,
  label: Bilingual,
  source: Source,
  honour: Id,
  by: Field,
  held: z.enum(["recommended", "awarded"]),
});
export type Exclusion = z.infer<typeof Exclusion>;

/** A subject of another honour: recommended for it, or awarded it. */
export interface Holder {
  readonly honour: string;
  readonly subjectId: string;
  readonly held: Exclusion["held"];
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export interface Excluded {
  readonly rule: string;
  readonly honour: string;
  readonly by: string;
  readonly holder: string;
  readonly source: Source;
}

/** The exclusions that keep a subject from an honour, in the order of the rules and of the holders' ids. Who was awarded was recommended. */
export function exclusionsOf(
  honour: { readonly excludes: readonly Exclusion[] },
  fields: Readonly<Record<string, FieldValue>>,
  holders: readonly Holder[],
): Excluded[] {
  return honour.excludes.flatMap((rule) => {
    const value = fields[rule.by] ?? null;
    if (value === null) return [];
    return holders
      .filter((holder) => holder.honour === rule.honour && (holder.held === "awarded" || rule.held === "recommended"))
      .filter((holder) => holder.fields[rule.by] === value)
      .map(({ subjectId }): Excluded => ({ rule: rule.id, honour: rule.honour, by: rule.by, holder: subjectId, source: rule.source }))
      .sort((a, b) => (a.holder < b.holder ? -1 : 1));
  });
}
