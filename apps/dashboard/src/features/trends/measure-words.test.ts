import { expect, test } from "vitest";
import { tallyChanges } from "./measure-words.ts";

const changes = [
  { text: "−0.22", direction: -1 },
  { text: "+0.10", direction: 1 },
  { text: "+<0.01", direction: 1 },
  { text: "", direction: 0 },
  { text: null, direction: null },
] as const;

test("fewer bad reviews are better, a higher good rate is better", () => {
  expect(tallyChanges(changes, "bad")).toMatchObject({ better: 1, worse: 2 });
  expect(tallyChanges(changes, "good")).toMatchObject({ better: 2, worse: 1 });
});

test("a group without a former year is not one that stayed the same", () => {
  expect(tallyChanges(changes, "good")).toMatchObject({ same: 1, unknown: 1 });
});
