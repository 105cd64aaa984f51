import type { CityItem } from "@mingchuang/warehouse/queries/cities";
import { expect, test } from "vitest";
import { compareItems } from "./item-dots.ts";

const items = [{ id: "conduct", label: "政务服务规范化", maxHundredths: 2000, isBonus: false }];
const share = (year: number, city_code: string, points_sum_c: number): CityItem => ({
  year,
  city_code,
  item: "conduct",
  seq: 3,
  applications: 1,
  points_sum_c,
  max_sum_c: 2000,
});

test("a city's share stands beside its own of last year and the province's of this year", () => {
  const [row] = compareItems(items, [share(2023, "A", 1500), share(2023, "B", 2000), share(2022, "A", 1800)], { city: "A", year: 2023 });
  expect(row).toMatchObject({ now: 7500, before: 9000, province: 8750 });
});

test("a year without sheets is unknown, not zero", () => {
  const [row] = compareItems(items, [share(2023, "A", 1500)], { city: "A", year: 2023 });
  expect(row?.before).toBeNull();
});
