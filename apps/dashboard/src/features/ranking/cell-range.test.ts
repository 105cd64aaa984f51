import { expect, test } from "vitest";
import { isInRange, moveCell, rangeOf } from "./cell-range.ts";

const size = { lines: 40, columns: 6, page: 10 };
const at = { position: 5, column: 2 };

test.each([
  ["ArrowDown", false, 6, 2],
  ["ArrowDown", true, 39, 2],
  ["ArrowLeft", false, 5, 1],
  ["ArrowRight", true, 5, 5],
  ["PageUp", false, 0, 2],
  ["PageDown", false, 15, 2],
  ["Home", false, 5, 0],
  ["End", true, 39, 5],
  ["Home", true, 0, 0],
])("%s (Ctrl: %s) leads to line %i, column %i", (key, ctrl, position, column) => {
  expect(moveCell(at, key, ctrl, size)).toEqual({ position, column });
});

test("at an edge the cell stays, and other keys lead nowhere", () => {
  expect(moveCell({ position: 39, column: 0 }, "ArrowDown", false, size)).toEqual({ position: 39, column: 0 });
  expect(moveCell(at, "a", true, size)).toBeNull();
});

test("a range is the same from whichever corner it was drawn, its edges included", () => {
  const range = rangeOf({ position: 9, column: 1 }, { position: 4, column: 3 });
  expect(range).toEqual({ top: 4, bottom: 9, left: 1, right: 3 });
  expect(range).toEqual(rangeOf({ position: 4, column: 3 }, { position: 9, column: 1 }));
  expect([isInRange(range, { position: 9, column: 3 }), isInRange(range, { position: 10, column: 3 })]).toEqual([true, false]);
});
