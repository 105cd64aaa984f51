import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseScheme } from "../parse-scheme.ts";
import { policiesInForce } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import { documents, facts, record } from "../zhejiang-fixture.ts";
import { contestOf, type Entrant } from "./contest.ts";
import { findCutFlips } from "./cut-flips.ts";
import { robustness } from "./robustness.ts";
import { weightTable } from "./weight-table.ts";
import { boundRanks } from "./weight-trials.ts";

const suzhou = parseScheme(readFileSync(new URL("../../../../data/schemes/suzhou-2019.yaml", import.meta.url), "utf8"), documents);
const inTiers = suzhou.honours.find(({ rubric }) => rubric.items.some(({ id }) => id === "hall"));
if (inTiers === undefined) throw new Error("no honour ranks hall windows");
const { within: _, ...together } = inTiers.rubric.ranking;
/** The same windows ranked all together, with one place. */
const oneField: Honour = {
  ...inTiers,
  rubric: { ...inTiers.rubric, ranking: together },
  stages: inTiers.stages.map((stage) => ({ ...stage, size: 1 })),
};

/** A hall window by its places in the bimonthly assessment, the democratic appraisal and the survey: a half and two quarters count. */
function hallWindow(id: string, bimonthly: number, democratic: number, survey: number, tier = "own"): Entrant {
  const place = (source: string, rank: number) => record("appraisals", `${id}-${source}`, "2019-12-20", { source, rank });
  const fields = { subject_kind: "window", tier, staff_count: 2, deeds_length: 600, submitted_on: "2019-12-18" };
  const records = { appraisals: [place("bimonthly", bimonthly), place("democratic", democratic), place("third_party", survey)] };
  return { id, facts: facts({ subjectId: id, year: 2019, asOf: "2019-12-31", fields, records }) };
}

/** 2.5, 2 and 2.25: less is better. */
const three = [hallWindow("x", 1, 3, 5), hallWindow("y", 2, 1, 3), hallWindow("z", 3, 2, 1)];
const policies = policiesInForce(suzhou);

describe("where totals are ranks and less is better", () => {
  const contest = contestOf(oneField, three, policies);
  const table = weightTable(contest);

  test("each place weighs on its own, at whatever depth it stands", () => {
    expect(contest.ranked.map(({ id }) => id)).toEqual(["y", "z", "x"]);
    expect(table.parts.filter((part) => part.startsWith("hall/"))).toEqual(["hall/bimonthly", "hall/democratic", "hall/survey"]);
  });

  test("z cannot pass y until weights move by a fifth, nor x pass z until they move by a ninth", () => {
    const places = (margin: number) => boundRanks(contest, table, margin).map(({ id, best, worst }) => `${id} ${best}-${worst}`);
    expect(places(11)).toEqual(["y 1-1", "z 2-2", "x 3-3"]);
    expect(places(12)).toEqual(["y 1-1", "z 2-3", "x 2-3"]);
    expect(places(20)).toEqual(["y 1-2", "z 1-3", "x 2-3"]);
  });

  test("the one inside needs more to fall, those outside need less to rise", () => {
    const flips = findCutFlips(contest, table);
    expect(flips.map(({ id, place, rival, points }) => [id, place, rival, points.change.numerator])).toEqual([
      ["y", "inside", "z", 25],
      ["z", "outside", "y", -25],
      ["x", "outside", "y", -50],
    ]);
    // At p times the weight of the bimonthly places x has p/2 + 2, y has p + 1 and z 3p/2 + 3/4.
    expect(flips[2]?.weight).toEqual({ part: "hall/bimonthly", change: { numerator: 1, denominator: 1 }, rival: "y" });
    expect(flips.map(({ sheets }) => sheets)).toEqual([null, null, null]);
  });

  test("without graders there is nothing to draw or to leave out, and weights and policies are still tried", () => {
    const found = robustness(suzhou, oneField, three, {}, { seed: 1, draws: 100, margin: 25 });
    expect(found.graders).toEqual([]);
    expect(found.redrawn.every(({ best, worst, rank }) => best === rank && worst === rank)).toBe(true);
    expect(found.weights.map(({ id, best, worst, exact }) => [id, best, worst, exact])).toEqual([
      ["y", 1, 2, true],
      ["z", 1, 3, true],
      ["x", 2, 3, true],
    ]);
  });
});

test("where ranks are within a tier, only those of one tier can pass one another, and no cut is counted", () => {
  const field = [...three, hallWindow("far", 9, 9, 9, "centres")];
  const found = robustness(suzhou, inTiers, field, {}, { seed: 1, draws: 50, margin: 90 });
  const far = found.weights.find(({ id }) => id === "far");
  expect(far).toMatchObject({ rank: 1, best: 1, worst: 1, bounds: { best: 1, worst: 1 }, exact: true, cuts: [] });
  expect(found.weights.find(({ id }) => id === "y")?.bounds).toEqual({ best: 1, worst: 3 });
  expect(found.flips).toEqual([]);
});
