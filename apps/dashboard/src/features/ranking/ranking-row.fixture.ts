import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";

/** A ranking row for tests: what a test does not name is plain. */
export function rankingRow(given: Partial<RankingRow>): RankingRow {
  return {
    application_id: "A1",
    subject_id: "W1",
    subject_name: "示例窗口甲",
    window_id: "W1",
    window_name: "示例窗口甲",
    city_code: "330100",
    city: "杭州市",
    county_code: "330106",
    county: "西湖区",
    domain: "housing",
    level: "county",
    state: "ranked",
    total_num: 9000,
    total_den: 1,
    total_c: 9000,
    base_c: 8500,
    bonus_c: 500,
    self_c: null,
    rank: 1,
    tied: false,
    tie_broken_by: "total",
    counted_bad: 0,
    good: 99,
    active: 100,
    sheets_kept: 7,
    sheets_dropped: 0,
    previous_rank: null,
    previous_total_c: null,
    items_c: null,
    vetoes: null,
    tier: null,
    ...given,
  };
}
