import type { Run } from "@mingchuang/warehouse/queries/meta";
import { expect, test } from "vitest";
import { parseSchemeBody } from "./scheme.ts";
import { chooseScope, honoursOf, inSchemeOrder } from "./scope-choice.ts";

const scheme = (id: string, ...honours: string[]) =>
  parseSchemeBody({ scheme_id: id, edition: "2023", body: JSON.stringify({ honours: honours.map((honour) => ({ id: honour })) }) });
const schemes = [
  scheme("fenghua-2022", "unit-bulletin"),
  scheme("suzhou-2019", "window-star"),
  scheme("zhejiang-2023", "red-flag-window", "service-pioneer"),
];
const run = (year: number, honour: string, applications: number): Run => ({
  year,
  honour,
  scheme_id: "zhejiang-2023",
  edition: "2023",
  restated: false,
  as_of: `${year}-12-31`,
  applications,
});
const address = { honour: "red-flag-window" } as const;

test("an empty address shows the latest year that somebody applied in, under the scheme that judged it", () => {
  const runs = [run(2022, "red-flag-window", 3), run(2023, "red-flag-window", 4), run(2024, "red-flag-window", 0)];
  const chosen = chooseScope(address, { runs, years: [2022, 2023, 2024], schemes });
  expect([chosen.year, chosen.honour, chosen.run?.applications, chosen.scheme?.schemeId]).toEqual([
    2023,
    "red-flag-window",
    4,
    "zhejiang-2023",
  ]);
});

test("a year of the address is kept when anything is known about it, though nobody was judged in it", () => {
  const known = { runs: [run(2023, "red-flag-window", 4)], years: [2022, 2023], schemes };
  expect(chooseScope({ ...address, year: 2022 }, known)).toMatchObject({
    year: 2022,
    run: undefined,
    scheme: { schemeId: "zhejiang-2023" },
  });
  expect(chooseScope({ ...address, year: 1999 }, known).year).toBe(2023);
});

test("an honour that nobody applied for gives way to one that has results", () => {
  const runs = [run(2023, "red-flag-window", 0), run(2023, "service-pioneer", 5)];
  expect(chooseScope(address, { runs, years: [2023], schemes }).honour).toBe("service-pioneer");
  expect(honoursOf({ runs, schemes })).toEqual(["service-pioneer"]);
});

test("without any result both honours stand, under the scheme that judges them and not under the first one published", () => {
  const chosen = chooseScope(address, { runs: [], years: [], schemes });
  expect([chosen.year, chosen.honour, chosen.scheme?.schemeId]).toEqual([null, "red-flag-window", "zhejiang-2023"]);
  expect(honoursOf({ runs: [], schemes: [scheme("s", "red-flag-window", "service-pioneer")] })).toEqual([
    "red-flag-window",
    "service-pioneer",
  ]);
});

test("honours are offered as their schemes list them, those of no scheme last", () => {
  const known = [scheme("a", "first", "second"), scheme("b", "third")];
  expect(inSchemeOrder(["unknown", "third", "second", "first"], known)).toEqual(["first", "second", "third", "unknown"]);
});
