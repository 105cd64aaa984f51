import { expect, test } from "vitest";
import { displayWidth, textTable } from "./text-table.ts";

test("a Chinese character is two columns wide, also in the middle of other text", () => {
  expect(displayWidth("窗口 A1（甲）")).toBe(13);
});

test("columns line up, numbers to the right", () => {
  const table = textTable(
    ["文件", "行"],
    [
      ["windows.xlsx", 400],
      ["差评.csv", 9],
    ],
  );
  expect(table).toBe("文件           行\nwindows.xlsx  400\n差评.csv        9");
});
