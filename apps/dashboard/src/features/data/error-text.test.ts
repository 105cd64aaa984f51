import { expect, test } from "vitest";
import { errorText } from "./error-text.ts";

test("a code is told in the language of the page, with its cure", () => {
  const zh = errorText("D201", "zh");
  const en = errorText("D201", "en");
  expect(zh?.what).toMatch(/\p{Script=Han}/u);
  expect(zh?.cure).toMatch(/\p{Script=Han}/u);
  expect(`${en?.what} ${en?.cure}`).not.toMatch(/\p{Script=Han}/u);
});

test("a code that this version does not know has no words", () => {
  expect(errorText("D999", "zh")).toBeNull();
});
