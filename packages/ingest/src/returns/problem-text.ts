import { ingestErrors, isIngestErrorCode } from "../errors.ts";

/** A problem of a cell as it is sent back. */
export interface ReturnedProblem {
  /** Sheet and cell in the returned workbook, null where it does not have the row. */
  readonly target: { readonly sheet: string; readonly cell: string } | null;
  /** Where it stands in the file that was handed in: the sheet, and `F17` or, in a text file, `第17行·办件量`. */
  readonly sheet: string;
  readonly rowNo: number;
  readonly cell: string;
  /** The header of the column, where the problem is one of a column. */
  readonly header: string | null;
  readonly value: string | null;
  readonly code: string;
  /** `notice`: a row that is no data, such as a total; nothing needs to be done. */
  readonly severity: "rejected" | "warning" | "notice";
  /** The row as it was handed in, header by header; null where the row was taken. */
  readonly rowText: string | null;
  /** What the cell may say, where that is a list. */
  readonly allowed: readonly string[];
}

export const severityNames = {
  rejected: { zh: "退回", en: "Rejected", symbol: "✗" },
  warning: { zh: "提醒", en: "Warning", symbol: "△" },
  notice: { zh: "不是数据", en: "No data", symbol: "○" },
} as const;

/** What is wrong, and what to do, in both languages. */
export function problemTexts(code: string): { readonly zh: string; readonly en: string; readonly cureZh: string; readonly cureEn: string } {
  return isIngestErrorCode(code) ? ingestErrors[code] : { zh: "", en: "", cureZh: "", cureEn: "" };
}
