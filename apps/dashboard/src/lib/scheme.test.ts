import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { expect, test } from "vitest";
import { parseSchemeBody } from "./scheme.ts";

const read = (path: string) => readFileSync(new URL(`../../../../data/${path}`, import.meta.url), "utf8");
const edition = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));
const scheme = parseSchemeBody({ scheme_id: "zhejiang-2023", edition: "2023", body: JSON.stringify(edition) });

test("items come in the scheme's order with their maxima in hundredths, bonus told apart", () => {
  const items = scheme.items("red-flag-window", "zh");
  expect(items.map(({ label }) => label)).toEqual([
    "组织领导",
    "政务服务标准化",
    "政务服务规范化",
    "政务服务便利化",
    "政务服务廉洁化",
    "加分事项",
  ]);
  expect(items.map(({ maxHundredths }) => maxHundredths)).toEqual([1000, 2000, 2000, 2000, 2000, 1000]);
  expect(items.filter(({ isBonus }) => isBonus).map(({ id }) => id)).toEqual(["bonus"]);
});

test("the stages and the places of a city are those of the document", () => {
  expect(scheme.stages("red-flag-window").map(({ size }) => size)).toEqual([20, 10]);
  expect(scheme.stages("service-pioneer").map(({ size }) => size)).toEqual([40, 20]);
  expect([scheme.quotaPerCity("red-flag-window"), scheme.quotaPerCity("service-pioneer")]).toEqual([4, 6]);
});

test("an id that the scheme does not know stands for itself", () => {
  expect([
    scheme.item("red-flag-window", "courtesy", "en"),
    scheme.clause("red-flag-window", "conduct", "smile", "zh"),
    scheme.veto("red-flag-window", "V9", "zh"),
  ]).toEqual(["courtesy", "smile", "V9"]);
});
