import { expect, test } from "vitest";
import type { Facts } from "./facts.ts";
import { policiesInForce } from "./policy.ts";
import { bareFacts, honourOf, suzhou } from "./programmes-fixture.ts";
import { standingsOf } from "./standings.ts";
import { record } from "./zhejiang-fixture.ts";

const collective = honourOf(suzhou, "service-collective");
type Given = Readonly<Record<string, number>>;

function hall(id: string, given: readonly Given[], tier = "own", source = "bimonthly"): Facts {
  const appraisals = given.map((fields, n) => record("appraisals", `${id}-${n}`, `2019-0${n + 1}-28`, { source, ...fields }));
  const fields = { subject_kind: "window", tier };
  return bareFacts({ subjectId: id, year: 2019, asOf: "2019-12-31", fields, records: { appraisals } });
}

const places = (all: readonly Facts[], ties = "best") =>
  [...standingsOf(collective, all, policiesInForce(suzhou, { "rank-ties": ties })).values()].map(({ bimonthly }) =>
    bimonthly === undefined ? null : bimonthly.place.numerator / bimonthly.place.denominator,
  );

test("a place that was handed in is taken as it is, also when not all apply", () => {
  expect(places([hall("A", [{ rank: 3 }]), hall("B", [{ rank: 7 }])])).toEqual([3, 7]);
});

test("of places of several rounds the mean counts, exactly", () => {
  const [standing] = standingsOf(collective, [hall("A", [{ rank: 1 }, { rank: 2 }, { rank: 2 }])], policiesInForce(suzhou)).values();
  expect(standing?.bimonthly?.place).toEqual({ numerator: 5, denominator: 3 });
  expect(standing?.bimonthly?.records).toHaveLength(3);
});

test.each([
  ["best", [1, 2, 2, 4]],
  ["mean", [1, 2.5, 2.5, 4]],
  ["dense", [1, 2, 2, 3]],
])("equal scores by %s", (ties, expected) => {
  const scores = [99, 95, 95, 90].map((score, n) => hall(`W${n}`, [{ score }]));
  expect(places(scores, ties)).toEqual(expected);
});

test("scores are ranked within a tier, and those of units not at all among windows", () => {
  const unit = { ...hall("U", [{ score: 100 }]), fields: { subject_kind: "unit", tier: "own" } };
  expect(places([hall("A", [{ score: 90 }]), hall("B", [{ score: 95 }], "centres"), unit])).toEqual([1, 1, null]);
});

test("who has no appraisal has no place and takes none", () => {
  expect(places([hall("A", []), hall("B", [{ score: 90 }])])).toEqual([null, 1]);
});

test("R209: places for some and scores for others cannot be put in one order", () => {
  expect(() => places([hall("A", [{ rank: 1 }]), hall("B", [{ score: 90 }])])).toThrow(/^R209 /);
});
