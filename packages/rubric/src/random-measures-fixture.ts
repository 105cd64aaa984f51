import fc from "fast-check";
import type { FactRecord, Facts } from "./facts.ts";
import type { Measure } from "./mechanisms/composite.ts";
import type { RankedPart } from "./mechanisms/ranks.ts";
import { bareFacts, honourOf, hunan, template } from "./programmes-fixture.ts";
import type { Item } from "./scheme.ts";
import { record } from "./zhejiang-fixture.ts";

type Part = Item | Measure | RankedPart;

/** The parts of an item that are not made of parts: indicators, appraisals, points of checklists, places. */
export function leavesOf(part: Part): { readonly kind: string; readonly id: string }[] {
  if (part.kind === "checklist") return part.points.map(({ id }) => ({ kind: "point", id }));
  if (part.kind === "composite") return part.parts.flatMap(leavesOf);
  if (part.kind === "ranks" || part.kind === "places") return part.parts.flatMap(leavesOf);
  return [{ kind: part.kind, id: part.id }];
}

const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 40 });

const metrics = honourOf(template, "three-type-window")
  .rubric.items.flatMap(leavesOf)
  .filter(({ kind }) => kind === "indicator");
const points = honourOf(hunan, "satisfying-window")
  .rubric.items.flatMap(leavesOf)
  .filter(({ kind }) => kind === "point");

function appraisals(on: string, given: Readonly<Record<string, number | null>>): FactRecord[] {
  return Object.entries(given).flatMap(([source, value]) =>
    value === null ? [] : [record("appraisals", source, on, { source, score: value })],
  );
}

/** A window of the template plan in a quarter by chance: now and then a figure is missing, often one is right at its mark. */
export const chanceTemplate: fc.Arbitrary<Facts> = fc
  .record({
    values: fc.array(rarely(fc.oneof(score, fc.constantFrom(0.5, 1.75, 2.3, 3.5, 10, 20, 28, 62, 80, 82, 85, 90, 95, 98, 100))), {
      minLength: metrics.length,
      maxLength: metrics.length,
    }),
    third_party: rarely(score),
    public: rarely(score),
  })
  .map(({ values, ...given }) =>
    bareFacts({
      records: {
        appraisals: appraisals("2022-03-31", given),
        indicators: metrics.flatMap(({ id }, place) => {
          const value = values[place] ?? null;
          return value === null ? [] : [record("indicators", id, "2022-03-31", { metric: id, value })];
        }),
      },
    }),
  );

/** A window of Hunan by chance. */
export const chanceHunan: fc.Arbitrary<Facts> = fc
  .record({
    kept: fc.array(rarely(fc.boolean()), { minLength: points.length, maxLength: points.length }),
    recommendation: rarely(score),
    leaders: rarely(score),
    public: rarely(score),
  })
  .map(({ kept, ...given }) =>
    bareFacts({
      year: 2011,
      asOf: "2011-12-31",
      records: {
        appraisals: appraisals("2011-12-20", given),
        checklists: points.flatMap(({ id }, place) => {
          const value = kept[place] ?? null;
          return value === null ? [] : [record("checklists", id, "2011-11-30", { point: id, kept: value })];
        }),
      },
    }),
  );

/** Hall windows of Suzhou by chance, in one tier or two, with few distinct scores, so that ties are common. */
export const chanceSuzhou: fc.Arbitrary<Facts[]> = fc
  .array(
    fc.record({
      tier: fc.constantFrom("own", "own", "centres"),
      bimonthly: rarely(fc.integer({ min: 90, max: 94 })),
      democratic: rarely(fc.integer({ min: 90, max: 94 })),
      third_party: rarely(fc.integer({ min: 90, max: 94 })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((windows) =>
    windows.map(({ tier, ...given }, n) =>
      bareFacts({
        subjectId: `W${n}`,
        year: 2019,
        asOf: "2019-12-31",
        fields: { subject_kind: "window", tier, staff_count: 2, deeds_length: 10, submitted_on: "2019-12-16" },
        records: { appraisals: appraisals("2019-12-20", given) },
      }),
    ),
  );
