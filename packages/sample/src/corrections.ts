import type { ReviewCount } from "./review-counts.ts";
import type { ScoreRow } from "./score-tables.ts";

/** Counts of July 2023 that Ningbo handed in too low and corrected later. */
export const correctedCounts = { year: 2023, city: "330200", month: "2023-07", windows: 3 } as const;

/** A clause of item 2 that grader G6 marked as unmet in 2022 by mistake, and put right later. */
export const correctedScores = { year: 2022, grader: "G6", item: "2 政务服务标准化" } as const;

export const isCorrected = (count: ReviewCount, windows: readonly string[]): boolean =>
  count.month === correctedCounts.month && windows.includes(count.windowId);

/** The count as it was first handed in: a tenth of the highest level was left out. */
export function beforeCorrection(count: ReviewCount): ReviewCount {
  const leftOut = Math.floor(count.levels[0] / 10);
  const [highest, ...others] = count.levels;
  return { ...count, active: count.active - leftOut, levels: [highest - leftOut, ...others] };
}

/** The row as it was first handed in: the clause marked as unmet. */
export const scoredByMistake = (row: ScoreRow): ScoreRow => ({
  ...row,
  points: 5,
  reason: "公开目录与权力清单不一致",
  evidence: `示例记录${row.grader}-第21页`,
});
