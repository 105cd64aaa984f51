import { goodRate } from "@mingchuang/rubric/rates";
import type { CityItem, CityScore, CityYear } from "@mingchuang/warehouse/queries/cities";
import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { itemCells } from "./item-cells.ts";
import { nominationCells } from "./nomination-cells.ts";
import { rateDots } from "./rate-dots.ts";
import { scoreBars } from "./score-bars.ts";
import { scoreStrips } from "./score-strips.ts";

const city = (city_code: string, given: Partial<CityYear> = {}) =>
  ({ city_code, city: city_code, scored: 1, total_sum_c: 9000, active: 10_000, good: 9_990, bad: 10, nominated: 2, ...given }) as CityYear;
const series = (option: { series?: unknown }) =>
  option.series as { id: string; data: { id: string; value: unknown; itemStyle?: { color: string } }[] }[];
const words = { ranked: "已排名", undecided: "待认定", vetoed: "一票否决", mean: "均分", rank: () => "" };

test("a chosen city is strong and its siblings stay in sight", () => {
  const [bars] = series(scoreBars([city("A"), city("B")], "B", light));
  expect(bars?.data.map(({ itemStyle }) => itemStyle?.color)).toEqual([light.series[4], light.series[0]]);
});

test("a city without scored nominees has no bar rather than one of zero", () => {
  const [bars] = series(scoreBars([city("A", { scored: 0, total_sum_c: null })], undefined, light));
  expect(bars?.data[0]?.value).toBe("-");
});

test("a rate's interval holds the rate", () => {
  const all = series(rateDots({ rows: [city("A")], rate: goodRate.of, per: 100, chosen: undefined }, light));
  const interval = all.find(({ id }) => id === "interval")?.data[0] as unknown as readonly number[] | undefined;
  expect(interval?.[0]).toBeLessThan(99.9);
  expect(interval?.[1]).toBeGreaterThan(99.9);
});

test("vetoed nominees are drawn apart from ranked ones", () => {
  const score = (state: CityScore["state"]) => ({ city_code: "A", subject_id: state, state, total_c: 9000 }) as CityScore;
  const strips = series(scoreStrips([city("A")], [score("ranked"), score("vetoed")], words, undefined, light));
  expect(strips.find(({ id }) => id === "vetoed")?.data.map(({ id }) => id)).toEqual(["vetoed"]);
});

test("every city has a cell for each domain and one for its places", () => {
  const domains = [
    { id: "housing", label: "住建" },
    { id: "fund", label: "住房公积金" },
  ];
  const [cells] = series(
    nominationCells([city("A"), city("B")], [{ city_code: "A", domain: "fund" }], domains, { most: 4, label: "名额" }, undefined, light),
  );
  expect(cells?.data).toHaveLength(6);
});

test("a cell of the item map knows its city and its item, and a column stands under the head that it is given", () => {
  const items = [{ id: "conduct", label: "政务服务规范化", maxHundredths: 2000, isBonus: false }];
  const shares: CityItem[] = [
    { year: 2023, city_code: "A", item: "conduct", seq: 1, applications: 1, points_sum_c: 1500, max_sum_c: 2000 },
  ];
  const option = itemCells([city("A")], items, ["1"], shares, { city: undefined, item: undefined }, light);
  expect(option.xAxis).toMatchObject({ data: ["1"] });
  const [cells] = series(option);
  expect(cells?.data.map(({ id }) => id)).toEqual(["A.conduct"]);
});
