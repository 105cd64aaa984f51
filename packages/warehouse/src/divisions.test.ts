import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { divisionsCsv, zhejiangDivisions } from "./divisions.ts";

const counties = zhejiangDivisions().filter(({ level }) => level === "county");
const find = (code: string) => counties.find((county) => county.code === code);

test("Zhejiang has 11 cities and 90 counties today", () => {
  expect(zhejiangDivisions().filter(({ level }) => level === "city")).toHaveLength(11);
  expect(counties.filter(({ validTo }) => validTo === "")).toHaveLength(90);
});

describe("the districts of Hangzhou on 2021-04-09", () => {
  test("下城 and 江干 end", () => {
    expect(counties.filter(({ validTo }) => validTo !== "").map(({ code, validTo }) => [code, validTo])).toEqual([
      ["330103", "2021-04-09"],
      ["330104", "2021-04-09"],
    ]);
  });

  test("what becomes of a district is said, and where no sum before compares with one since", () => {
    const touched = counties.filter(({ successors, comparableFrom }) => successors.length > 0 || comparableFrom !== "");
    expect(
      touched.map(({ name, successors, comparableFrom }) => [name, successors.map((code) => find(code)?.name).join("、"), comparableFrom]),
    ).toEqual([
      ["上城区", "", "2021-04-09"],
      ["下城区", "拱墅区", ""],
      ["江干区", "上城区、钱塘区", ""],
      ["萧山区", "萧山区、钱塘区", "2021-04-09"],
      ["余杭区", "余杭区、临平区", "2021-04-09"],
      ["临平区", "", "2021-04-09"],
      ["钱塘区", "", "2021-04-09"],
    ]);
  });

  test("临平 and 钱塘 begin, while 余杭 goes on", () => {
    expect(find("330113")).toMatchObject({ name: "临平区", validFrom: "2021-04-09" });
    expect(find("330114")).toMatchObject({ name: "钱塘区", validFrom: "2021-04-09" });
    expect(find("330110")).toMatchObject({ name: "余杭区", validFrom: "", validTo: "" });
  });
});

test("every county lies in the city of its first four digits", () => {
  for (const { code, cityCode } of counties) expect(cityCode).toBe(`${code.slice(0, 4)}00`);
});

test("data/reference/divisions.csv is what the generator writes", () => {
  expect(readFileSync(new URL("../../../data/reference/divisions.csv", import.meta.url), "utf8")).toBe(divisionsCsv());
});
