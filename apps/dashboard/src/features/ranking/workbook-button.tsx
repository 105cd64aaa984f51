import { queryExactItems } from "@mingchuang/warehouse/queries/ranking";
import { type RefObject, useState } from "react";
import { openData } from "../../lib/database.ts";
import { saveFile } from "../../lib/export-csv.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { messages as shellMessages } from "../../ui/messages.ts";
import { parseExactItems } from "./exact-items.ts";
import { messages } from "./messages.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { RankingColumns } from "./ranking-columns.tsx";
import { type RankingSheet, rankingSheet } from "./ranking-sheet.ts";
import { writeWorkbook } from "./write-workbook.ts";

interface WorkbookButtonProps {
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

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Writes the ranking as it is shown to an .xlsx file; what writes it is a worker, loaded when it is asked for. */
export function WorkbookButton({
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
}: WorkbookButtonProps) {
  const text = useText(messages);
  const shell = useText(shellMessages);
  const language = useLanguage();
  const { meta } = useHoldings();
  const { year, honour, scheme, run } = useScope();
  const [state, setState] = useState<"idle" | "writing" | { readonly failure: string }>("idle");

  const headOf = (sheet: RankingSheet, rows: readonly PlacedRow[], file: { readonly file: string; readonly sha256: string }) => {
    const { profile, generated_at: generated } = meta;
    const audience = profile === "public" || profile === "leader" || profile === "committee" ? shell(`profile-${profile}`) : profile;
    const plain =
      sheet.total === null ? 0 : sheet.rows.filter((row, index) => row[sheet.total?.at ?? 0] !== null && !sheet.isSum[index]).length;
    return [
      meta.is_sample ? text("sheetSample", { title }) : title,
      text("sheetScheme", {
        scheme: scheme.title(language),
        id: scheme.schemeId,
        edition: run?.edition ?? scheme.edition,
        asOf: run?.as_of ?? meta.as_of,
        profile: audience,
      }) + (run?.restated ? text("sheetRestated", { year }) : ""),
      text("sheetView", { filters, order, shown: rows.length, all }) +
        (group === null ? "" : text("sheetGroup", { group })) +
        (left > 0 ? text("sheetLeft", { left }) : ""),
      text("sheetAddress", { address: `${location.pathname}${location.search}` }),
      text("sheetFile", { file: file.file, hash: file.sha256, generated: generated.slice(0, 16).replace("T", " ") }),
      [
        sheet.columns.some(({ id }) => id === "total")
          ? text(sheet.total === null ? "sheetNoItems" : "sheetTotals", { total: totalLabel })
          : "",
        plain > 0 ? text("sheetPlain", { total: totalLabel, count: plain }) : "",
        rows.some(({ rank }) => rank === null) ? text("sheetUnranked") : "",
      ].join(""),
    ];
  };
  const save = async () => {
    setState("writing");
    try {
      const { db, file } = await openData();
      const exact = new Map((await queryExactItems(db, { year, honour })).map((row) => [row.application_id, parseExactItems(row.items)]));
      const rows = shown.current;
      const items = (scheme.honour(honour)?.rubric.items ?? []).map(({ id, label }) => ({ id, label: label[language] }));
      const sheet = rankingSheet({ rows, columns, frozen, items, exact });
      const made = new Date(`${meta.as_of}T00:00:00Z`);
      const bytes = await writeWorkbook({ sheetName: text("title"), head: headOf(sheet, rows, file), sheet, made });
      saveFile(`${title}.xlsx`, workbookType, bytes as BlobPart);
      setState("idle");
    } catch (error) {
      setState({ failure: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <>
      <button type="button" className="link" disabled={disabled || state === "writing"} onClick={() => void save()}>
        {text(state === "writing" ? "writing" : "exportWorkbook")}
      </button>
      {typeof state === "string" ? null : (
        <p className="partial" role="alert">
          {text("exportFailed", { why: state.failure })}
        </p>
      )}
    </>
  );
}
