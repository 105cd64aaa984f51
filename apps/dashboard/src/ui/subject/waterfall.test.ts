import { points } from "@mingchuang/rubric/points";
import { expect, test } from "vitest";
import { light } from "../palette.ts";
import { scoreLine } from "./score-line.fixture.ts";
import type { Stair } from "./score-steps.ts";
import { axisStart, waterfall } from "./waterfall.ts";

const step = {
  key: "a",
  item: "a",
  clause: "b",
  kind: "fixed" as const,
  points: points(-500),
  lines: [scoreLine({ line_no: 1, item: "a", kind: "fixed", points_num: -500 })],
};
const stairs: readonly Stair[] = [
  { key: "full", kind: "full", step: null, from: points(0), to: points(9000) },
  { key: "a", kind: "fixed", step, from: points(9000), to: points(8500) },
  { key: "total", kind: "total", step: null, from: points(0), to: points(8500) },
];

test("the axis starts at a multiple of five below every stair", () => {
  expect(axisStart(stairs)).toBe(80);
  expect(axisStart([{ key: "total", kind: "total", step: null, from: points(0), to: points(0) }])).toBe(0);
});

test("a step hangs between the level before it and the level after it", () => {
  const { series } = waterfall(stairs, (stair) => stair.key, light, false) as { series: { data: (number | { value: number })[] }[] };
  expect(series[0]?.data).toEqual([80, 85, 80]);
  expect(series[1]?.data.map((datum) => (typeof datum === "number" ? datum : datum.value))).toEqual([10, 5, 5]);
});

test("the same stairs give the same option", () => {
  const make = () => JSON.stringify(waterfall(stairs, (stair) => stair.key, light, false));
  expect(make()).toBe(make());
});
