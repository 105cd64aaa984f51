import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { cityMap, mapChange, mapFigure, mapMeasures } from "./city-map.ts";
import { tileLayout } from "./tile-layout.ts";

const city = (given: Partial<CityYear>): CityYear => ({
  year: 2023,
  city_code: "330100",
  city: "杭州市",
  windows: 1,
  cases: 100,
  active: 10_000,
  good: 9_998,
  bad: 2,
  nominated: 4,
  scored: 4,
  total_sum_c: 36_381,
  best_rank: 1,
  vetoed: 0,
  undecided: 0,
  within_final: 1,
  domains: null,
  ...given,
});

test("the mean is of the scored nominees, the rates are of active reviews", () => {
  expect(mapFigure(city({}), "score")).toBe(9095);
  expect(mapFigure(city({}), "good")).toBe(9998);
  expect(mapFigure(city({}), "bad")).toBe(200);
});

test("a city without scores or reviews has no figure rather than zero", () => {
  expect(mapFigure(city({ scored: 0, total_sum_c: null }), "score")).toBeNull();
  expect(mapFigure(city({ active: null }), "good")).toBeNull();
  expect(mapFigure(city({ active: 0, bad: 0 }), "bad")).toBeNull();
});

test("a change is the difference of the two figures as shown, and unknown without a former year", () => {
  expect(mapChange(city({}), [city({ year: 2022, total_sum_c: 36_000 })], "score")).toBe(95);
  expect(mapChange(city({}), [], "score")).toBeNull();
});

test("eleven cities have a tile each, no two on one place", () => {
  const places = Object.values(tileLayout).map(String);
  expect([places.length, new Set(places).size]).toEqual([11, 11]);
});

test("the same rows give the same map", () => {
  const make = () => JSON.stringify(cityMap([city({})], [], "score", "均分", light));
  expect(make()).toBe(make());
});

test("only measures that some city has a figure of are offered: without applications there is no score", () => {
  const withoutScores = { scored: 0, total_sum_c: null };
  expect(mapMeasures([city({}), city(withoutScores)])).toEqual(["score", "good", "bad"]);
  expect(mapMeasures([city(withoutScores), city({ ...withoutScores, active: null })])).toEqual(["good", "bad"]);
  expect(mapMeasures([city({ ...withoutScores, active: null })])).toEqual([]);
});
