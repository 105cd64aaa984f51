import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { climb, rankBy, rankSlopes } from "./rank-slopes.ts";

test("equal figures share a rank and the next one is skipped; what has no figure has no rank", () => {
  expect(rankBy([90, 95, 90, null, 80])).toEqual([2, 1, 2, null, 4]);
});

test("a climb is from the first known place to the last", () => {
  expect(climb({ key: "A", label: "甲", ranks: [9, null, 2] })).toBe(7);
  expect(climb({ key: "B", label: "乙", ranks: [null, null, 2] })).toBe(0);
});

test("the best climber and the steepest faller stand out when nobody is chosen", () => {
  const rows = [
    { key: "A", label: "甲", ranks: [3, 1] },
    { key: "B", label: "乙", ranks: [1, 3] },
    { key: "C", label: "丙", ranks: [2, 2] },
  ];
  const lines = rankSlopes(rows, [2022, 2023], undefined, 80, light).series as {
    name: string;
    lineStyle: { color: string; width: number };
  }[];
  expect(lines.map(({ lineStyle }) => lineStyle.width)).toEqual([3, 3, 1.2]);
  expect(lines[1]?.lineStyle.color).toBe(light.accent);
});
