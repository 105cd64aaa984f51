import { IngestError } from "../errors.ts";
import { formGrid } from "../forms/form-grid.ts";
import { divideSheet } from "./divide-sheet.ts";
import type { Notice, RawTable, ReadFile } from "./raw-table.ts";
import { readSheetCells } from "./sheet-cells.ts";
import { type SheetContext, sheetTable } from "./sheet-table.ts";
import { readWorkbookParts, type SheetEntry } from "./workbook-parts.ts";
import { XmlFault } from "./xml-scanner.ts";
import { openZipParts, type ZipParts } from "./zip-parts.ts";

/**
 * Reads a workbook, each visible sheet as one table of text that may fall into several. Rows and columns that are hidden are read like
 * any other and named (F136): a filter left on must not change a result. Sheets that are hidden are not read and named (F122).
 *
 * @throws {IngestError} F106 no workbook, F107 damaged, F108 too large when unpacked, F116 under a password, F133 another format, F160, F161 and F165
 *   where its inside is made to be expensive.
 */
export async function readWorkbook(path: string, scratch: string): Promise<ReadFile> {
  const zip = await openZipParts(path);
  try {
    return await readSheets(zip, scratch);
  } catch (cause) {
    if (cause instanceof XmlFault) throw new IngestError("F107", cause.message, cause);
    throw cause;
  } finally {
    await zip.close();
  }
}

async function readSheets(zip: ZipParts, scratch: string): Promise<ReadFile> {
  await refuseOtherFormats(zip);
  const workbook = await readWorkbookParts(zip);
  // A small file could have one large sheet read any number of times.
  if (new Set(workbook.sheets.map(({ part }) => part)).size < workbook.sheets.length)
    throw new IngestError("F165", `${workbook.sheets.length} 张工作表同一内容 / sheets of one part`);
  const tables: RawTable[] = [];
  const hiddenSheets: { sheet: string; filledRows: number }[] = [];
  for (const entry of workbook.sheets) {
    const cells = await readSheetCells(zip, entry, workbook);
    if (entry.hidden) hiddenSheets.push({ sheet: entry.name, filledRows: cells.rows.length });
    else tables.push(wholeSheet(entry, { sheet: entry.name, cells, is1904: workbook.is1904, scratch }));
  }
  const notices = workbook.hasMacros ? [macros] : [];
  return { format: "xlsx", encoding: null, separator: null, tables, hiddenSheets, notices };
}

/** Archives that are no workbook in XML: OpenDocument, the binary workbook, a text document. */
async function refuseOtherFormats(zip: ZipParts): Promise<void> {
  if (zip.has("mimetype")) throw new IngestError("F133", (await zip.text("mimetype")).slice(0, 100));
  if (zip.has("xl/workbook.bin")) throw new IngestError("F133", ".xlsb");
  if (!zip.names.some((name) => /^\/?xl\//i.test(name)) && zip.names.some((name) => /^\/?(word|ppt)\//i.test(name)))
    throw new IngestError("F106", "Word / PowerPoint");
}

const macros: Notice = { code: "F135", rowNo: 0, cell: "", value: "vbaProject.bin" };

function wholeSheet({ name }: SheetEntry, context: SheetContext): RawTable {
  const { cells } = context;
  const whole = sheetTable({ rows: cells.rows, fromColumn: 0, toColumn: Number.POSITIVE_INFINITY }, context);
  return {
    ...whole,
    grid: () => formGrid(name, cells),
    divide: (mappings) =>
      divideSheet(cells.rows, cells.merges, mappings).map((region) => {
        const table = sheetTable(region, context);
        return region.lateHeader === undefined ? table : { ...table, lateHeader: region.lateHeader };
      }),
  };
}
