import { expect, test } from "vitest";
import { gapsByWindow } from "./missing-months.tsx";

const missing = (window_id: string, month: string) => ({ window_id, month, name: window_id, city_code: "A", city: "甲", domain: "fund" });

test("the windows with most missing months come first, each with its months", () => {
  const gaps = gapsByWindow([missing("W1", "2023-01-01"), missing("W2", "2023-01-01"), missing("W2", "2023-02-01")]);
  expect(gaps.map(({ window_id, months }) => [window_id, months])).toEqual([
    ["W2", ["2023-01-01", "2023-02-01"]],
    ["W1", ["2023-01-01"]],
  ]);
});
