import { expect, test } from "vitest";
import { hasForeignUnit } from "./header-units.ts";

const count = { type: "int" } as const;
const minutes = { type: "decimal", unit: "minutes" } as const;

test.each(["办件量（万件）", "非常满意（%）", "非常满意（％）", "满意(占比)", "评价情况·不满意（‰）", "办件量（百件）*"])(
  "%s is no count",
  (header) => expect(hasForeignUnit(header, count)).toBe(true),
);

test.each(["办件量", "办件量（件）", "非常满意（个）", "办件量（含网上）", "办件量（2023年）"])("%s is a count", (header) =>
  expect(hasForeignUnit(header, count)).toBe(false),
);

test("a handling time is in minutes or is not taken for one", () => {
  expect(["办理时长（小时）", "办理时长（天）", "办理时长(s)"].map((header) => hasForeignUnit(header, minutes))).toEqual([
    true,
    true,
    true,
  ]);
  expect(["办理时长（分钟）", "办理时长（分）", "办理时长"].map((header) => hasForeignUnit(header, minutes))).toEqual([
    false,
    false,
    false,
  ]);
});

test("an indicator may well be a share, points may not", () => {
  expect(hasForeignUnit("指标值（%）", { type: "decimal" })).toBe(false);
  expect(hasForeignUnit("扣分（%）", { type: "points" })).toBe(true);
  expect(hasForeignUnit("扣分（分）", { type: "points" })).toBe(false);
});
