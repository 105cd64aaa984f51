import { expect, test } from "vitest";
import { countChange, rateChange, relativeChange } from "./change.ts";

test("a count rises with its sign and falls with a true minus", () => {
  expect(countChange(3, 1)).toEqual({ text: "+2", direction: 1 });
  expect(countChange(1, 3)).toEqual({ text: "−2", direction: -1 });
});

test("what did not change has an empty text, what is not known has none", () => {
  expect(countChange(3, 3)).toEqual({ text: "", direction: 0 });
  expect(countChange(3, null)).toEqual({ text: null, direction: null });
});

test("a relative change is of the former figure", () => {
  expect(relativeChange(110, 100).text).toBe("+10.00%");
  expect(relativeChange(100, 110).text).toBe("−9.09%");
  expect(relativeChange(5, 0).text).toBeNull();
});

test("two rates that differ have changed, though they are shown alike; equal ratios of other counts have not", () => {
  expect(rateChange({ part: 99_981, whole: 100_000 }, { part: 99_979, whole: 100_000 })).toEqual({ text: "+<0.01", direction: 1 });
  expect(rateChange({ part: 1, whole: 10_000 }, { part: 2, whole: 20_000 })).toEqual({ text: "", direction: 0 });
});

test("a rate's change is the difference of the two figures as they are shown", () => {
  expect(rateChange({ part: 2, whole: 10_000 }, { part: 5, whole: 10_000 }, 10_000).text).toBe("−3.00");
});

test("a rate without a former year has no change", () => {
  expect(rateChange({ part: 2, whole: 10 }, null).text).toBeNull();
  expect(rateChange({ part: 2, whole: 10 }, { part: 0, whole: 0 }).text).toBeNull();
});
