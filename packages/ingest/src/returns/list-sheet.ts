import { ownSheets } from "../own-sheets.ts";
import { cellName } from "./cell-place.ts";
import { problemTexts, type ReturnedProblem, severityNames } from "./problem-text.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { xmlText } from "./xml-text.ts";

/** What the list says above the problems. */
export interface ListSummary {
  readonly path: string;
  readonly rejected: number;
  readonly warnings: number;
  /** How many problems the list leaves out, and how many cells have no comment. */
  readonly unlisted: number;
  readonly uncommented: number;
  /** Where the corrected file goes. */
  readonly form: "workbook" | "rows";
}

/** Excel takes 65,530 links on a sheet. */
export const listedProblems = 60_000;

const columns: readonly { readonly head: string; readonly width: number }[] = [
  { head: "序号\nNo.", width: 7 },
  { head: "性质\nSeverity", width: 14 },
  { head: "工作表\nSheet", width: 16 },
  { head: "单元格\nCell", width: 16 },
  { head: "列\nColumn", width: 16 },
  { head: "现在的值\nValue", width: 24 },
  { head: "编号\nCode", width: 8 },
  { head: "问题", width: 36 },
  { head: "办法", width: 40 },
  { head: "Problem", width: 36 },
  { head: "What to do", width: 40 },
];

export function summaryLines({ path, rejected, warnings, unlisted, uncommented, form }: ListSummary): string[] {
  const lines = [
    `${path}：退回 ${rejected} 行（没有入库，改正后才计入），提醒 ${warnings} 处（已入库，请核对）。`,
    `${path}: ${rejected} rows rejected (not stored; they count once corrected), ${warnings} warnings (stored; please check).`,
    form === "workbook"
      ? "请在本工作簿标出的单元格里改正，另存后以原文件名放回文件夹，再导入。✗ 实底为退回，△ 斜纹为提醒；批注写明原因。颜色、批注和本页不影响读取，不必删除。"
      : "请在前面的表中改正退回的行，存入原文件所在的文件夹（与原文件并存），再导入；同一编号的行以改正后的为准。本页不影响读取，不必删除。",
    form === "workbook"
      ? "Correct the marked cells of this workbook, put it back into the folder under the original's name and import again. ✗ solid: rejected, △ hatched: warning; the comments say why. Colours, comments and this sheet do not disturb."
      : "Correct the rows on the other sheets, put this workbook beside the original and import again; corrected rows take the place of those with the same key. This sheet does not disturb.",
  ];
  if (uncommented > 0)
    lines.push(
      `另有 ${uncommented} 个单元格只标色、没有批注（批注过多 Excel 会很慢），原因见下表。 / ${uncommented} more cells are coloured without a comment; see below.`,
    );
  if (unlisted > 0)
    lines.push(
      `下表列出前 ${listedProblems} 处，另有 ${unlisted} 处已标色而未列出；改正后再导入即列出，全部在数据库 ingest_problem 表中。 / The first ${listedProblems} are listed; ${unlisted} more are marked, come up at the next import, and are in table ingest_problem of the store.`,
    );
  return lines;
}

/** One problem as the cells of the list, in the order of its columns. */
export function listRow({ severity, sheet, cell, rowNo, header, value, code, allowed }: ReturnedProblem, number: number): string[] {
  const { zh, en, symbol } = severityNames[severity];
  const text = problemTexts(code);
  const choices = allowed.length === 0 ? "" : allowed.join("、");
  return [
    String(number),
    `${symbol} ${zh} ${en}`,
    sheet,
    cell === "" ? `第${rowNo}行` : cell,
    header ?? "",
    value ?? "",
    code,
    text.zh,
    choices === "" ? text.cureZh : `${text.cureZh}可填：${choices}`,
    text.en,
    choices === "" ? text.cureEn : `${text.cureEn} Allowed: ${choices}`,
  ];
}

export const listHeads = columns.map(({ head }) => head);
export const listWidths = columns.map(({ width }) => width);

/** The sheet 退回说明: what to do, then every problem with a link to its cell. Values are text, never formulas. */
export function listSheetXml(summary: ListSummary, problems: readonly ReturnedProblem[], styles: StyleSheet, namespace: string): string {
  const wrap = '<alignment vertical="top" wrapText="1"/>';
  const thin = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join("");
  const border = `<border>${thin}<diagonal/></border>`;
  const noBorder = "<border><left/><right/><top/><bottom/><diagonal/></border>";
  const plainFont = '<font><sz val="10"/></font>';
  const text = 'numFmtId="49" applyNumberFormat="1" quotePrefix="1" applyAlignment="1"';
  const title = styles.add({ font: '<font><b/><sz val="14"/></font>', border: noBorder, rest: text });
  const line = styles.add({ font: plainFont, border: noBorder, rest: text });
  const grey = '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill>';
  const head = styles.add({ font: '<font><b/><sz val="10"/></font>', fill: grey, border, rest: text, children: wrap });
  const body = styles.add({ font: plainFont, border, rest: text, children: wrap });
  const number = styles.add({ font: plainFont, border, rest: 'numFmtId="0" applyAlignment="1"', children: wrap });
  const link = styles.add({ font: '<font><u/><sz val="10"/><color rgb="FF0563C1"/></font>', border, rest: text, children: wrap });

  const rows: string[] = [];
  const row = (cells: readonly (readonly [value: string, style: number, isNumber?: boolean])[]) => {
    const at = rows.length;
    const written = cells.map(([value, style, isNumber], column) => {
      const open = `<c r="${cellName({ row: at, column })}" s="${style}"`;
      if (value === "") return `${open}/>`;
      return isNumber
        ? `${open}><v>${value}</v></c>`
        : `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(value.slice(0, 32_000))}</t></is></c>`;
    });
    rows.push(`<row r="${at + 1}">${written.join("")}</row>`);
  };
  row([[ownSheets.returned.mark, title]]);
  for (const each of summaryLines(summary)) row([[each, line]]);
  row(listHeads.map((each) => [each, head]));
  const headRow = rows.length;
  const links: string[] = [];
  problems.forEach((problem, index) => {
    row(listRow(problem, index + 1).map((value, column) => (column === 0 ? [value, number, true] : [value, column === 3 ? link : body])));
    const ref = cellName({ row: rows.length - 1, column: 3 });
    if (!problem.target) return;
    const target = `'${problem.target.sheet.replaceAll("'", "''")}'!${problem.target.cell}`;
    links.push(`<hyperlink ref="${ref}" location="${xmlText(target)}" display="${xmlText(problem.cell)}"/>`);
  });
  const last = cellName({ row: rows.length - 1, column: columns.length - 1 });
  const cols = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("");
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespace}">`,
    '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${cols}</cols><sheetData>${rows.join("")}</sheetData>`,
    `<autoFilter ref="A${headRow}:${last}"/>`,
    links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "",
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    "</worksheet>",
  ].join("");
}
