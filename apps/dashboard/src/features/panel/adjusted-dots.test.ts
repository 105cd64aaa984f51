import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { adjustedDots } from "./adjusted-dots.ts";

test("each total stands beside what it would be, on one line and one scale", () => {
  const rows = [
    { id: "A", name: "1　示例窗口甲", raw: 9382, adjusted: 9381, figure: "1 → 2" },
    { id: "B", name: "2　示例窗口乙", raw: 9050, adjusted: 9125, figure: "2 → 1" },
  ];
  const option = adjustedDots(rows, { raw: "原始分", adjusted: "调整后", rank: "名次" }, false, light);
  const series = option.series as { id?: string; name?: string; data: unknown[] }[];
  expect(series.find(({ id }) => id === "strokes")?.data).toEqual([
    [93.82, 93.81, 0],
    [90.5, 91.25, 1],
  ]);
  expect(series.find(({ name }) => name === "调整后")?.data).toMatchObject([
    { id: "A", value: [93.81, 0] },
    { id: "B", value: [91.25, 1] },
  ]);
  expect(option.xAxis).toMatchObject({ min: 90, max: 95 });
});
