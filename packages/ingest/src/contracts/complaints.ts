import type { Contract } from "./contract.ts";

/** 投诉记录: one complaint, consultation, suggestion, report or call for help. */
export const complaints: Contract = {
  kind: "complaints",
  title: "投诉记录",
  key: ["complaint_id"],
  requires: ["complaint_id", "window_id", "received_at", "nature"],
  fields: [
    { name: "complaint_id", header: "工单号", aliases: ["工单编号", "投诉编号"], type: "id", personal: "none", required: true },
    {
      name: "window_id",
      header: "窗口编号",
      aliases: ["窗口代码", "被投诉窗口", "所在窗口"],
      type: "id",
      personal: "none",
      required: true,
    },
    { name: "person_id", header: "人员编号", aliases: ["工号", "被投诉人编号"], type: "id", personal: "id_number" },
    { name: "source", header: "来源", aliases: ["投诉来源", "受理渠道"], type: "text", personal: "none" },
    {
      name: "nature",
      header: "性质",
      aliases: ["工单性质", "诉求性质", "诉求类型"],
      type: "code",
      required: true,
      values: { 投诉: "complaint", 咨询: "consultation", 建议: "suggestion", 举报: "report", 求助: "help" },
    },
    { name: "category", header: "投诉类别", aliases: ["类别", "诉求类别"], type: "text", personal: "none" },
    { name: "received_at", header: "受理时间", aliases: ["受理日期", "投诉时间", "来电时间"], type: "timestamp", required: true },
    { name: "closed_at", header: "办结时间", aliases: ["办结日期"], type: "timestamp" },
    {
      name: "verified",
      header: "是否属实",
      aliases: ["属实情况", "查实情况"],
      type: "code",
      values: {
        属实: "true",
        是: "true",
        基本属实: "true",
        不属实: "false",
        否: "false",
        待核实: "pending",
        核实中: "pending",
        未核实: "pending",
      },
    },
    { name: "due_to_service", header: "态度质量原因", aliases: ["是否态度质量原因", "服务态度质量"], type: "boolean" },
    { name: "satisfied", header: "是否满意", aliases: ["满意", "回访满意"], type: "boolean", values: { 满意: "true", 不满意: "false" } },
    { name: "text", header: "投诉内容", aliases: ["内容", "诉求内容"], type: "text", personal: "free_text" },
  ],
  checks: [{ code: "D232", severity: "warning", field: "closed_at", violated: "closed_at < received_at" }],
};
