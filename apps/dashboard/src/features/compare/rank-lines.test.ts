import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { resultRow } from "./applicant.fixture.ts";
import { rankIn, rankLines, spread } from "./rank-lines.ts";

test("a year's rank is the window's own, else that of the only one it came from; after a merger of several there is none", () => {
  const history = [
    resultRow({ year: 2021, subject_id: "W8", rank: 4 }),
    resultRow({ year: 2021, subject_id: "W9", rank: 6 }),
    resultRow({ year: 2022, subject_id: "W9", rank: 5 }),
    resultRow({ year: 2023, subject_id: "W1", rank: 3 }),
    resultRow({ year: 2023, subject_id: "W9", rank: 8 }),
  ];
  expect([2020, 2021, 2022, 2023].map((year) => rankIn(history, "W1", year))).toEqual([null, null, 5, 3]);
});

test("lines are told apart by mark and stroke, not by colour alone, and those that end in one place share its label", () => {
  const lines = [
    { letter: "甲", name: "示例窗口甲", ranks: [9, 2] },
    { letter: "乙", name: "示例窗口乙", ranks: [3, 2] },
    { letter: "丙", name: "示例窗口丙", ranks: [null, null] },
  ];
  const series = rankLines(lines, [2022, 2023], light).series as {
    symbol: string;
    lineStyle: { type: string };
    data: { value: number | string; label: { show: boolean; formatter: string } }[];
  }[];
  expect(new Set(series.map(({ symbol, lineStyle }) => `${symbol} ${lineStyle.type}`)).size).toBe(3);
  expect(series[0]?.data[1]?.label).toMatchObject({ show: true, formatter: "2　甲 乙" });
  expect(series[1]?.data[1]?.label.show).toBe(false);
  expect(series[2]?.data.map(({ value }) => value)).toEqual(["-", "-"]);
});

test("labels that would stand on one another are moved apart, the lower one down, and others stay", () => {
  expect(spread([0, 5, 100])).toEqual([0, 10, 0]);
  expect(spread([20, 0, 10])).toEqual([10, 0, 5]);
});
