import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

/**
 * 指标: one figure of a window or unit in one period, as a value, as the two counts of a rate, or as both.
 *
 * `metric` is handed in as the id or the label that a scheme gives the indicator (`scheme-names.ts`).
 */
export const indicators: Contract = {
  kind: "indicators",
  title: "指标",
  key: ["subject_id", "metric", "period"],
  requires: ["subject_id", "metric", "period", ["value", "numerator"]],
  fields: [
    schemeField,
    { name: "subject_id", header: "对象编号", aliases: ["窗口编号", "单位编号"], type: "id", personal: "id_number", required: true },
    { name: "metric", header: "指标", aliases: ["指标名称", "指标编号"], type: "text", personal: "none", required: true },
    { name: "period", header: "期间", aliases: ["统计期间", "季度", "考核期"], type: "period", required: true },
    { name: "value", header: "数值", aliases: ["指标值", "完成值"], type: "decimal" },
    { name: "unit", header: "计量单位", aliases: ["单位"], type: "text", personal: "none" },
    { name: "numerator", header: "分子", type: "decimal" },
    { name: "denominator", header: "分母", type: "decimal" },
  ],
  checks: [{ code: "D250", severity: "rejected", field: "numerator", violated: "(numerator is null) <> (denominator is null)" }],
};
