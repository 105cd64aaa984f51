import { z } from "zod";
import { Bilingual } from "../bilingual.ts";
import type { Facts } from "../facts.ts";
import { itemFields } from "../item.ts";
import { type Marks, type Measured, measureFields } from "../measure.ts";
import { compareRatios, zeroPoints as nothing } from "../points.ts";
import { type Policies, ruled, settle } from "../policy.ts";
import { decimalRatio, dividedBy, minus, type Ratio, whole } from "../ratio.ts";
import { Reading, readValue } from "../reading.ts";

/** A figure of the document in the indicator's own unit, or null where it prints none. */
const Mark = z.number().nullable().default(null);

const indicatorFields = {
  kind: z.literal("indicator"),
  unit: Bilingual,
  direction: z.enum(["higher", "lower"]),
  of: Reading,
  /** Where things stood before: what a way to the target is measured from. */
  baseline: Mark,
  target: Mark,
  /** 底线: must hold. */
  floor: Mark,
  /** 发展: aimed at. */
  stretch: Mark,
  award: ruled("indicator-award").default("met"),
};

/**
 * A figure with its marks. With a target it earns by the target, as `award` says; without one it is a rate that earns what it is, as a
 * share of `per` hundred (a good rate of 98 % is 98/100 of what could be had).
 */
export const Indicator = z.strictObject({ ...measureFields, ...indicatorFields });
export type Indicator = z.infer<typeof Indicator>;

export const IndicatorItem = z.strictObject({ ...itemFields, ...indicatorFields });
export type IndicatorItem = z.infer<typeof IndicatorItem>;

/** Whether a value reaches a mark: it is at least, or for a figure that should be low at most, the mark. */
export function reaches(value: Ratio, mark: Ratio, direction: Indicator["direction"]): boolean {
  const order = compareRatios(value.numerator, value.denominator, mark.numerator, mark.denominator);
  return direction === "higher" ? order >= 0 : order <= 0;
}

/** The value of an indicator, the marks that it reaches, and its share. A value that was not handed in is unknown, never zero. */
export function readIndicator(indicator: Omit<Indicator, "label" | "kind">, facts: Facts, policies: Policies): Measured {
  const { value, records } = readValue(indicator.of, facts, policies);
  const reached = (mark: number | null) =>
    mark === null || value === null ? null : reaches(value, decimalRatio(mark), indicator.direction);
  const marks: Marks = { target: reached(indicator.target), floor: reached(indicator.floor), stretch: reached(indicator.stretch) };
  const share = value === null ? null : shareOf(indicator, value, marks, policies);
  return { id: indicator.id, kind: "indicator", share, value, marks, records, source: indicator.source, parts: [] };
}

function shareOf(
  { of, award, baseline, target }: Omit<Indicator, "label" | "kind">,
  value: Ratio,
  marks: Marks,
  policies: Policies,
): Ratio {
  if (target === null) return within(dividedBy(value, decimalRatio("per" in of ? of.per : 100)));
  if (marks.target === true) return whole;
  if (settle(policies, "indicator-award", award) === "met" || baseline === null || baseline === target) return nothing;
  const from = decimalRatio(baseline);
  return within(dividedBy(minus(value, from), minus(decimalRatio(target), from)));
}

/** A share is never below nothing or above the whole. */
function within(share: Ratio): Ratio {
  if (share.numerator <= 0) return nothing;
  return share.numerator >= share.denominator ? whole : share;
}
