import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { expect, test } from "vitest";
import { bonusAccount } from "./bonus-account.ts";
import { scoreLine } from "./score-line.fixture.ts";

const read = (path: string) => readFileSync(new URL(`../../../../../data/${path}`, import.meta.url), "utf8");
const scheme = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));
const honour = scheme.honours.find((each) => each.id === "red-flag-window");

const honours = [800, 500, 300, 0].map((points_num, index) =>
  scoreLine({ line_no: index, item: "bonus", kind: "honour", clause: "national", points_num, asked_c: points_num || 300 }),
);
const measures = [1, 2, 3].map((line_no) =>
  scoreLine({ line_no: line_no + 10, item: "bonus", kind: "innovation", points_num: 100, asked_c: 100 }),
);

test("honours are kept at 8, new measures at 2, and both together make 10", () => {
  const account = bonusAccount(honour, [...honours, ...measures]);
  expect(account?.parts.map(({ sum, cap, kept }) => [sum, cap, kept])).toEqual([
    [1600, 800, 800],
    [300, 200, 200],
  ]);
  expect(account?.points).toBe(1000);
});

test("an honour that did not count is listed but adds nothing to the sum shown", () => {
  const [part] = bonusAccount(honour, honours)?.parts ?? [];
  expect(part?.lines).toHaveLength(4);
  expect(part?.earned).toEqual([800, 500, 300]);
});

test("without records the bonus is nothing", () => {
  expect(bonusAccount(honour, [])?.points).toBe(0);
});
