import { expect, test } from "vitest";
import { resolveTheme } from "./theme-choice.ts";

test("the address outweighs the system, which decides when the address is silent", () => {
  expect([resolveTheme("light", true), resolveTheme("dark", false), resolveTheme("auto", true), resolveTheme("auto", false)]).toEqual([
    "light",
    "dark",
    "dark",
    "light",
  ]);
});
