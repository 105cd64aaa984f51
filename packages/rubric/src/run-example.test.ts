import { expect, test } from "vitest";
import { Example } from "./example.ts";
import { runExample } from "./run-example.ts";
import { scheme, windowHonour } from "./zhejiang-fixture.ts";

const mismatches = (given: object, expected: object) =>
  runExample(scheme, windowHonour, Example.parse({ name: "an example", given, expect: expected }));

test("an example that does not hold says what was expected and what came out", () => {
  expect(mismatches({ unmet: ["plan"] }, { total: 90, items: { organisation: 10 }, vetoes: { V2: "near" }, scored: false })).toEqual([
    { what: "total", expected: "90.00", actual: "87.00" },
    { what: "items.organisation", expected: "10.00", actual: "7.00" },
    { what: "vetoes.V2", expected: "near", actual: "clear" },
    { what: "scored", expected: "false", actual: "true" },
  ]);
});

test("a total is compared exactly, not as it is printed", () => {
  const graders = [{ unmet: ["mail"] }, {}, {}];
  expect(mismatches({ graders }, { total: "265/3" })).toEqual([]);
  expect(mismatches({ graders }, { total: 88.33 })).toEqual([{ what: "total", expected: "88.33", actual: "88.33" }]);
});
