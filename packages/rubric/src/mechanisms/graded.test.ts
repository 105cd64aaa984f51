import { expect, test } from "vitest";
import { personHonour, sheet } from "../zhejiang-fixture.ts";
import { readGrade } from "./graded.ts";

const item = personHonour.rubric.items.find(({ id }) => id === "service");
if (item?.kind !== "graded") throw new Error("服务质量过硬 is graded");
const row = (amount: number | null) => sheet(personHonour, "G1", { service: amount }).filter((entry) => entry.item === "service");

test("a grader's score is the only step of the item", () => {
  expect(readGrade(item, row(21.5)).steps.map(({ kind, hundredths }) => [kind, hundredths])).toEqual([["graded", 2150]]);
});

test("nothing given is a score, a blank cell is missing", () => {
  expect(readGrade(item, row(0))).toMatchObject({ steps: [{ hundredths: 0 }], missing: [] });
  expect(readGrade(item, row(null))).toEqual({ steps: [], missing: ["service"] });
  expect(readGrade(item, [])).toEqual({ steps: [], missing: ["service"] });
});

test.each([
  ["R202", "scored twice", [...row(20), ...row(20)]],
  ["R205", "deducted from", row(20).map((entry) => ({ ...entry, kind: "fixed" as const }))],
  ["R214", "given more than its maximum", row(25.01)],
  ["R214", "given less than nothing", row(-1)],
])("%s: an item %s is refused", (code, _, entries) => {
  expect(() => readGrade(item, entries)).toThrow(new RegExp(`^${code} `));
});
