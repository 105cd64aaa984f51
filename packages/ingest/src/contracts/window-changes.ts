import type { Contract } from "./contract.ts";

/**
 * 窗口沿革: what became of a window's number. One row names one old and one new window; a merger of three has three rows, a split into two
 * has two. A window that was closed has no new one.
 */
export const windowChanges: Contract = {
  kind: "window_changes",
  title: "窗口沿革",
  key: ["from_window", "to_window", "changed_on"],
  requires: ["from_window", ["to_window", "kind"], "changed_on"],
  fields: [
    {
      name: "from_window",
      header: "原窗口编号",
      aliases: ["原窗口代码", "原编号", "变更前窗口编号"],
      type: "id",
      personal: "none",
      required: true,
    },
    {
      name: "to_window",
      header: "现窗口编号",
      aliases: ["现窗口代码", "现编号", "新窗口编号", "变更后窗口编号"],
      type: "id",
      personal: "none",
    },
    {
      name: "kind",
      header: "变更类型",
      aliases: ["沿革类型", "变更方式"],
      type: "code",
      required: true,
      values: {
        更名: "renamed",
        合并: "merged",
        拆分: "split",
        迁移: "moved",
        撤销: "closed",
        重新编号: "renumbered",
        编号变更: "renumbered",
      },
    },
    { name: "changed_on", header: "变更日期", aliases: ["沿革日期", "生效日期"], type: "date", required: true },
    { name: "document", header: "文号", aliases: ["文件号", "批准文号"], type: "text", personal: "free_text" },
    { name: "note", header: "备注", type: "text", personal: "free_text" },
  ],
  checks: [
    {
      code: "D270",
      severity: "rejected",
      field: "to_window",
      violated: "to_window = from_window and kind not in ('renamed', 'moved')",
    },
    { code: "D271", severity: "rejected", field: "to_window", violated: "(to_window is null) <> (kind = 'closed')" },
  ],
};
