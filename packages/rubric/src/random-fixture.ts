import fc from "fast-check";
import type { FactRecord, Facts, SheetEntry } from "./facts.ts";
import type { NaiveChoices } from "./naive-fixture.ts";
import { type Policies, policiesInForce } from "./policy.ts";
import type { Honour } from "./scheme.ts";
import { badReview, discretionary, facts, honourRecord, record, scheme, sheet } from "./zhejiang-fixture.ts";

/** Every property runs with the same seed, so that a failure can be run again. */
export const seeded = { seed: 20230423 };

const day = fc.constantFrom(
  "2019-12-31",
  "2020-08-29",
  "2020-08-30",
  "2021-06-01",
  "2022-06-01",
  "2023-06-01",
  "2023-08-30",
  "2023-08-31",
  null,
);

const honours = fc.array(
  fc.record({ title: fc.constantFrom("甲", "乙", "丙"), level: fc.constantFrom("national", "provincial", "city", "county"), on: day }),
  { maxLength: 6 },
);

const cause = fc.constantFrom("objective", "not_objective", "undecided", null);
const channel = fc.constantFrom("浙江政务服务网", "浙里办", "大厅", "自助机", null);
const reviews = fc.array(fc.record({ cause, channel, on: fc.constantFrom("2022-12-31", "2023-01-01", "2023-06-01", "2023-12-31") }), {
  maxLength: 7,
});

/** One grader's sheet by chance: unmet clauses or scores, now and then a blank, up to three discretionary rows. */
function chanceSheet(honour: Honour, grader: string): fc.Arbitrary<SheetEntry[]> {
  const cells = sheet(honour, grader);
  const deductions = honour.rubric.items.filter(({ kind }) => kind === "deduction");
  return fc
    .record({
      marks: fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: cells.length, maxLength: cells.length }),
      blank: fc.option(fc.nat(cells.length - 1), { freq: 6 }),
      extra: fc.array(fc.record({ place: fc.nat(), hundredths: fc.integer({ min: 1, max: 1000 }) }), {
        maxLength: deductions.length === 0 ? 0 : 3,
      }),
    })
    .map(({ marks, blank, extra }) => [
      ...cells.map((cell, place): SheetEntry => {
        if (place === blank) return { ...cell, hundredths: null };
        const mark = marks[place] ?? 0;
        return {
          ...cell,
          hundredths: cell.kind === "fixed" ? figureOf(honour, cell) * (mark % 3 === 0 ? 1 : 0) : Math.min(mark, cell.hundredths ?? 0),
        };
      }),
      ...extra.map(({ place, hundredths }) => discretionary(grader, deductions[place % deductions.length]?.id ?? "", hundredths / 100)),
    ]);
}

function figureOf(honour: Honour, entry: SheetEntry): number {
  const item = honour.rubric.items.find(({ id }) => id === entry.item);
  return item?.kind === "deduction" ? (item.clauses.find(({ id }) => id === entry.clause)?.deduct ?? 0) * 100 : 0;
}

/** Facts by chance: up to seven graders, honours and measures around the edges of their period, bad reviews of every kind. */
export function chanceFacts(honour: Honour): fc.Arbitrary<Facts> {
  const panel = fc
    .integer({ min: 0, max: 7 })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, n) => chanceSheet(honour, `G${n + 1}`))));
  return fc.record({ panel, honours, innovations: fc.array(day, { maxLength: 4 }), reviews }).map((given) =>
    facts({
      entries: given.panel.flat(),
      records: {
        honours: given.honours.map(({ title, level, on }, n) => honourRecord(`h${n}`, title, level, on)),
        innovations: given.innovations.map((on, n): FactRecord => record("innovations", `i${n}`, on, { title: `举措${n}` })),
        bad_reviews: given.reviews.map(({ cause, ...where }, n) => ({ ...badReview(`r${n}`, cause, where) })),
      },
    }),
  );
}

export const chanceChoices: fc.Arbitrary<NaiveChoices> = fc.record({
  combined: fc.constantFrom("mean", "trimmed-mean", "median"),
  incomplete: fc.constantFrom("exclude", "wait"),
  floor: fc.constantFrom("zero", "none"),
  bound: fc.constantFrom("what-is-left", "floor-only"),
  counting: fc.constantFrom("highest-level", "every-award"),
});

export function policiesOf(choices: NaiveChoices): Policies {
  return policiesInForce(scheme, {
    "graders-combined": choices.combined,
    "incomplete-sheet": choices.incomplete,
    "item-floor": choices.floor,
    "discretionary-deduction": choices.bound,
    "honour-counting": choices.counting,
  });
}
