import { type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Contract, Field } from "../contracts/contract.ts";
import { selfScorePrefix } from "../contracts/self-scores.ts";
import { ownSheets } from "../own-sheets.ts";
import { columnLetters } from "../readers/column-letters.ts";
import type { ItemCode, SchemeCodes } from "../scheme-codes.ts";
import { exampleRow } from "./example-row.ts";
import { type FieldGuide, fieldGuide } from "./field-guide.ts";
import { finishSheets } from "./finish-sheets.ts";

/** Rows of a template whose cells are laid out and watched. */
const preparedRows = 5_000;
/** Excel takes 255 characters of choices inside a rule; more stand on the guide sheet. */
const inlineChoices = 200;

const boldHead: CellStyle = {
  numFmt: "@",
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDEBF7" } },
  border: { bottom: { style: "thin" } },
  alignment: { vertical: "center", wrapText: true },
};
const neededHead: CellStyle = { ...boldHead, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FCE4D6" } } };

/**
 * An empty workbook for one kind of table, from its contract: the data sheet with starred headers, notes and lists to choose from, the
 * sheet 示例 with an invented row, and the sheet 填写说明. `ingest` reads it back: without rows as an empty table, the other two sheets never.
 */
export async function templateWorkbook(contract: Contract, codes: SchemeCodes): Promise<Uint8Array> {
  const guides = columnsOf(contract, codes).map((field) => fieldGuide(contract, field, codes));
  return finishSheets(
    await writeXlsx({ sheets: [dataSheet(contract, guides), exampleSheet(contract, guides, codes), guideSheet(contract, guides)] }),
  );
}

/** The fields of a contract; an application has a column more for each item on which it scores itself, once it is clear in which scheme. */
function columnsOf(contract: Contract, codes: SchemeCodes): readonly Field[] {
  const hasOneScheme = new Set(codes.honours.map(({ scheme }) => scheme)).size === 1;
  if (contract.kind !== "applications" || !hasOneScheme) return contract.fields;
  const labels = new Set(codes.items.filter(isSelfScored).map(({ label }) => label));
  const selfScores = [...labels].map(
    (label): Field => ({ name: `${selfScorePrefix}${label}`, header: `${selfScorePrefix}${label}`, type: "points" }),
  );
  return [...contract.fields, ...selfScores];
}

const isSelfScored = ({ kind }: ItemCode) => kind !== "bonus";

function headCells(guides: readonly FieldGuide[], row: number): [string, Partial<Cell>][] {
  return guides.map(({ header, zh, en }, column) => [
    `${row},${column}`,
    {
      value: header,
      style: header.startsWith("*") ? neededHead : boldHead,
      comment: { author: "明窗 Mingchuang", text: `${zh}\n${en}` },
    },
  ]);
}

function dataSheet({ title }: Contract, guides: readonly FieldGuide[]): WriteSheet {
  const blanks = guides.map(({ format }, column): [string, Partial<Cell>] => [`1,${column}`, { value: null, style: { numFmt: format } }]);
  return {
    name: title,
    rows: [guides.map(({ header }) => header), guides.map((): CellValue => null)],
    cells: new Map([...headCells(guides, 0), ...blanks]),
    columns: guides.map(({ width }) => ({ width })),
    dataValidations: guides.flatMap((guide, column) => rule(guide, column)),
    freezePane: { rows: 1 },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "$1:$1" },
  };
}

