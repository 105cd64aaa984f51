import type { Measured } from "./measure.ts";
import { points, roundRatio } from "./points.ts";
import { type Ratio, times, whole } from "./ratio.ts";
import type { Line } from "./score-result.ts";

const kinds: Partial<Record<Measured["kind"], Line["kind"]>> = {
  point: "point",
  indicator: "indicator",
  appraisal: "appraisal",
  place: "place",
};

/**
 * One line for each part of a measured item that is not itself made of parts; its points are its share of the maximum by all the weights
 * above it. `maxHundredths` is 100 for places, so that a place of 3 is 3.00. An item that is not known has no lines.
 */
export function measuredLines(item: string, maxHundredths: number, measured: Measured): Line[] {
  if (measured.share === null) return [];
  return leafLines(item, measured, points(maxHundredths), null);
}

function leafLines(item: string, measured: Measured, worth: Ratio, clause: string | null): Line[] {
  if (measured.parts.length > 0) {
    return measured.parts.flatMap((part) => leafLines(item, part, times(worth, part.weight), part.id));
  }
  const { kind, share, value, records, source } = measured;
  const [record, second] = records;
  const only = second === undefined ? record : undefined;
  return [
    {
      item,
      clause,
      kind: kinds[kind] ?? "appraisal",
      points: times(worth, share ?? { ...whole, numerator: 0 }),
      askedHundredths: value === null ? null : roundRatio(value.numerator, value.denominator, 100),
      grader: null,
      reason: null,
      evidence: null,
      recordId: only?.id ?? null,
      source,
      origin: only?.origin ?? null,
    },
  ];
}
