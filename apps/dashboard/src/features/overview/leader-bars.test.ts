import type { Leader } from "@mingchuang/warehouse/queries/overview";
import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { itemPoints, leaderBars } from "./leader-bars.ts";

const row: Leader = {
  application_id: "A1",
  subject_id: "W1",
  subject_name: "示例窗口甲",
  city: "杭州市",
  state: "ranked",
  rank: 1,
  previous_rank: null,
  tied: false,
  total_c: 2850,
  items_c: "1000 1850",
};
const items = [
  { id: "organisation", label: "组织领导", maxHundredths: 1000, isBonus: false },
  { id: "conduct", label: "政务服务规范化", maxHundredths: 2000, isBonus: false },
];

test("a bar is made of its items, which add up to the total", () => {
  const option = leaderBars([row], items, light);
  const values = (option.series as { data: { value: number; id: string }[] }[]).map(({ data }) => data[0]);
  expect(values).toEqual([
    { value: 10, id: "W1" },
    { value: 18.5, id: "W1" },
  ]);
  expect(itemPoints(row).reduce((a, b) => (a ?? Number.NaN) + (b ?? Number.NaN), 0)).toBe(row.total_c);
});
