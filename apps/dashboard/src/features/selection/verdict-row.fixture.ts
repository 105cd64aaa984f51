import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";

/** A row of the data as it comes: in by rank, unless it is said otherwise. */
export function verdictRow(application: string, rank: number | null, given: Partial<VerdictRow> = {}): VerdictRow {
  const total = rank === null ? 8000 : 9500 - 50 * rank;
  return {
    stage: "shortlist",
    application_id: application,
    subject_id: `W-${application}`,
    subject_name: `示例窗口${application}`,
    rank,
    outcome: "in",
    reason: "rank",
    bar: null,
    rules: null,
    behind: null,
    behind_num: null,
    behind_den: null,
    sentence_zh: null,
    sentence_en: null,
    state: "ranked",
    total_num: total,
    total_den: 1,
    total_c: total,
    city_code: "330100",
    city: "杭州市",
    county: null,
    domain: "housing",
    level: "county",
    tier: null,
    unit: null,
    window_name: null,
    ...given,
  };
}

export const out = (application: string, rank: number, behind: string, num: number, den = 1, given: Partial<VerdictRow> = {}) =>
  verdictRow(application, rank, { outcome: "out", reason: "below", behind, behind_num: num, behind_den: den, ...given });

export const barred = (application: string, bar: string, rank: number | null = null, given: Partial<VerdictRow> = {}) =>
  verdictRow(application, rank, { outcome: "out", reason: "barred", bar, ...given });
