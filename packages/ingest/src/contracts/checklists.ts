import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

/** 清单: one look at one point of a checklist, kept or not. `point` is the id or the label that a scheme gives it (`scheme-names.ts`). */
export const checklists: Contract = {
  kind: "checklists",
  title: "清单",
  key: ["subject_id", "point", "checked_on"],
  requires: ["subject_id", "point", "kept"],
  fields: [
    schemeField,
    { name: "subject_id", header: "对象编号", aliases: ["窗口编号", "单位编号"], type: "id", personal: "id_number", required: true },
    { name: "point", header: "清单要点", aliases: ["要点", "检查要点"], type: "text", personal: "none", required: true },
    {
      name: "kept",
      header: "是否做到",
      aliases: ["做到", "是否落实"],
      type: "boolean",
      values: { 做到: "true", 已做到: "true", 未做到: "false", 没有做到: "false" },
    },
    { name: "checked_on", header: "检查日期", aliases: ["检查时间"], type: "date", required: true },
    { name: "evidence", header: "佐证", aliases: ["佐证材料", "检查情况"], type: "text", personal: "free_text" },
  ],
};
