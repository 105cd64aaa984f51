import { z } from "zod";
import type { FactRecord, Facts, FieldValue } from "./facts.ts";
import { Field, isWhere, Where } from "./field.ts";
import { type Days, daysOf } from "./period.ts";
import { points } from "./points.ts";
import { type Policies, ruled, settle, type Tally } from "./policy.ts";
import { decimalRatio, dividedBy, minus, type Ratio, sumRatios, times, whole } from "./ratio.ts";
import { RecordKind } from "./record-kind.ts";

const readingFields = { records: RecordKind, where: Where.default({}), period: ruled("period") };

/** A figure as it was handed in; of several records in the period their mean. */
const Figure = z.strictObject({ ...readingFields, field: Field });

/**
 * A rate from its counts: the sums over the period, divided, times `per` (100: per cent; 1: an average). Nothing is rounded. `complement`
 * takes what is left of the whole: the satisfied from the bad ones. `printed` names the field of the rate itself, for records without counts.
 */
const Rate = z.strictObject({
  ...readingFields,
  numerator: ruled("tally"),
  denominator: ruled("tally"),
  per: z.int().positive().default(100),
  complement: z.boolean().default(false),
  printed: Field.optional(),
});

/** Where the value of an indicator comes from. */
export const Reading = z.union([Figure, Rate]);
export type Reading = z.infer<typeof Reading>;

export interface Read {
  /** Null when nothing was handed in for the period, or there is nothing to divide by. Missing is not zero. */
  readonly value: Ratio | null;
  readonly records: readonly FactRecord[];
}

/** Reads the value of an indicator from the records of its period, in whatever order they come. */
export function readValue(reading: Reading, facts: Facts, policies: Policies): Read {
  const records = recordsOf(reading, facts, policies);
  if ("field" in reading) return { value: meanOf(reading.field, records), records };
  const numerator = tallyOf(settle(policies, "tally", reading.numerator), records);
  const denominator = tallyOf(settle(policies, "tally", reading.denominator), records);
  if (numerator === null || denominator === null) {
    return { value: reading.printed === undefined ? null : meanOf(reading.printed, records), records };
  }
  if (denominator.numerator === 0) return { value: null, records };
  const rate = dividedBy(numerator, denominator);
  return { value: times(reading.complement ? minus(whole, rate) : rate, points(reading.per)), records };
}

/** The records that a measure is about: of its kind, as `where` picks them, in its period. */
export function recordsOf(
  { records, where, period }: { readonly records: RecordKind; readonly where: Where; readonly period: Reading["period"] },
  facts: Facts,
  policies: Policies,
): FactRecord[] {
  const days = daysOf(settle(policies, "period", period), { year: facts.year, asOf: facts.asOf, days: policies.days });
  return (facts.records[records] ?? [])
    .filter(({ on, fields }) => isWithin(on, days) && isWhere(where, fields))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function isWithin(on: string | null, { from, to }: Days): boolean {
  return on !== null && on >= from && on <= to;
}

/** The mean of a field over the records that have it; null when none has. */
export function meanOf(field: Field, records: readonly FactRecord[]): Ratio | null {
  const values = records.map(({ fields }) => numberOf(fields[field])).filter((value) => value !== null);
  return values.length === 0 ? null : dividedBy(sumRatios(values), points(values.length));
}

/** The sum over the records; null when there are none, or one of them lacks a field: part of a sum is not the sum. */
function tallyOf({ add, subtract }: Tally, records: readonly FactRecord[]): Ratio | null {
  if (records.length === 0) return null;
  const sumOf = (fields: readonly Field[]) => {
    const values = records.flatMap((record) => fields.map((field) => numberOf(record.fields[field])));
    return values.includes(null) ? null : sumRatios(values.filter((value) => value !== null));
  };
  const [added, subtracted] = [sumOf(add), sumOf(subtract)];
  return added === null || subtracted === null ? null : minus(added, subtracted);
}

function numberOf(value: FieldValue | undefined): Ratio | null {
  return typeof value === "number" ? decimalRatio(value) : null;
}
