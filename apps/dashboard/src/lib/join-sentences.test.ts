import { expect, test } from "vitest";
import { joinSentences } from "./join-sentences.ts";

test("Chinese sentences follow each other without a space, which their full stop has already", () => {
  expect(joinSentences(["共 3 个。", "另有 2 个。"])).toBe("共 3 个。另有 2 个。");
});

test("English sentences are a space apart", () => {
  expect(joinSentences(["3 in all.", "2 more."])).toBe("3 in all. 2 more.");
});

test("what has nothing to say leaves no space behind", () => {
  expect(joinSentences(["", "3 in all.", ""])).toBe("3 in all.");
  expect(joinSentences([])).toBe("");
});
