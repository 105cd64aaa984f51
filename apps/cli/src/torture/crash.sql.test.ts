import { expect, test } from "vitest";
import { crash } from "./crash.ts";

// `npm run torture -- crash` does the same two hundred times.
test("a load killed at any moment leaves the old store or the new one, and the next load makes good what it left undone", async () => {
  const { faults, old, fresh, kills } = await crash({ kills: 6, seed: 7, tables: 3 });
  expect(faults).toEqual([]);
  expect(kills).toBe(6);
  expect(old + fresh).toBeGreaterThanOrEqual(kills);
}, 600_000);
