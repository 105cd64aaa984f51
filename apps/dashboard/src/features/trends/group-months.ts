import type { GroupMonth } from "@mingchuang/warehouse/queries/trends";
import type { Counts } from "./measures.ts";

export interface Group {
  readonly key: string;
  readonly label: string;
  readonly months: readonly GroupMonth[];
}

/** Months by group, groups in the order of `labels`; a group without any month is left out. */
export function groupMonths(
  rows: readonly GroupMonth[],
  labels: readonly { readonly key: string; readonly label: string }[],
): readonly Group[] {
  return labels
    .map(({ key, label }) => ({ key, label, months: rows.filter((row) => row.key === key) }))
    .filter(({ months }) => months.length > 0);
}

/** The month `months` earlier: (`2023-01-01`, 1) → `2022-12-01`. */
export function monthBefore(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

/** A month beside the one before it (环比) and the same one of last year (同比); undefined where that month is not known. */
export function neighbours(
  months: readonly GroupMonth[],
  month: string,
): { readonly previous: GroupMonth | undefined; readonly lastYear: GroupMonth | undefined } {
  return {
    previous: months.find((row) => row.month === monthBefore(month, 1)),
    lastYear: months.find((row) => row.month === monthBefore(month, 12)),
  };
}

/** Sums of counts, null only when every one is. */
export function sumCounts(rows: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) =>
    rows.reduce<number | null>((total, row) => (row[key] === null ? total : (total ?? 0) + row[key]), null);
  return { cases: sum("cases"), active: sum("active"), good: sum("good"), bad: sum("bad") };
}
