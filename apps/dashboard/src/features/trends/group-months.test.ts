import type { GroupMonth } from "@mingchuang/warehouse/queries/trends";
import { expect, test } from "vitest";
import { groupMonths, monthBefore, neighbours, sumCounts } from "./group-months.ts";

const row = (month: string, cases: number | null = 1): GroupMonth => ({
  key: "A",
  month,
  cases,
  active: null,
  good: null,
  bad: null,
  reporting: 1,
  expected: 1,
});

test.each([
  ["2023-01-01", 1, "2022-12-01"],
  ["2023-12-01", 12, "2022-12-01"],
  ["2023-03-01", 14, "2022-01-01"],
])("%s less %i months is %s", (month, months, expected) => {
  expect(monthBefore(month, months)).toBe(expected);
});

test("环比 looks one month back, 同比 one year, and a month that is not there is not guessed", () => {
  const months = [row("2022-02-01"), row("2023-01-01"), row("2023-02-01")];
  expect(neighbours(months, "2023-02-01")).toEqual({ previous: months[1], lastYear: months[0] });
  expect(neighbours(months, "2023-01-01")).toEqual({ previous: undefined, lastYear: undefined });
});

test("a sum leaves out what was not handed in, and is unknown when nothing was", () => {
  expect(sumCounts([row("2023-01-01", 5), row("2023-02-01", null)])).toMatchObject({ cases: 5, active: null });
});

test("groups come in the order of their labels", () => {
  const groups = groupMonths(
    [row("2023-01-01"), { ...row("2023-01-01"), key: "B" }],
    [
      { key: "B", label: "乙" },
      { key: "A", label: "甲" },
      { key: "C", label: "丙" },
    ],
  );
  expect(groups.map(({ label }) => label)).toEqual(["乙", "甲"]);
});
