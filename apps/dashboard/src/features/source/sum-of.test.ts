import type { SumPart } from "@mingchuang/warehouse/queries/lineage";
import { expect, test } from "vitest";
import { sumOf } from "./sum-of.ts";

const part = (cases: number | null): SumPart => ({ id: "W1", name: "W1", cases, active: null, good: null, bad: 0 });

test("a sum takes what was handed in and leaves out what was not", () => {
  expect(sumOf([part(3), part(null), part(4)], "cases")).toBe(7);
});

test("a sum of nothing but gaps is a gap, and a sum of zeros is zero", () => {
  expect(sumOf([part(null)], "cases")).toBeNull();
  expect(sumOf([], "cases")).toBeNull();
  expect(sumOf([part(null), part(null)], "bad")).toBe(0);
});
