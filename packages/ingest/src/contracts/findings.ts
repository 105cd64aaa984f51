import type { Contract } from "./contract.ts";

/**
 * 查实事项: a matter under inquiry that can veto a subject once it is found true. While nothing is decided it concerns the year in which
 * it was reported.
 */
export const findings: Contract = {
  kind: "findings",
  title: "查实事项",
  key: ["finding_id"],
  requires: ["finding_id", "subject_id", "rule", "status"],
  fields: [
    { name: "finding_id", header: "事项编号", aliases: ["查实事项编号", "编号"], type: "id", personal: "none", required: true },
    {
      name: "subject_id",
      header: "对象编号",
      aliases: ["窗口编号", "人员编号", "涉及对象编号"],
      type: "id",
      personal: "id_number",
      required: true,
    },
    {
      name: "rule",
      header: "事项类别",
      aliases: ["事项类型", "违规类别"],
      type: "code",
      required: true,
      values: {
        违纪违法: "discipline",
        违法违纪: "discipline",
        办件差错: "handling_error",
        明显差错: "handling_error",
        弄虚作假: "falsified",
        材料造假: "falsified",
        违反廉洁规定: "integrity",
        廉洁问题: "integrity",
        党纪处分: "party_discipline",
        行政处罚: "administrative_penalty",
        严重失信: "credit_loss",
        违法: "law_breach",
        违法犯罪: "law_breach",
        严重社会影响事件: "public_incident",
      },
    },
    {
      name: "status",
      header: "认定状态",
      aliases: ["状态", "查实状态", "查实情况"],
      type: "code",
      required: true,
      values: { 查实: "found", 已查实: "found", 未查实: "not_found", 不属实: "not_found", 调查中: "pending", 核查中: "pending" },
    },
    { name: "reported_on", header: "受理日期", aliases: ["立案日期", "收到日期"], type: "date" },
    { name: "decided_on", header: "认定日期", aliases: ["查实日期"], type: "date" },
    { name: "document", header: "文号", aliases: ["认定文号", "文件号"], type: "text", personal: "free_text" },
    { name: "summary", header: "情况摘要", aliases: ["摘要", "情况说明"], type: "text", personal: "free_text" },
  ],
  checks: [{ code: "D232", severity: "warning", field: "decided_on", violated: "decided_on < reported_on" }],
};
