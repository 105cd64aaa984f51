/** Where a row or cell stands in the files that were handed in. */
export interface SourcePlace {
  readonly path: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
  readonly cell?: string | null;
}

/** `2023/评分表.xlsx · 窗口!F17`; a csv has no sheet and no cell: `2023/投诉.csv · 第 17 行`. Null when the origin is not known; a profile may keep the row back. */
export function sourcePlace({ path, sheet, row_no, cell }: SourcePlace, rowText: (row: number) => string): string | null {
  if (path === null) return null;
  const at = cell ?? (row_no === null ? null : rowText(row_no));
  const place = [sheet || null, at].filter((part) => part !== null).join("!");
  return place === "" ? path : `${path} · ${place}`;
}
