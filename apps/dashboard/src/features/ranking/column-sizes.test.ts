import { expect, test } from "vitest";
import { fitColumns, frozenWithin } from "./column-sizes.ts";

const columns = [
  { id: "rank", size: 54 },
  { id: "name", size: 228 },
  { id: "total", size: 68 },
];
const sum = (sizes: Readonly<Record<string, number>>) => Object.values(sizes).reduce((total, size) => total + size, 0);

test("a frame wider than the columns is filled exactly, by those whose width nobody set", () => {
  const sizes = fitColumns(columns, new Map([["rank", 60]]), 701);
  expect(sizes.rank).toBe(60);
  expect(sum(sizes)).toBe(701);
  expect((sizes.name ?? 0) / (sizes.total ?? 1)).toBeCloseTo(228 / 68, 1);
});

test("a frame narrower than the columns is scrolled: they keep their widths", () => {
  expect(fitColumns(columns, new Map(), 320)).toEqual({ rank: 54, name: 228, total: 68 });
});

test("when every width is set by hand, no column is stretched", () => {
  expect(
    sum(
      fitColumns(
        columns,
        new Map([
          ["rank", 50],
          ["name", 50],
          ["total", 50],
        ]),
        900,
      ),
    ),
  ).toBe(150);
});

test("a width set on a wide screen leaves room for the other columns on a telephone", () => {
  expect(fitColumns(columns, new Map([["total", 400]]), 358).total).toBe(161);
  expect(fitColumns(columns, new Map([["total", 400]]), 1300).total).toBe(400);
});

test("frozen columns leave more than a third of the frame, on a telephone too", () => {
  const sizes = { rank: 46, name: 148, total: 68 };
  expect(frozenWithin(["rank", "name", "total"], sizes, 358)).toEqual(["rank", "name"]);
  expect(frozenWithin(["rank", "name", "total"], sizes, 1300)).toEqual(["rank", "name", "total"]);
  expect(frozenWithin(["rank", "name"], { rank: 46, name: 640 }, 358)).toEqual(["rank"]);
});
