const empty = () => ({ passed: 0, failed: 0, skipped: 0 });

/** Which of the kinds of tests a file belongs to, by the same rule as `vitest.config.ts`. */
const kindOf = (file) => (file.includes(".property.test.") ? "property" : file.includes(".sql.test.") ? "sql" : "unit");

/**
 * Counts Vitest's JSON report by kind. A file that could not be run (it failed without one failed test) counts as one failure: a test
 * that never ran must not look like one that passed.
 */
export function countVitest(report) {
  const counts = { unit: empty(), property: empty(), sql: empty() };
  for (const file of report.testResults) {
    const count = counts[kindOf(file.name)];
    const before = count.failed;
    for (const { status } of file.assertionResults) {
      if (status === "passed") count.passed += 1;
      else if (status === "failed") count.failed += 1;
      else count.skipped += 1;
    }
    if (file.status === "failed" && count.failed === before) count.failed += 1;
  }
  return counts;
}

/** Counts Playwright's JSON report. A flaky test has failed once, so it is a failure here; so is an error outside any test. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** The table and, as its last line, the totals. */
export function renderCounts(counts) {
  const names = { unit: "单元 unit", property: "性质 property", sql: "SQL", browser: "浏览器 browser" };
  const cells = Object.entries(counts).map(([kind, { passed, failed, skipped }]) => [names[kind], passed, failed, skipped]);
  const total = (column) => cells.reduce((sum, row) => sum + row[column], 0);
  const width = (text) => [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e80 ? 2 : 1), 0);
  const line = ([name, ...numbers]) => name + " ".repeat(20 - width(name)) + numbers.map((value) => String(value).padStart(9)).join("");
  return [line(["", "passed", "failed", "skipped"]), ...cells.map(line), "", `${total(1)} passed, ${total(2)} failed`].join("\n");
}
