import { expect, test } from "vitest";
import { countPlaywright, countVitest, renderCounts } from "./test-counts.mjs";

const file = (name: string, statuses: string[], status = "passed") => ({
  name,
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

test("tests are counted by the kind that their file's name says", () => {
  const counts = countVitest({
    testResults: [
      file("/x/points.test.ts", ["passed", "passed", "skipped"]),
      file("/x/score.property.test.ts", ["passed"]),
      file("/x/load.sql.test.ts", ["passed", "failed"], "failed"),
    ],
  });
  expect(counts).toEqual({
    unit: { passed: 2, failed: 0, skipped: 1 },
    property: { passed: 1, failed: 0, skipped: 0 },
    sql: { passed: 1, failed: 1, skipped: 0 },
  });
});

test("a file that could not be loaded counts as one failure", () => {
  expect(countVitest({ testResults: [file("/x/points.test.ts", [], "failed")] }).unit).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a flaky browser test and an error outside the tests are failures", () => {
  expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({
    passed: 5,
    failed: 3,
    skipped: 2,
  });
});

test("the last line says how many passed and failed in all", () => {
  const table = renderCounts({ unit: { passed: 2, failed: 0, skipped: 1 }, browser: { passed: 3, failed: 1, skipped: 0 } });
  expect(table.split("\n").at(-1)).toBe("5 passed, 1 failed");
});
