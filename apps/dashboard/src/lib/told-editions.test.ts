import type { Run } from "@mingchuang/warehouse/queries/meta";
import { expect, test } from "vitest";
import { parseSchemeBody } from "./scheme.ts";
import { toldEditions } from "./told-editions.ts";

const scheme = parseSchemeBody({ scheme_id: "zhejiang-2023", edition: "2023", body: JSON.stringify({ year: 2023 }) });
const run = (year: number, given: Partial<Run> = {}): Run => ({
  year,
  honour: "red-flag-window",
  scheme_id: "zhejiang-2023",
  edition: "2023",
  restated: year < 2023,
  as_of: `${year}-12-31`,
  applications: 4,
  ...given,
});

test("a year before its edition was restated, a year after it carries the edition on, its own year is as it was", () => {
  const runs = [run(2021), run(2022), run(2022, { honour: "service-pioneer" }), run(2023), run(2024)];
  expect(toldEditions(runs, [scheme])).toEqual([
    { how: "restated", edition: "2023", years: [2021, 2022] },
    { how: "carriedOn", edition: "2023", years: [2024] },
  ]);
});

test("nothing is said of a year that nobody applied in", () => {
  expect(toldEditions([run(2022, { applications: 0 }), run(2023)], [scheme])).toEqual([]);
});
