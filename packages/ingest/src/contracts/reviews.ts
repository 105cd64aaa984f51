import { badReviews } from "./bad-reviews.ts";
import type { Contract } from "./contract.ts";
import { reviewLevels } from "./levels.ts";

const causes = badReviews.fields.find(({ name }) => name === "cause");

/**
 * 评价记录: one review, rated or given by default; a province has 10⁸ of them a year. Whether a review was given by default must be said:
 * taken for rated ones, the default ones would raise every rate.
 */
export const reviews: Contract = {
  kind: "reviews",
  title: "评价记录",
  key: ["review_id"],
  requires: ["review_id", "window_id", "rated_at", "level", "is_default"],
  isEvents: true,
  fields: [
    { name: "review_id", header: "评价编号", aliases: ["评价ID", "评价流水号"], type: "id", personal: "none", required: true },
    { name: "case_id", header: "办件编号", aliases: ["办件ID", "办件流水号", "申报号"], type: "id", personal: "none" },
    {
      name: "window_id",
      header: "窗口编号",
      aliases: ["窗口代码", "窗口编码", "窗口ID", "所在窗口"],
      type: "id",
      personal: "none",
      required: true,
    },
    { name: "person_id", header: "人员编号", aliases: ["工号", "经办人编号"], type: "id", personal: "id_number" },
    { name: "item_code", header: "事项编码", aliases: ["事项编号", "事项代码"], type: "id", personal: "none" },
    { name: "channel", header: "评价渠道", aliases: ["渠道", "评价来源"], type: "text", personal: "none" },
    { name: "level", header: "评价等级", aliases: ["等级", "满意度"], type: "level", values: reviewLevels },
    { name: "rated_at", header: "评价时间", aliases: ["评价日期"], type: "timestamp", required: true },
    { name: "is_default", header: "默认评价", aliases: ["是否默认评价", "是否默认", "默认"], type: "boolean", required: true },
    { name: "cause", header: "原因认定", aliases: ["认定结果", "原因性质"], type: "code", values: causes?.values ?? {} },
    {
      name: "handling_minutes",
      header: "办理时长",
      aliases: ["办理时长分钟", "办理用时", "办理分钟数"],
      type: "decimal",
      unit: "minutes",
      stored: false,
    },
    { name: "accepted_at", header: "受理时间", aliases: ["收件时间"], type: "timestamp", stored: false },
    { name: "finished_at", header: "办结时间", aliases: ["办理完成时间"], type: "timestamp", stored: false },
    { name: "text", header: "评价内容", aliases: ["评价意见", "评语"], type: "text", personal: "free_text" },
  ],
  derived: [
    // a time that cannot be says nothing; the review itself counts
    {
      name: "minutes",
      sqlType: "double",
      sql: `case when coalesce(handling_minutes >= 0, finished_at >= accepted_at)
        then coalesce(handling_minutes::double, date_diff('second', accepted_at, finished_at) / 60.0) end`,
    },
  ],
  checks: [
    { code: "D275", severity: "rejected", field: "level", violated: "level is null and not is_default", ofBlank: true },
    { code: "D276", severity: "warning", field: "finished_at", violated: "finished_at < accepted_at and handling_minutes is null" },
    { code: "D276", severity: "warning", field: "handling_minutes", violated: "handling_minutes < 0" },
  ],
};
