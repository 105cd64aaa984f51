import type { ReviewCount } from "./review-counts.ts";
import type { CellContent, Table } from "./table.ts";

/** A row that is wrong on purpose, so that quarantine has something to show. */
export interface BrokenRow {
  readonly path: string;
  readonly sheet: string;
  /** As Excel numbers rows: the title is row 1. */
  readonly row: number;
  readonly header: string;
  readonly value: CellContent;
  readonly because: { readonly zh: string; readonly en: string };
}

/** Writes `value` into one cell of the table. `change` is `insert` when the broken row is a row too many, not one of the real ones. */
export function breakRow(
  path: string,
  table: Table,
  fault: Pick<BrokenRow, "header" | "value" | "because"> & { readonly index: number; readonly change: "insert" | "overwrite" },
): { table: Table; broken: BrokenRow } {
  const { index, header, value, because, change } = fault;
  const column = table.columns.findIndex((one) => one.header === header);
  const original = table.rows[index];
  if (column < 0 || !original) throw new RangeError(`${path} has no ${header} in row ${index}`);
  const spoiled = original.map((cell, at) => (at === column ? value : at === 0 && change === "insert" ? `${cell}X` : cell));
  const rows = [...table.rows.slice(0, index), spoiled, ...table.rows.slice(change === "insert" ? index : index + 1)];
  const rowsAbove = 2 + table.notes.length;
  return { table: { ...table, rows }, broken: { path, sheet: table.sheet, row: rowsAbove + index + 1, header, value, because } };
}

const at = (index: number, header: string, value: CellContent, zh: string, en: string) =>
  ({ index, header, value, because: { zh, en }, change: "insert" }) as const;

/** Three rows too many in the complaints of 2021. */
export const brokenComplaints = [
  at(60, "受理时间", "2021-02-30 09:15:00", "没有这一天", "no such day"),
  at(210, "性质", "表扬", "不在规定的取值内", "not one of the values"),
  at(380, "是否属实", "部分", "不在规定的取值内", "not one of the values"),
] as const;

/** One row too many in the bad reviews of 2022. */
export const brokenBadReview = at(500, "评价时间", "2022-13-05 10:20:00", "没有这个月", "no such month");

/** One row of Jiaxing's counts of 2022 whose levels do not add up: that window then has no figures for the month. */
export const brokenCount = {
  year: 2022,
  city: "330400",
  fault: (counts: readonly ReviewCount[]) => {
    const index = counts.findIndex(({ levels }, at) => at >= 100 && levels[3] + levels[4] === 0);
    const active = (counts[index]?.active ?? 0) + 7;
    return {
      index,
      header: "主动评价量",
      value: active,
      because: { zh: "五个等级之和不等于主动评价量", en: "the five levels do not add up to the active reviews" },
      change: "overwrite",
    } as const;
  },
};
