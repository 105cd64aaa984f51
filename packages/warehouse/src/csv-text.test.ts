import { expect, test } from "vitest";
import { csvText, neutralise } from "./csv-text.ts";

test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
  "a cell that a spreadsheet would run (%j) becomes text",
  (cell) => {
    expect(neutralise(cell)).toBe(`'${cell}`);
  },
);

test.each(["-3.50", "+2", "-12%", "示例窗口", "2023-09-28", ""])("%j stays as it is", (cell) => {
  expect(neutralise(cell)).toBe(cell);
});

test("commas, quotes and line breaks are quoted, null is an empty cell, and Excel is told that it is UTF-8", () => {
  expect(
    csvText(
      ["名称", "分"],
      [
        ['示例"甲",乙', 92.5],
        ["两\n行", null],
      ],
    ),
  ).toBe('\uFEFF名称,分\r\n"示例""甲"",乙",92.5\r\n"两\n行",\r\n');
});
