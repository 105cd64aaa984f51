import { type Points, points } from "@mingchuang/rubric/points";
import { expect, test } from "vitest";
import { howDiffer } from "./how-differ.ts";

const lost = (...amounts: readonly (number | null)[]): readonly (Points | null)[] =>
  amounts.map((amount) => (amount === null ? null : points(amount)));

test("one who alone lost is named, and so is one who alone did not", () => {
  expect(howDiffer(lost(0, -20, 0))).toEqual({ kind: "only", at: 1 });
  expect(howDiffer(lost(-20, -30, 0))).toEqual({ kind: "allBut", at: 2 });
});

test("of two, the one who lost is named", () => {
  expect(howDiffer(lost(-20, 0))).toEqual({ kind: "only", at: 0 });
});

test("who lost the same does not differ, even as another fraction of it", () => {
  expect(howDiffer(lost(-20, -20))).toBeNull();
  expect(howDiffer([points(-20, 6), points(-10, 3)])).toBeNull();
  expect(howDiffer(lost(-20, -21))).toEqual({ kind: "some" });
});

test("who was not scored takes no part and is never taken for one who lost nothing", () => {
  expect(howDiffer(lost(-20, null))).toBeNull();
  expect(howDiffer(lost(null, -20, 0))).toEqual({ kind: "only", at: 1 });
});
