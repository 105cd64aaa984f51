import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cityName } from "./city-name.ts";

const divisions = readFileSync(new URL("../../../../data/reference/divisions.csv", import.meta.url), "utf8");
const cities = divisions.split("\n").flatMap((line) => (line.startsWith("city,") ? [line.split(",")[2] ?? ""] : []));

test("every city of the province has an English name of its own", () => {
  const names = cities.map((city) => cityName(city, "en"));
  expect(names.filter((name) => !/^[A-Z][a-z]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(11);
});

test("a place that has no English name keeps its own", () => {
  expect(cityName("示例市", "en")).toBe("示例市");
  expect(cityName("杭州市", "zh")).toBe("杭州市");
});
