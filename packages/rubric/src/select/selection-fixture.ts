import fc from "fast-check";
import { points } from "../points.ts";
import { loadHighsSolver } from "./highs.ts";
import type { Bar, CountRule, CoverRule, IncludeRule, Range, SelectionProblem, SelectionRule, SelectionSubject } from "./problem.ts";

/** One solver for all tests of a file. */
export const solver = await loadHighsSolver();

export function subject(
  id: string,
  rank: number | null,
  fields: Readonly<Record<string, string>> = {},
  bar: Bar | null = null,
): SelectionSubject {
  return { id, label: id, rank, total: points(rank === null ? 0 : 9500 - 100 * rank), fields, bar };
}

export const vetoed: Bar = { kind: "vetoed", because: { zh: "差评 4 条", en: "4 bad reviews" }, source: null };

export function problem(
  subjects: readonly SelectionSubject[],
  size: number | Range,
  given: Partial<SelectionProblem> = {},
): SelectionProblem {
  const range = typeof size === "number" ? exactly(size) : size;
  const label = { zh: "初审名额", en: "places of the shortlist" };
  return { subjects, size: { ...range, label, source: null }, rules: [], decisions: [], waivers: [], labels: {}, ...given };
}

const stated = (id: string, hard: boolean) => ({ id, hard, label: { zh: id, en: id }, source: null });

export function quota(id: string, field: string, most: number, hard = true): CountRule {
  return { ...stated(id, hard), kind: "count", field, each: { least: null, most }, places: {} };
}

export function places(id: string, field: string, ranges: Readonly<Record<string, Range>>, hard = true): CountRule {
  return { ...stated(id, hard), kind: "count", field, each: null, places: ranges };
}

export function coverage(id: string, per: string | null, of: string, values: readonly string[], hard = false): CoverRule {
  return { ...stated(id, hard), kind: "cover", per, of, values };
}

export const exactly = (size: number): Range => ({ least: size, most: size });

export function mustInclude(id: string, subjects: readonly string[], hard = true): IncludeRule {
  return { ...stated(id, hard), kind: "include", subjects };
}

const tiers = ["甲", "乙", "丙"];
const domains = ["住建", "公积金", "城管"];
const range: fc.Arbitrary<Range> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom("both", "least", "most"))
  .map(([a, b, sides]) => ({ least: sides === "most" ? null : Math.min(a, b), most: sides === "least" ? null : Math.max(a, b) }));

const rules = (ids: readonly string[]): fc.Arbitrary<SelectionRule[]> =>
  fc
    .array(
      fc.oneof(
        fc.record({ field: fc.constantFrom("tier", "domain"), most: fc.integer({ min: 1, max: 3 }), hard: fc.boolean() }).map((given) => {
          return (id: string): SelectionRule => quota(id, given.field, given.most, given.hard);
        }),
        fc.record({ ranges: fc.tuple(range, range, range), hard: fc.boolean() }).map(({ ranges: [a, b, c], hard }) => {
          return (id: string): SelectionRule => places(id, "tier", { 甲: a, 乙: b, 丙: c }, hard);
        }),
        fc
          .record({ per: fc.constantFrom("tier", null), values: fc.subarray(domains, { minLength: 1 }), hard: fc.boolean() })
          .map((given) => {
            return (id: string): SelectionRule => coverage(id, given.per, "domain", given.values, given.hard && given.per === null);
          }),
        fc
          .record({ subjects: fc.subarray([...ids], { maxLength: Math.min(2, ids.length) }), hard: fc.boolean() })
          .map(({ subjects, hard }) => {
            return (id: string): SelectionRule => mustInclude(id, subjects, hard);
          }),
      ),
      { maxLength: 4 },
    )
    .map((made) => made.map((make, place) => make(`r${place}`)));

/** Small cases in which tiers and domains overlap, ties are common and some rules contradict each other. */
export const chanceProblem: fc.Arbitrary<SelectionProblem> = fc
  .array(
    fc.record({
      step: fc.constantFrom(0, 0, 1),
      tier: fc.constantFrom(...tiers),
      domain: fc.constantFrom(...domains),
      barred: fc.constantFrom(false, false, false, false, false, false, true),
    }),
    { maxLength: 12 },
  )
  .chain((drawn) => {
    let rank = 1;
    const subjects = drawn.map(({ step, tier, domain, barred }, place) => {
      if (step === 1) rank = place + 1;
      return subject(`s${String(place).padStart(2, "0")}`, rank, { tier, domain }, barred ? vetoed : null);
    });
    const ids = subjects.map(({ id }) => id);
    const size = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.constant({ least: null, most: null }));
    return fc.record({ size, rules: rules(ids) }).map((given) => problem(subjects, given.size, { rules: given.rules }));
  });
