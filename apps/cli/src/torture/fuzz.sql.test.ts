import { expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";

// `npm run torture -- fuzz` does the same with 100,000 cells and 5000 files.
test("whatever stands in cells and files: nothing crashes or hangs, every row is accounted for, right values stay and wrong ones go", async () => {
  const figures = await fuzz({ cells: 240, files: 40, seed: 11 });
  expect(figures.faults).toEqual([]);
  expect(figures.cells).toBeGreaterThanOrEqual(240);
  expect(figures.judged).toBeGreaterThan(figures.cells / 2);
  expect(figures.loaded + figures.refused).toBeGreaterThan(30);
}, 600_000);
