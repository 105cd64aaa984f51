import type { PublishedFile } from "@mingchuang/warehouse/manifest";
import { queryExactItems } from "@mingchuang/warehouse/queries/ranking";
import type { RefObject } from "react";
import { openData } from "../../lib/database.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useSheetHead } from "../../ui/workbook/sheet-head.ts";
import { WorkbookButton } from "../../ui/workbook/workbook-button.tsx";
import { parseExactItems } from "./exact-items.ts";
import { messages } from "./messages.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { RankingColumns } from "./ranking-columns.tsx";
import { type RankingSheet, rankingSheet } from "./ranking-sheet.ts";
import { writeWorkbook } from "./write-workbook.ts";

interface RankingWorkbookButtonProps {
  readonly title: string;
  /** The rows in the order in which the table shows them. */
  readonly shown: RefObject<readonly PlacedRow[]>;
  /** How many there are without filters. */
  readonly all: number;
  /** Applications that this profile does not list. */
  readonly left: number;
  readonly columns: RankingColumns;
  /** Those of them that stay in sight. */
  readonly frozen: readonly string[];
  readonly filters: string;
  /** What rows are grouped by, in words, or null. */
  readonly group: string | null;
  readonly order: string;
  readonly totalLabel: string;
  readonly disabled: boolean;
}

/** Writes the ranking as it is shown to an .xlsx file; what writes it is a worker, loaded when it is asked for. */
export function RankingWorkbookButton({
  title,
  shown,
  all,
  left,
  columns,
  frozen,
  group,
  filters,
  order,
  totalLabel,
  disabled,
}: RankingWorkbookButtonProps) {
  const text = useText(messages);
  const sheetHead = useSheetHead();
  const language = useLanguage();
  const { meta } = useHoldings();
  const { year, honour, scheme } = useScope();

  const headOf = (sheet: RankingSheet, rows: readonly PlacedRow[], file: PublishedFile) => {
    const above = sheetHead(title, file);
    const plain =
      sheet.total === null ? 0 : sheet.rows.filter((row, index) => row[sheet.total?.at ?? 0] !== null && !sheet.isSum[index]).length;
    return [
      above.title,
      above.scheme,
      text("sheetView", { filters, order, shown: rows.length, all }) +
        (group === null ? "" : text("sheetGroup", { group })) +
        (left > 0 ? text("sheetLeft", { left }) : ""),
      above.address,
      above.file,
      [
        sheet.columns.some(({ id }) => id === "total")
          ? text(sheet.total === null ? "sheetNoItems" : "sheetTotals", { total: totalLabel })
          : "",
        plain > 0 ? text("sheetPlain", { total: totalLabel, count: plain }) : "",
        rows.some(({ rank }) => rank === null) ? text("sheetUnranked") : "",
      ].join(""),
    ];
  };
  const write = async () => {
    const { db, file } = await openData();
    const exact = new Map((await queryExactItems(db, { year, honour })).map((row) => [row.application_id, parseExactItems(row.items)]));
    const rows = shown.current;
    const items = (scheme.honour(honour)?.rubric.items ?? []).map(({ id, label }) => ({ id, label: label[language] }));
    const sheet = rankingSheet({ rows, columns, frozen, items, exact });
    const made = new Date(`${meta.as_of}T00:00:00Z`);
    return writeWorkbook({ sheetName: text("title"), head: headOf(sheet, rows, file), sheet, made });
  };
  return <WorkbookButton name={title} disabled={disabled} write={write} />;
}
