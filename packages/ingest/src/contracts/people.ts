import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

/** 窗口人员: a person of a window in one year. */
export const people: Contract = {
  kind: "people",
  title: "窗口人员",
  key: ["person_id", "year"],
  requires: ["person_id", "name", "window_id"],
  fields: [
    schemeField,
    { name: "year", header: "名录年度", aliases: ["年度", "年份"], type: "year", required: true, defaultsToYear: true },
    {
      name: "person_id",
      header: "人员编号",
      example: "示例P0001",
      aliases: ["工号", "人员代码", "人员ID"],
      type: "id",
      personal: "id_number",
      required: true,
    },
    { name: "name", header: "姓名", example: "职员甲0001", aliases: ["人员姓名"], type: "text", required: true, personal: "name" },
    {
      name: "window_id",
      header: "所在窗口",
      example: "示例W001",
      aliases: ["所在窗口编号", "窗口编号", "窗口代码"],
      type: "id",
      personal: "none",
      required: true,
    },
    { name: "position", header: "职务", aliases: ["岗位", "职务岗位"], type: "text", personal: "free_text" },
    { name: "joined_on", header: "到岗日期", aliases: ["入职日期", "上岗日期"], type: "date" },
    { name: "left_on", header: "离岗日期", example: "", aliases: ["离职日期", "调离日期"], type: "date" },
    { name: "front_line", header: "一线", aliases: ["是否一线", "窗口一线"], type: "boolean" },
    {
      name: "on_staff",
      header: "在编",
      aliases: ["是否在编", "编制"],
      type: "boolean",
      values: { 在编: "true", 非在编: "false", 不在编: "false", 编外: "false" },
    },
  ],
};
