import { expect, test } from "vitest";
import { mostBeside, toggleBeside } from "./side-by-side.ts";

test("who is chosen first stays first, who is chosen again is out, and there is no room for a seventh", () => {
  const two = toggleBeside(toggleBeside([], "W2"), "W1");
  expect(two).toEqual(["W2", "W1"]);
  expect(toggleBeside(two, "W2")).toEqual(["W1"]);
  const full = ["W1", "W2", "W3", "W4", "W5", "W6"].reduce<readonly string[]>(toggleBeside, []);
  expect(full).toHaveLength(mostBeside);
  expect(toggleBeside(full, "W7")).toEqual(full);
  expect(toggleBeside(full, "W6")).toHaveLength(5);
});