/** What Excel lets somebody type into a column. */
function rule({ field, header, allowed, isClosed, zh, en }: FieldGuide, column: number): DataValidation[] {
  const letters = columnLetters(column);
  const common = {
    range: `${letters}2:${letters}${preparedRows}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: isClosed ? ("stop" as const) : ("warning" as const),
    errorTitle: header.slice(0, 30),
    errorMessage: `${zh}\n${en}`.slice(0, 220),
  };
  if (allowed.length > 0) {
    const isShort = allowed.join(",").length <= inlineChoices && allowed.every((text) => !/[,"]/.test(text));
    if (isShort) return [{ ...common, type: "list", values: [...allowed] }];
    const list = columnLetters(guideColumns + column);
    return [{ ...common, type: "list", formula1: `'${ownSheets.guide.name}'!$${list}$2:$${list}$${allowed.length + 1}` }];
  }
  switch (field.type) {
    case "int":
      return [{ ...common, type: "whole", operator: "greaterThanOrEqual", formula1: "0" }];
    case "year":
      return [{ ...common, type: "whole", operator: "between", formula1: "2000", formula2: "2100" }];
    case "points":
      return [{ ...common, type: "decimal", operator: "greaterThanOrEqual", formula1: "0" }];
    case "date":
    case "timestamp":
      return [{ ...common, type: "date", operator: "between", formula1: "1", formula2: "73415" }];
    default:
      return [];
  }
}

/** The first cell says that nothing here is data; the headers are those of the data sheet, so that a row can be copied over. */
function exampleSheet(contract: Contract, guides: readonly FieldGuide[], codes: SchemeCodes): WriteSheet {
  const example = exampleRow(contract, guides, codes);
  const values = guides.map(({ field }): CellValue => example[field.name] || null);
  const style = (format: string): CellStyle => ({
    numFmt: format === "@" ? "@" : "General",
    font: { italic: true, color: { rgb: "7F7F7F" } },
  });
  return {
    name: ownSheets.example.name,
    rows: [[ownSheets.example.mark], guides.map(({ header }) => header), values],
    cells: new Map<string, Partial<Cell>>([
      ["0,0", { value: ownSheets.example.mark, style: { font: { bold: true, color: { rgb: "C00000" } } } }],
      ...headCells(guides, 1),
      ...guides.map(({ format }, column): [string, Partial<Cell>] => [
        `2,${column}`,
        { value: values[column] ?? null, style: style(format) },
      ]),
    ]),
    columns: guides.map(({ width }) => ({ width })),
    freezePane: { rows: 2 },
  };
}

const guideColumns = 5;

function guideSheet({ title }: Contract, guides: readonly FieldGuide[]): WriteSheet {
  const lines = [
    `在“${title}”表中填写，一行一条，表头不要改；带 * 的列必填。空白表示没有数据，不当作 0。有下拉列表的列请从中选择。`,
    `Fill in the sheet ${title}, one record a row, and leave the headers as they are; columns with * are required. A blank means no data, never 0.`,
    "“示例”和本页不会被读取；填好后连同它们一起交回即可。 / This sheet and 示例 are never read; hand the workbook in as it is.",
  ];
  const lists = guides.flatMap(({ header, allowed }, column) =>
    allowed.length > 0 ? [{ column: guideColumns + column, header, allowed }] : [],
  );
  const head = ["列 / Column", "必填 / Required", "说明", "What it means", ""];
  const body = guides.map(({ header, zh, en }) => [header.replace(/^\*/, ""), header.startsWith("*") ? "*" : "", zh, en, ""]);
  const rows: CellValue[][] = [[ownSheets.guide.mark], ...lines.map((line) => [line]), head, ...body];
  const height = Math.max(rows.length, ...lists.map(({ allowed }) => allowed.length + 1));
  const width = guideColumns + guides.length;
  const grid = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column): CellValue => rows[row]?.[column] ?? null),
  );
  for (const { column, header, allowed } of lists) {
    (grid[0] as CellValue[])[column] = header.replace(/^\*/, "");
    allowed.forEach((text, index) => {
      (grid[index + 1] as CellValue[])[column] = text;
    });
  }
  const cells = new Map<string, Partial<Cell>>([["0,0", { value: ownSheets.guide.mark, style: { font: { bold: true, size: 14 } } }]]);
  head.forEach((text, column) => {
    if (text !== "") cells.set(`${lines.length + 1},${column}`, { value: text, style: boldHead });
  });
  return {
    name: ownSheets.guide.name,
    rows: grid,
    cells,
    columns: [{ width: 22 }, { width: 16 }, { width: 60 }, { width: 60 }, { width: 4 }, ...lists.map(() => ({ width: 14 }))],
  };
}
