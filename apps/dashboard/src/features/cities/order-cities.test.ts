import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import { expect, test } from "vitest";
import { meanScore, orderCities } from "./order-cities.ts";

const city = (city_code: string, given: Partial<CityYear>) =>
  ({ city_code, scored: 1, total_sum_c: null, active: null, good: null, bad: null, within_final: 0, ...given }) as CityYear;
const order = (rows: CityYear[], by: Parameters<typeof orderCities>[1]) => orderCities(rows, by).map(({ city_code }) => city_code);

const rows = [
  city("A", { total_sum_c: 9000, active: 1000, good: 999, bad: 1, within_final: 1 }),
  city("B", { total_sum_c: 18_400, scored: 2, active: 1000, good: 990, bad: 10, within_final: 3 }),
  city("C", {}),
];

test("the official order is the one they come in", () => {
  expect(order(rows, "official")).toEqual(["A", "B", "C"]);
});

test("a better mean stands first, and a city without scores last", () => {
  expect(order(rows, "score")).toEqual(["B", "A", "C"]);
});

test("fewer bad reviews stand first", () => {
  expect(order(rows, "bad")).toEqual(["A", "B", "C"]);
  expect(order([rows[1] as CityYear, rows[0] as CityYear], "bad")).toEqual(["A", "B"]);
});

test("more places within the final list stand first, equal ones in official order", () => {
  expect(order(rows, "nominated")).toEqual(["B", "A", "C"]);
});

test("a mean without scored nominees is not zero", () => {
  expect(meanScore(city("D", { scored: 0 }))).toBeNull();
});
