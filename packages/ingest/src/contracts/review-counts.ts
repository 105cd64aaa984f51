import type { Contract } from "./contract.ts";

const levels = ["level_5", "level_4", "level_3", "level_2", "level_1"];
const levelSum = levels.join(" + ");
const knownLevels = levels.map((level) => `coalesce(${level}, 0)`).join(" + ");

/** 好差评统计: the counts of a window in a month (and channel, when split). */
export const reviewCounts: Contract = {
  kind: "review_counts",
  title: "好差评统计",
  key: ["window_id", "month", "channel"],
  requires: ["window_id", "month", ["active_reviews", "level_5", "good_reported"]],
  fields: [
    {
      name: "window_id",
      header: "窗口编号",
      aliases: ["窗口代码", "窗口编码", "窗口ID", "所在窗口"],
      type: "id",
      personal: "none",
      required: true,
    },
    { name: "month", header: "统计月份", aliases: ["月份", "年月", "统计年月", "月"], type: "month", required: true },
    {
      name: "channel",
      header: "评价渠道",
      example: "浙里办",
      aliases: ["渠道", "评价来源"],
      type: "text",
      personal: "none",
      totalIsData: true,
    },
    { name: "cases", header: "办件量", example: "120", aliases: ["办件数", "办件总量", "业务量"], type: "int" },
    { name: "active_reviews", header: "主动评价量", example: "50", aliases: ["主动评价数", "主动评价"], type: "int" },
    { name: "default_reviews", header: "默认评价量", example: "30", aliases: ["默认评价数", "默认评价", "默认好评"], type: "int" },
    { name: "level_5", header: "非常满意", example: "45", aliases: ["非常满意数", "五星"], type: "int" },
    { name: "level_4", header: "满意", example: "3", aliases: ["满意数", "四星"], type: "int" },
    { name: "level_3", header: "基本满意", example: "1", aliases: ["基本满意数", "三星"], type: "int" },
    { name: "level_2", header: "不满意", example: "1", aliases: ["不满意数", "二星"], type: "int" },
    { name: "level_1", header: "非常不满意", example: "0", aliases: ["非常不满意数", "一星"], type: "int" },
    { name: "good_reported", header: "好评数", example: "49", aliases: ["好评量", "好评", "good"], type: "int", stored: false },
    { name: "bad_reported", header: "差评数", example: "1", aliases: ["差评量", "差评", "bad"], type: "int", stored: false },
  ],
  derived: [
    // a row for all channels together says so in many ways; the store leaves the channel blank
    {
      name: "channel",
      sqlType: "varchar",
      sql: "case when norm_code(channel) in ('全部', '全部渠道', '全渠道', '所有渠道', '各渠道', '不分渠道', '合计', '总计', '小计') then null else channel end",
    },
    { name: "good", sqlType: "integer", sql: "coalesce(level_5 + level_4 + level_3, good_reported)" },
    { name: "bad", sqlType: "integer", sql: "coalesce(level_2 + level_1, bad_reported)" },
  ],
  checks: [
    {
      code: "D221",
      severity: "rejected",
      field: "active_reviews",
      violated: `(${levelSum}) <> active_reviews or (${knownLevels}) > active_reviews`,
      value: `concat(${knownLevels}, ' ≠ ', active_reviews)`,
    },
    {
      code: "D222",
      severity: "rejected",
      field: "good_reported",
      violated: "level_5 + level_4 + level_3 <> good_reported",
      value: "concat(level_5 + level_4 + level_3, ' ≠ ', good_reported)",
    },
    {
      code: "D222",
      severity: "rejected",
      field: "bad_reported",
      violated: "level_2 + level_1 <> bad_reported",
      value: "concat(level_2 + level_1, ' ≠ ', bad_reported)",
    },
    {
      code: "D223",
      severity: "warning",
      field: "active_reviews",
      violated: "x_bad > active_reviews",
      value: "concat(x_bad, ' > ', active_reviews)",
    },
    {
      code: "D224",
      severity: "warning",
      field: "cases",
      violated: "active_reviews > cases",
      value: "concat(active_reviews, ' > ', cases)",
    },
  ],
};
