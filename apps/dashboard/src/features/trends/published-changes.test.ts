import type { RestatedRow } from "@mingchuang/warehouse/queries/restated";
import { expect, test } from "vitest";
import { publishedChanges } from "./published-changes.ts";

const row = (given: Partial<RestatedRow>): RestatedRow => ({
  year_before: 2022,
  scheme_before: "old",
  scheme_id: "new",
  city_code: null,
  city: null,
  item: null,
  subjects: 3,
  unknown: 0,
  before_num: 9000,
  before_den: 1,
  after_num: 27_500,
  after_den: 3,
  rule_num: -100,
  rule_den: 3,
  performance_num: 200,
  performance_den: 1,
  ...given,
});
const city = (city_code: string, after_num: number) => row({ city_code, city: city_code, subjects: 1, after_num, after_den: 1 });

test("the province comes first, then cities from the most improved; the change is exact", () => {
  const changes = publishedChanges(
    [city("330200", 8000), city("330100", 9500), row({}), row({ item: "bonus", rule_num: 0 })],
    "old",
    "new",
  );
  expect(changes.map(({ key }) => key)).toEqual(["province", "330100", "330200"]);
  expect(changes[0]?.effects.change).toEqual({ numerator: 500, denominator: 3 });
  expect(changes[0]?.items.map(({ item }) => item)).toEqual(["bonus"]);
});

test("rows under other editions take no part, and without a total there is no group", () => {
  const rows = [row({ scheme_id: "other" }), row({ city_code: "330100", item: "bonus" })];
  expect(publishedChanges(rows, "old", "new")).toEqual([]);
});
