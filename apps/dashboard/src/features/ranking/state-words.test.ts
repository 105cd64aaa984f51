import { expect, test } from "vitest";
import { messages } from "./messages.ts";
import { rankingRow } from "./ranking-row.fixture.ts";
import { stateWords } from "./state-words.ts";

const text = (key: keyof typeof messages.zh) => messages.zh[key];
const words = (row: Parameters<typeof rankingRow>[0]) => stateWords(rankingRow(row), text);

test("a state is told with the rules behind it and their figures, never as a code", () => {
  expect(words({})).toBe("在列");
  expect(words({ vetoes: "V2:near:3:0:4" })).toBe("在列；临近否决 V2 3 / 4");
  expect(words({ state: "undecided", vetoes: "V2:undecided:3:1:4" })).toBe("待认定 V2 3 + 1 / 4");
});

test("a veto is said once where a rule says it, and without rules all the same", () => {
  expect(words({ state: "vetoed", rank: null, vetoes: "V1:undecided:0:1:1 V2:vetoed:4:0:4" })).toBe(
    "待认定 V1 0 + 1 / 1；一票否决 V2 4 / 4",
  );
  expect(words({ state: "vetoed", rank: null })).toBe("一票否决");
});

test("ties, and what told equal totals apart, are said only of who holds a rank", () => {
  expect(words({ tied: true, tie_broken_by: "none" })).toBe("在列；并列");
  expect(words({ tie_broken_by: "bad_reviews" })).toBe("在列；差评少者先");
  expect(words({ state: "unscored", rank: null, tied: true, tie_broken_by: "bad_reviews" })).toBe("未评分");
});
