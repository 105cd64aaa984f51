import { expect, test } from "vitest";
import { changedCounties, countiesOf, standingCounties } from "./county-kin.ts";

const county = (county_code: string, successors = "", note = "") => ({
  county_code,
  county: county_code,
  valid_from: county_code === "330113" || county_code === "330114" ? "2021-04-09" : null,
  valid_to: county_code === "330103" || county_code === "330104" ? "2021-04-09" : null,
  successors,
  comparable_from: null,
  note,
});
const counties = [
  county("330102", "", "2021年并入原江干区"),
  county("330103", "330105", "整体并入拱墅区"),
  county("330104", "330102;330114", "并入上城区、钱塘区"),
  county("330105"),
  county("330110", "330110;330113", "东部析出"),
  county("330113"),
  county("330114"),
];
const before = new Set(["330102", "330103", "330104", "330105", "330110"]);
const since = new Set(["330102", "330105", "330110", "330113", "330114"]);

test.each([
  ["a county that the year has stands for itself, whatever it was before", ["330102"], since, ["330102"]],
  ["one that was merged stands for what it became", ["330103"], since, ["330103", "330105"]],
  ["one that was divided stands for all that it became", ["330104"], since, ["330104", "330102", "330114"]],
  ["a new one stands, in a year before, for what it was made of", ["330114"], before, ["330114", "330104"]],
  ["one that gave a part away stands for itself in both years", ["330110"], before, ["330110"]],
] as const)("%s", (_, chosen, ofYear, expected) => {
  expect(standingCounties(chosen, ofYear, counties)).toEqual(expected);
});

test("a year has the counties of its rows and those that existed all through it", () => {
  expect([...countiesOf(2021, [{ county_code: "330104" }, { county_code: null }], counties)].sort()).toEqual([
    "330102",
    "330104",
    "330105",
    "330110",
  ]);
  expect([...countiesOf(2022, [], counties)].sort()).toEqual([...since].sort());
});

test("counties whose area is another one since are named", () => {
  expect(changedCounties(["330102", "330105"], counties).map(({ county_code }) => county_code)).toEqual(["330102"]);
});
