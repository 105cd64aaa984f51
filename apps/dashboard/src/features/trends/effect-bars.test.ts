import { points } from "@mingchuang/rubric/points";
import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { effectBars } from "./effect-bars.ts";

const effects = (rule: number, performance: number) => ({
  before: points(9000),
  after: points(9000 + rule + performance),
  change: points(rule + performance),
  rule: points(rule),
  performance: points(performance),
});

test("the first row stands on top, its bars are the two parts and its mark is their sum, in points", () => {
  const rows = [
    { key: "W1", name: "示例窗口甲", effects: effects(-50, 250) },
    { key: "W2", name: "示例窗口乙", effects: effects(0, -100) },
  ];
  const words = { rule: "标准变化", performance: "工作变化", change: "总变化", format: String };
  const option = effectBars(rows, "W1", words, { palette: light, narrow: false });
  const series = option.series as { id: string; data: { id: string; value: number | [number, string] }[] }[];
  const axis = option.yAxis as { data: string[]; axisLabel: { formatter: (key: string) => string } };
  expect(axis.data).toEqual(["W2", "W1"]);
  expect(axis.axisLabel.formatter("W1")).toBe("▸ 示例窗口甲");
  expect(series.map(({ id, data }) => [id, data.at(-1)?.value])).toEqual([
    ["rule", -0.5],
    ["performance", 2.5],
    ["change", [2, "W1"]],
  ]);
});
