import { expect, test } from "vitest";
import { resolveTheme } from "./theme-choice.ts";

const day = { dark: false, moreContrast: false };
const night = { dark: true, moreContrast: false };

test("the address outweighs the system, which decides when the address is silent", () => {
  expect(resolveTheme("light", { dark: true, moreContrast: true })).toBe("light");
  expect(resolveTheme("dark", day)).toBe("dark");
  expect(resolveTheme("auto", night)).toBe("dark");
  expect(resolveTheme("auto", day)).toBe("light");
});

test("high contrast comes by the address or by the system, dark where the system is dark", () => {
  expect(resolveTheme("contrast", day)).toBe("contrast");
  expect(resolveTheme("contrast", night)).toBe("contrast-dark");
  expect(resolveTheme("auto", { dark: false, moreContrast: true })).toBe("contrast");
  expect(resolveTheme("auto", { dark: true, moreContrast: true })).toBe("contrast-dark");
});
