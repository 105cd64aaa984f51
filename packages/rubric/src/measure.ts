import { Bilingual } from "./bilingual.ts";
import type { FactRecord } from "./facts.ts";
import { Id } from "./id.ts";
import { type Ratio, sumRatios, times } from "./ratio.ts";
import { Source } from "./source.ts";

/** What every measure states. As an item it also has its maximum, as a part of a composite a weight. */
export const measureFields = { id: Id, label: Bilingual, source: Source };

/** Which marks of an indicator are reached: its target, its floor (底线), its stretch (发展); null for one that it does not have. */
export interface Marks {
  readonly target: boolean | null;
  readonly floor: boolean | null;
  readonly stretch: boolean | null;
}

/**
 * What was measured, as a share of what could be had: 1 is everything, 0 nothing, null that it is not known; in a composite of ranks it is
 * the place, of which less is better. The shares of the parts, each times its weight, add up to the share exactly.
 */
export interface Measured {
  readonly id: string;
  readonly kind: "checklist" | "point" | "indicator" | "appraisal" | "composite" | "place" | "places";
  readonly share: Ratio | null;
  /** What was read, in the unit of the document: a score, a rate, a number of days. */
  readonly value: Ratio | null;
  readonly marks: Marks | null;
  readonly records: readonly FactRecord[];
  readonly source: Source;
  readonly parts: readonly MeasuredPart[];
}

/** A part of a measure. `weight` is its share of the measure that it belongs to; 0 when it is left out for want of data. */
export interface MeasuredPart extends Measured {
  readonly weight: Ratio;
}

/** The share of a measure from those of its parts; null while one of them is not known. */
export function shareOfParts(parts: readonly MeasuredPart[]): Ratio | null {
  const shares = parts.map(({ share, weight }) => (share === null ? null : times(share, weight)));
  return shares.includes(null) ? null : sumRatios(shares.filter((share) => share !== null));
}

/** The ids of what is needed and not known, part by part. */
export function missingParts(measured: Measured): string[] {
  if (measured.share !== null) return [];
  const missing = measured.parts.flatMap(missingParts);
  return missing.length > 0 ? missing : [measured.id];
}

/** Every measure of a tree, the root first. */
export function measuresOf(measured: Measured): Measured[] {
  return [measured, ...measured.parts.flatMap(measuresOf)];
}
