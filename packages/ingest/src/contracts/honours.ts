import type { Contract } from "./contract.ts";

/** 荣誉: an honour held by a window or a person. */
export const honours: Contract = {
  kind: "honours",
  title: "荣誉",
  key: ["subject_id", "title", "level", "awarded_on"],
  requires: ["subject_id", "title", "level", "awarded_on"],
  fields: [
    {
      name: "subject_id",
      header: "对象编号",
      aliases: ["窗口编号", "人员编号", "申报对象编号"],
      type: "id",
      personal: "id_number",
      required: true,
    },
    { name: "title", header: "荣誉名称", aliases: ["荣誉", "表彰名称"], type: "text", personal: "free_text", required: true },
    {
      name: "level",
      header: "级别",
      aliases: ["荣誉级别", "表彰级别"],
      type: "code",
      required: true,
      values: {
        国家级: "national",
        国家: "national",
        省部级: "provincial",
        省级: "provincial",
        部级: "provincial",
        设区市级: "city",
        市级: "city",
        县级: "county",
        "县(市、区)级": "county",
        区县级: "county",
      },
    },
    { name: "issuer", header: "授予单位", aliases: ["颁发单位", "表彰单位"], type: "text", personal: "none" },
    { name: "awarded_on", header: "授予日期", aliases: ["获得日期", "表彰日期", "授予时间"], type: "date", required: true },
  ],
};
