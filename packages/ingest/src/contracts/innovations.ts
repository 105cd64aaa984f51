import type { Contract } from "./contract.ts";

/** 新举措: a new service measure of a window or a person. */
export const innovations: Contract = {
  kind: "innovations",
  title: "新举措",
  key: ["subject_id", "title"],
  requires: ["subject_id", "title"],
  fields: [
    {
      name: "subject_id",
      header: "对象编号",
      aliases: ["窗口编号", "人员编号", "申报对象编号"],
      type: "id",
      personal: "id_number",
      required: true,
    },
    { name: "title", header: "举措名称", aliases: ["新举措", "创新举措"], type: "text", personal: "free_text", required: true },
    { name: "started_on", header: "实施日期", aliases: ["推出日期", "开始日期"], type: "date" },
    { name: "evidence", header: "佐证", aliases: ["佐证材料", "证明材料"], type: "text", personal: "free_text" },
  ],
};
