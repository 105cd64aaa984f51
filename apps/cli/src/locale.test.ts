import { expect, test } from "vitest";
import { chooseLanguage } from "./locale.ts";

test.each([
  ["an English locale", undefined, { LANG: "en_GB.UTF-8" }, "en"],
  ["a Chinese locale", undefined, { LANG: "zh_CN.UTF-8" }, "zh"],
  ["LC_ALL over LANG", undefined, { LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
  ["an empty LC_ALL, which says nothing", undefined, { LC_ALL: "", LANG: "en_US" }, "en"],
  ["--lang over every variable", "zh", { LC_ALL: "en_US.UTF-8" }, "zh"],
  ["a locale of neither language", undefined, { LANG: "C.UTF-8" }, "zh"],
  ["no locale at all", undefined, {}, "zh"],
] as const)("the language follows %s", (_, wanted, environment, language) => {
  expect(chooseLanguage(wanted, environment)).toBe(language);
});
