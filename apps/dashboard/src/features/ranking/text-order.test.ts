import { expect, test } from "vitest";
import { textOrder } from "./text-order.ts";

test("Chinese names are ordered by pinyin and numbers in them by size", () => {
  const rows = ["温州2号", "杭州10号", "杭州2号", "嘉兴"];
  expect(rows.toSorted(textOrder(rows, (row) => row))).toEqual(["杭州2号", "杭州10号", "嘉兴", "温州2号"]);
});

test("equal texts are equal, and what has no text comes first", () => {
  const rows = [{ name: "甲" }, { name: null }, { name: "甲" }];
  const compare = textOrder(rows, (row) => row.name);
  expect(compare({ name: "甲" }, { name: "甲" })).toBe(0);
  expect(compare({ name: null }, { name: "甲" })).toBeLessThan(0);
});

test("the order of a text with a key is made once for the same rows, and anew for others", () => {
  const rows = ["乙", "甲"];
  let reads = 0;
  const compared = (of: readonly string[]) => {
    reads = 0;
    const compare = textOrder(
      of,
      (row) => {
        reads += 1;
        return row;
      },
      "name",
    );
    const sign = Math.sign(compare("甲", "乙"));
    return [sign, reads];
  };
  expect(compared(rows)).toEqual([-1, 4]);
  expect(compared(rows)).toEqual([-1, 2]);
  expect(compared(["乙", "甲", "丙"])).toEqual([-1, 5]);
});
