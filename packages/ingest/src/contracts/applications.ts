import type { Contract } from "./contract.ts";
import { honourNames } from "./honour-names.ts";

/**
 * 申报: one subject's application for one honour in one year.
 *
 * Besides these fields a table may carry one column a rubric item, `自评·<item>` (see `self-scores.ts`).
 */
export const applications: Contract = {
  kind: "applications",
  title: "申报",
  key: ["application_id"],
  requires: ["application_id", "honour", "subject_id"],
  fields: [
    { name: "application_id", header: "申报编号", aliases: ["申报号", "申请编号"], type: "id", required: true },
    { name: "scheme_id", header: "方案编号", aliases: ["方案", "评价方案"], type: "id" },
    { name: "year", header: "年度", aliases: ["申报年度", "年份"], type: "year", required: true, defaultsToYear: true },
    { name: "honour", header: "荣誉", aliases: ["申报荣誉", "申报类别", "荣誉类别"], type: "code", required: true, values: honourNames },
    { name: "subject_id", header: "申报对象编号", aliases: ["对象编号", "申报对象"], type: "id", required: true },
    { name: "subject_name", header: "申报对象名称", aliases: ["对象名称", "申报对象姓名"], type: "text", personal: "name" },
    { name: "recommender", header: "推荐单位", aliases: ["推荐市", "推荐部门"], type: "text" },
    { name: "submitted_at", header: "申报时间", aliases: ["申报日期", "提交时间"], type: "timestamp" },
    { name: "opinion_discipline", header: "纪检意见", aliases: ["窗口主管单位纪检意见"], type: "text", personal: "free_text" },
    { name: "opinion_discipline_on", header: "纪检意见日期", type: "date" },
    { name: "opinion_unit", header: "主管单位意见", aliases: ["窗口主管单位意见"], type: "text", personal: "free_text" },
    { name: "opinion_unit_on", header: "主管单位意见日期", type: "date" },
    { name: "opinion_city", header: "设区市意见", aliases: ["设区市主管单位意见"], type: "text", personal: "free_text" },
    { name: "opinion_city_on", header: "设区市意见日期", type: "date" },
    { name: "deeds", header: "主要事迹", aliases: ["事迹", "主要事迹材料"], type: "text", personal: "free_text" },
  ],
};
