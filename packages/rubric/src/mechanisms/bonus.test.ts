import { describe, expect, test } from "vitest";
import type { FactRecord } from "../facts.ts";
import { policiesInForce } from "../policy.ts";
import { defaults, facts, honourRecord, record, scheme, windowHonour } from "../zhejiang-fixture.ts";
import { bonusLines } from "./bonus.ts";

const item = windowHonour.rubric.items.find(({ id }) => id === "bonus");
if (item?.kind !== "bonus") throw new Error("加分事项 is a bonus");

const told = (honours: readonly FactRecord[], innovations: readonly FactRecord[] = [], policies = defaults) =>
  bonusLines(item, facts({ records: { honours, innovations } }), policies).map((line) => [
    line.recordId ?? line.clause,
    line.kind,
    line.points.numerator,
    line.reason,
  ]);
const measure = (id: string, on: string | null) => record("innovations", id, on, { title: `举措${id}` });

describe("honours", () => {
  test.each([
    ["national", 800],
    ["provincial", 500],
    ["city", 300],
    ["county", 100],
  ])("one of %s level adds %i hundredths", (level, added) => {
    expect(told([honourRecord("a", "甲", level, "2023-01-01")])).toEqual([["a", "honour", added, null]]);
  });

  test("what is over the cap of 8 is taken off by a line of its own", () => {
    expect(told([honourRecord("b", "乙", "provincial", "2022-01-01"), honourRecord("a", "甲", "national", "2022-01-01")])).toEqual([
      ["a", "honour", 800, null],
      ["b", "honour", 500, null],
      ["honours", "cap", -500, null],
    ]);
  });

  test("a lower level of the same honour has a line of nothing that says so, also where the title is spaced otherwise", () => {
    expect(
      told([honourRecord("low", "文明 窗口", "county", "2023-01-01"), honourRecord("high", "文明窗口", "city", "2022-01-01")]),
    ).toEqual([
      ["high", "honour", 300, null],
      ["low", "honour", 0, "same-honour"],
    ]);
  });

  test("an honour that is too old does not stand in the way of the same one at a lower level in time", () => {
    expect(told([honourRecord("old", "甲", "national", "2019-05-01"), honourRecord("new", "甲", "county", "2023-05-01")])).toEqual([
      ["new", "honour", 100, null],
      ["old", "honour", 0, "before-period"],
    ]);
  });

  test("an honour after the deadline, or without a day, adds nothing and says why", () => {
    expect(told([honourRecord("late", "甲", "city", "2023-08-31"), honourRecord("when", "乙", "city", null)])).toEqual([
      ["late", "honour", 0, "after-period"],
      ["when", "honour", 0, "undated"],
    ]);
  });

  test("two awards of one honour at one level count once, the latest", () => {
    expect(told([honourRecord("y21", "甲", "city", "2021-05-01"), honourRecord("y22", "甲", "city", "2022-05-01")])).toEqual([
      ["y22", "honour", 300, null],
      ["y21", "honour", 0, "same-honour"],
    ]);
  });

  test("if the committee counts every award, both add", () => {
    const every = policiesInForce(scheme, { "honour-counting": "every-award" });
    const awards = [honourRecord("y21", "甲", "city", "2021-05-01"), honourRecord("y22", "甲", "city", "2022-05-01")];
    expect(told(awards, [], every).map(([, , points]) => points)).toEqual([300, 300]);
  });

  test("a level that the scheme does not know is refused", () => {
    expect(() => told([honourRecord("a", "甲", "village", "2023-01-01")])).toThrow(/R207/);
  });
});

describe("new measures", () => {
  test("the third one is over the cap of 2", () => {
    expect(told([], [measure("1", "2023-01-01"), measure("2", "2023-02-01"), measure("3", "2023-03-01")])).toEqual([
      ["3", "innovation", 100, null],
      ["2", "innovation", 100, null],
      ["1", "innovation", 100, null],
      ["innovations", "cap", -100, null],
    ]);
  });

  test("by the programme year a measure of the year before adds nothing", () => {
    const year = policiesInForce(scheme, { "innovation-window": "programme-year" });
    expect(told([], [measure("1", "2022-12-31")], year)).toEqual([["1", "innovation", 0, "before-period"]]);
    expect(told([], [measure("1", "2022-12-31")])).toEqual([["1", "innovation", 100, null]]);
  });
});

test("parts that together exceed the item are cut to its maximum", () => {
  const tight = { ...item, max: 9 };
  const records = {
    honours: [honourRecord("a", "甲", "national", "2023-01-01")],
    innovations: [measure("1", "2023-01-01"), measure("2", "2023-01-01")],
  };
  const lines = bonusLines(tight, facts({ records }), defaults);
  expect(lines.at(-1)).toMatchObject({ kind: "cap", clause: null, points: { numerator: -100 }, askedHundredths: 1000 });
});
