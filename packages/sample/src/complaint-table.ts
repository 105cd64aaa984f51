import type { Complaint } from "./complaints.ts";
import { type CellContent, type Column, layOut, type Table } from "./table.ts";

const yesNo = (value: boolean | null): CellContent => (value === null ? null : value ? "是" : "否");

/** 投诉记录 of a year, numbered in order of time. */
export function complaintTable(year: number, complaints: readonly Complaint[]): Table {
  const numbers = new Map(complaints.map((complaint, index) => [complaint, `TS${year}-${String(index + 1).padStart(4, "0")}`]));
  const columns: Column<Complaint>[] = [
    { header: "工单号", width: 14, cell: (complaint) => numbers.get(complaint) ?? null },
    { header: "窗口编号", width: 10, cell: ({ windowId }) => windowId },
    { header: "人员编号", width: 10, cell: ({ personId }) => personId },
    { header: "来源", width: 10, cell: ({ source }) => source },
    { header: "性质", width: 8, cell: ({ nature }) => nature },
    { header: "投诉类别", width: 12, cell: ({ category }) => category },
    { header: "受理时间", width: 20, cell: ({ receivedAt }) => receivedAt },
    { header: "办结时间", width: 20, cell: ({ closedAt }) => closedAt },
    { header: "是否属实", width: 10, cell: ({ verified }) => verified },
    { header: "态度质量原因", width: 14, cell: ({ dueToService }) => yesNo(dueToService) },
    { header: "是否满意", width: 10, cell: ({ satisfied }) => yesNo(satisfied) },
    { header: "投诉内容", width: 44, cell: ({ text }) => text },
  ];
  return layOut("投诉记录", `${year}年投诉记录`, [], columns, complaints);
}
