import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Id } from "./id.ts";
import { Source } from "./source.ts";

const StatedFigure = z.strictObject({ label: Bilingual, times: z.number().default(1), amount: z.number() });

/**
 * Something that a document says in figures, as often as it says it: where it says it twice, every version stands here as it was written,
 * also when they contradict each other. `compare: sum` puts the sums beside each other, `each` figure by figure.
 */
export const Statement = z.strictObject({
  id: Id,
  label: Bilingual,
  unit: Bilingual.optional(),
  compare: z.enum(["sum", "each"]),
  versions: z.array(z.strictObject({ label: Bilingual, source: Source, figures: z.array(StatedFigure).min(1) })).min(1),
});
export type Statement = z.infer<typeof Statement>;

type Version = Statement["versions"][number];

/** What a version comes to: every figure as often as it is counted. */
export function sumOf({ figures }: Version): number {
  return figures.reduce((sum, { times, amount }) => sum + times * amount, 0);
}

/** The versions of a statement that say something else than its first one; empty when the document agrees with itself. */
export function contradictions({ compare, versions }: Statement): Version[] {
  const said = (version: Version) =>
    compare === "sum" ? String(sumOf(version)) : version.figures.map(({ times, amount }) => times * amount).join("/");
  const [first, ...others] = versions;
  return first === undefined ? [] : others.filter((version) => said(version) !== said(first));
}
