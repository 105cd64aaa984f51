import { expect, test } from "vitest";
import { shownName, shownText } from "./shown-text.ts";

test("what could steer a terminal or turn a name around is written out", () => {
  expect(shownText("\u001b[2J清屏")).toBe("\\u001b[2J清屏");
  expect(shownText("评分\u202exslx.exe")).toBe("评分\\u202exslx.exe");
  expect(shownText("零\u200b宽\ufeff")).toBe("零\\u200b宽\\ufeff");
  expect(shownText("半个\ud83d")).toBe("半个\\ud83d");
});

test("ordinary text stays as it is, with its lines, its tabs and its emoji", () => {
  const text = "杭州市\t示例窗口\n👩‍💻 ok é ａ";
  expect(shownText(text)).toBe(text);
});

test("a name stays on its line, and JSON keeps its meaning", () => {
  expect(shownName("合计 9999\n退回 0.csv")).toBe("合计 9999\\n退回 0.csv");
  const value = { name: "a\u202eb\u200b" };
  expect(JSON.parse(shownText(JSON.stringify(value)))).toEqual(value);
});
