import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

/**
 * 评分: one grader's row for one clause (扣分, 0 when it is met), one discretionary deduction, or one graded item (给分).
 *
 * `item` and `clause` are handed in as id, label, number or number and label and are resolved against the rubric that the caller
 * passes in (`scheme-codes.ts`), which also holds the checks against item maxima and clause deductions. A grader may take points off one
 * item for several reasons: the reason tells such deductions apart (`occasion`), and only them.
 */
export const scores: Contract = {
  kind: "scores",
  title: "评分",
  key: ["application_id", "round", "grader_id", "item", "clause", "kind", "occasion"],
  requires: ["application_id", "grader_id", "item", ["deducted", "given"]],
  fields: [
    { name: "application_id", header: "申报编号", aliases: ["申报号", "申请编号"], type: "id", personal: "none", required: true },
    schemeField,
    { name: "honour", header: "荣誉", aliases: ["类别", "申报荣誉", "申报类别", "荣誉类别"], type: "text", personal: "none" },
    {
      name: "round",
      header: "轮次",
      aliases: ["评审轮次", "评审阶段"],
      type: "code",
      required: true,
      values: { 初审: "initial", 专家初审: "initial", 现场: "onsite", 现场考核: "onsite", 现场核查: "onsite" },
    },
    { name: "grader_id", header: "评委编号", aliases: ["专家编号", "评分人编号", "评委"], type: "id", personal: "name", required: true },
    { name: "item", header: "评分项目", aliases: ["考核项目", "考核内容", "项目"], type: "text", personal: "none", required: true },
    { name: "clause", header: "条款", aliases: ["评分条款", "考核条款", "评分标准"], type: "text", personal: "none" },
    {
      name: "kind",
      header: "评分类型",
      aliases: ["类型", "扣分类型"],
      type: "code",
      values: {
        扣分: "fixed",
        固定扣分: "fixed",
        条款扣分: "fixed",
        酌情扣分: "discretionary",
        酌情: "discretionary",
        给分: "graded",
        打分: "graded",
        评分: "graded",
      },
    },
    { name: "deducted", header: "扣分", aliases: ["扣分值"], type: "points", stored: false },
    { name: "given", header: "给分", aliases: ["评分", "得分", "考核分"], type: "points", stored: false },
    { name: "reason", header: "扣分原因", aliases: ["原因", "评分理由", "理由"], type: "text", personal: "free_text" },
    { name: "evidence", header: "佐证", aliases: ["佐证材料", "证据"], type: "text", personal: "free_text" },
    { name: "scored_at", header: "评分日期", aliases: ["评分时间"], type: "date" },
  ],
  derived: [
    { name: "points_c", sqlType: "integer", sql: "if(kind = 'graded', given, deducted)" },
    { name: "occasion", sqlType: "varchar", sql: "if(kind = 'discretionary', reason, null)" },
  ],
  amount: "if(kind = 'graded', 'given', 'deducted')",
};
