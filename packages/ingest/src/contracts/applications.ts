import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

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
    { name: "application_id", header: "申报编号", aliases: ["申报号", "申请编号"], type: "id", personal: "none", required: true },
    schemeField,
    { name: "year", header: "年度", aliases: ["申报年度", "年份"], type: "year", required: true, defaultsToYear: true },
    { name: "honour", header: "荣誉", aliases: ["申报荣誉", "申报类别", "荣誉类别"], type: "text", personal: "none", required: true },
    {
      name: "subject_id",
      header: "申报对象编号",
      example: "示例W001",
      aliases: ["对象编号", "申报对象"],
      type: "id",
      personal: "id_number",
      required: true,
    },
    {
      name: "subject_name",
      header: "申报对象名称",
      example: "示例市住建窗口",
      aliases: ["对象名称", "申报对象姓名"],
      type: "text",
      personal: "name",
    },
    {
      name: "subject_kind",
      header: "对象类型",
      aliases: ["申报对象类型"],
      type: "code",
      values: { 窗口: "window", 个人: "person", 人员: "person", 单位: "unit", 集体: "unit", 项目: "project" },
    },
    { name: "unit", header: "申报单位", aliases: ["所属单位", "所在单位"], type: "text", personal: "none" },
    { name: "tier", header: "单位类别", aliases: ["推荐类别", "名额类别", "单位层次"], type: "text", personal: "none" },
    { name: "began_on", header: "项目启动日期", aliases: ["项目开始日期", "项目启动时间", "启动日期"], type: "date" },
    { name: "in_use", header: "是否投入使用", aliases: ["投入使用", "已投入使用"], type: "boolean" },
    { name: "recommender", header: "推荐单位", example: "示例市住建局", aliases: ["推荐市", "推荐部门"], type: "text", personal: "none" },
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
