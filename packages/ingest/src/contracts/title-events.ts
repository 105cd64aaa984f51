import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

/**
 * 称号事项: something that happened to a subject and may change what it may call itself: an order to rectify by a day, a rectification.
 * `event` is the id or the label that a scheme gives it (`scheme-names.ts`).
 */
export const titleEvents: Contract = {
  kind: "title_events",
  title: "称号事项",
  key: ["event_id"],
  requires: ["event_id", "subject_id", "event", "happened_on"],
  fields: [
    schemeField,
    { name: "event_id", header: "称号事项编号", aliases: ["事项编号", "编号"], type: "id", personal: "none", required: true },
    { name: "subject_id", header: "对象编号", aliases: ["窗口编号", "单位编号"], type: "id", personal: "id_number", required: true },
    { name: "event", header: "称号事项", aliases: ["事项"], type: "text", personal: "none", required: true },
    { name: "happened_on", header: "发生日期", aliases: ["作出日期"], type: "date", required: true },
    { name: "due_on", header: "完成期限", aliases: ["整改期限", "限期"], type: "date" },
    { name: "document", header: "文号", aliases: ["文件号"], type: "text", personal: "free_text" },
  ],
  checks: [{ code: "D232", severity: "warning", field: "due_on", violated: "due_on < happened_on" }],
};
