import type { PlannedFile } from "./plan-year.ts";
import { type Column, layOut, type Table } from "./table.ts";
import type { SampleYear } from "./years.ts";

export interface WindowChange {
  readonly from: string;
  readonly to: string;
  readonly kind: "重新编号" | "合并";
  readonly on: string;
  readonly document: string;
  readonly note: string;
}

/** The year in whose files the changes are handed in, and until whose end the files carry the old numbers. */
export const changesHandedIn: SampleYear = 2022;

/** A window that had another number in 2021 and was nominated under both, and one that was closed into its neighbour in mid-2022. */
export const windowChanges: readonly WindowChange[] = [
  { from: "W0904", to: "W0232", kind: "重新编号", on: "2022-01-01", document: "示例办发〔2021〕36号", note: "全省窗口统一编号" },
  { from: "W0119", to: "W0117", kind: "合并", on: "2022-07-01", document: "示例办发〔2022〕15号", note: "窗口整合" },
];

/** 窗口沿革 */
export function windowChangeTable(): Table {
  const columns: Column<WindowChange>[] = [
    { header: "原窗口编号", width: 12, cell: ({ from }) => from },
    { header: "现窗口编号", width: 12, cell: ({ to }) => to },
    { header: "变更类型", width: 10, cell: ({ kind }) => kind },
    { header: "变更日期", width: 12, date: true, cell: ({ on }) => on },
    { header: "文号", width: 22, cell: ({ document }) => document },
    { header: "备注", width: 22, cell: ({ note }) => note },
  ];
  return layOut("窗口沿革", `${changesHandedIn}年窗口沿革`, [], columns, windowChanges);
}

/** Before a window was renumbered, everything that is handed in knows it by its old number. */
export function underNumberOf(year: number, file: PlannedFile): PlannedFile {
  const old = new Map(
    windowChanges.filter(({ kind, on }) => kind === "重新编号" && on > `${year}-12-31`).map(({ from, to }) => [to, from] as const),
  );
  if (old.size === 0) return file;
  const tables = file.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => (typeof cell === "string" ? (old.get(cell) ?? cell) : cell))),
  }));
  return { ...file, tables };
}
