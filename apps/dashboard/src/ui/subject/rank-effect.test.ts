import { expect, test } from "vitest";
import { lossOfRank } from "./rank-effect.ts";

const rows = [1, 2, 3, 3, 5].map((rank, index) => ({ subject_id: `W${index}`, subject_name: `示例窗口${index}`, rank }));
const stages = [
  { id: "shortlist", size: 4 },
  { id: "final", size: 2 },
];

test("when one inside a line goes, those next to the line come in, all of them when they are tied", () => {
  expect(lossOfRank(rows, "W1", stages)).toEqual({
    rank: 2,
    movedUp: 3,
    enters: [
      { stage: "shortlist", from: 5, names: ["示例窗口4"] },
      { stage: "final", from: 3, names: ["示例窗口2", "示例窗口3"] },
    ],
  });
});

test("when one outside a line goes, nobody comes inside that line", () => {
  expect(lossOfRank(rows, "W4", stages)?.enters).toEqual([]);
});

test("a subject without a rank loses none", () => {
  expect(lossOfRank([{ subject_id: "W9", subject_name: "示例", rank: null }], "W9", stages)).toBeNull();
});
