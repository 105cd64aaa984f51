import type { BadReview } from "./bad-reviews.ts";
import type { ReviewCount } from "./review-counts.ts";
import { badReviewNumber } from "./review-events.ts";
import { type Column, layOut, type Table } from "./table.ts";
import type { SampleYear } from "./years.ts";

const countColumns: readonly Column<ReviewCount>[] = [
  { header: "窗口编号", width: 10, cell: ({ windowId }) => windowId },
  { header: "统计月份", width: 12, cell: ({ month }) => month },
  { header: "办件量", width: 10, cell: ({ cases }) => cases },
  { header: "主动评价量", width: 12, cell: ({ active }) => active },
  { header: "默认评价量", width: 12, cell: ({ byDefault }) => byDefault },
  { header: "非常满意", width: 10, cell: ({ levels }) => levels[0] },
  { header: "满意", width: 8, cell: ({ levels }) => levels[1] },
  { header: "基本满意", width: 10, cell: ({ levels }) => levels[2] },
  { header: "不满意", width: 8, cell: ({ levels }) => levels[3] },
  { header: "非常不满意", width: 12, cell: ({ levels }) => levels[4] },
];

/** 好差评统计: a row a window and month. */
export const reviewCountTable = (title: string, counts: readonly ReviewCount[]): Table =>
  layOut("好差评统计", title, ["默认评价由系统给出，不计入主动评价"], countColumns, counts);

/** 差评明细 of a year, numbered in order of time. */
export function badReviewTable(year: SampleYear, reviews: readonly BadReview[]): Table {
  const numbers = new Map(reviews.map((review, index) => [review, badReviewNumber(year, index)]));
  const columns: Column<BadReview>[] = [
    { header: "评价编号", width: 16, cell: (review) => numbers.get(review) ?? null },
    { header: "窗口编号", width: 10, cell: ({ windowId }) => windowId },
    { header: "人员编号", width: 10, cell: ({ personId }) => personId },
    { header: "评价渠道", width: 16, cell: ({ channel }) => channel },
    { header: "评价时间", width: 20, cell: ({ ratedAt }) => ratedAt },
    { header: "评价等级", width: 12, cell: ({ level }) => (level === 2 ? "不满意" : "非常不满意") },
    { header: "差评原因", width: 28, cell: ({ reason }) => reason },
    { header: "原因认定", width: 10, cell: ({ cause }) => cause },
    { header: "回访时间", width: 20, cell: ({ visitedAt }) => visitedAt },
    { header: "申诉时间", width: 20, cell: ({ appealedAt }) => appealedAt },
    { header: "申诉结果", width: 10, cell: ({ appealResult }) => appealResult },
    { header: "整改完成", width: 20, cell: ({ rectifiedAt }) => rectifiedAt },
    { header: "追评", width: 10, cell: ({ followUp }) => followUp },
  ];
  return layOut("差评明细", `${year}年差评明细`, [], columns, reviews);
}
