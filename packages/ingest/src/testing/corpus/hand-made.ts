import { zip } from "./zip.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One sheet of a workbook written by hand: what stands before, in and after its data, as XML. */
export interface HandMadeSheet {
  readonly name?: string;
  readonly before?: string;
  /** The rows, as XML. */
  readonly data: string;
  readonly after?: string;
}

export interface HandMade {
  readonly sheets: readonly HandMadeSheet[];
  /** The table of texts as XML elements `si`; null leaves the part out. */
  readonly texts?: string | null;
  /** Number formats by code; cell style n+1 has format n. Style 0 is plain. */
  readonly formats?: readonly (string | number)[];
  /** Attributes and elements of the workbook besides its sheets. */
  readonly workbook?: string;
  readonly date1904?: boolean;
  readonly extra?: Readonly<Record<string, string>>;
  /** Last change to the parts before they are packed. */
  readonly change?: (parts: Record<string, string>) => Record<string, string | Uint8Array>;
}

/** The parts of a workbook without a library's tidiness: no document properties, no theme, only what the standard asks for. */
export function handMadeParts({
  sheets,
  texts = null,
  formats = [],
  workbook = "",
  date1904 = false,
  extra = {},
}: HandMade): Record<string, string> {
  const sheetList = sheets.map(
    ({ name }, index) =>
      `<sheet name="${name ?? (index === 0 ? "统计" : `表${index + 1}`)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const sheetRelations = sheets.map((_, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`));
  const custom = formats.flatMap((format, index) =>
    typeof format === "string" ? [`<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const xfs = formats.map((format, index) => `<xf numFmtId="${typeof format === "string" ? 200 + index : format}" applyNumberFormat="1"/>`);
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}${texts === null ? "" : '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    "_rels/.rels": relationList([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ""}/>${workbook}<sheets>${sheetList.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationList([
      ...sheetRelations,
      relation("rIdS", "styles", "styles.xml"),
      ...(texts === null ? [] : [relation("rIdT", "sharedStrings", "sharedStrings.xml")]),
    ]),
    "xl/styles.xml": `${declaration}<styleSheet xmlns="${main}">${custom.length === 0 ? "" : `<numFmts count="${custom.length}">${custom.join("")}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${xfs.length + 1}"><xf numFmtId="0"/>${xfs.join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ before = "", data, after = "" }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...(texts === null ? {} : { "xl/sharedStrings.xml": `${declaration}<sst xmlns="${main}">${texts}</sst>` }),
    ...extra,
  };
}

/** The workbook as a file. */
export function handMade(workbook: HandMade): Uint8Array {
  const parts = handMadeParts(workbook);
  return zip(workbook.change ? workbook.change(parts) : parts);
}

export function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
}

export function relationList(list: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packageRelations}">${list.join("")}</Relationships>`;
}

/** A cell as XML: text inline, a number as it stands, XML (`<c …>`) untouched, null not at all. */
export type XmlCell = string | number | null;

/** A row as XML. Cells stand from column A on; `{ref}` in a cell's XML becomes its place. */
export function row(rowNo: number, cells: readonly XmlCell[], attributes = ""): string {
  const xml = cells.map((cell, column) => {
    const ref = `${letters(column)}${rowNo}`;
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
    return cell.startsWith("<c")
      ? cell.replaceAll("{ref}", ref)
      : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  });
  return `<row r="${rowNo}"${attributes === "" ? "" : ` ${attributes}`}>${xml.join("")}</row>`;
}

export function rows(list: readonly (readonly XmlCell[])[], from = 1): string {
  return list.map((cells, index) => row(from + index, cells)).join("");
}

/** A number with a style. */
export const styled = (style: number, value: string | number): string => `<c r="{ref}" s="${style}"><v>${value}</v></c>`;

export const merges = (...ranges: readonly string[]): string =>
  `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
