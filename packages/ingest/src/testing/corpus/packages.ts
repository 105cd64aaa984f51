import { writeXlsx } from "hucre/xlsx";
import type { CorpusCase } from "./case.ts";
import { counted, header } from "./counts.ts";
import { handMade, handMadeParts, relation, relationList, row, rows } from "./hand-made.ts";
import { zip } from "./zip.ts";

const data = rows([header, ["W1", "2023-09", 5, 1]]);
const loaded = { state: "loaded", rows: { review_counts: [counted("W1", "2023-09", 5, 1)] } } as const;
const refused = (error: string) => ({ state: "refused", error }) as const;
const plain = () => handMadeParts({ sheets: [{ data }] });
const replaced = (part: string, change: (xml: string) => string) =>
  handMade({ sheets: [{ data }], change: (parts) => ({ ...parts, [part]: change(parts[part] ?? "") }) });
const sheet1 = "xl/worksheets/sheet1.xml";
const ole = (stream: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1016), Buffer.from(`${stream}\0`, "utf16le"), Buffer.alloc(512)]);
const html = "<html><head><meta charset=utf-8></head><body><table><tr><td>窗口编号</td><td>统计月份</td></tr></table></body></html>";

/** The package around the sheets, as different programs write it, and files that are no workbook of this kind at all. */
export const packageCases: readonly CorpusCase[] = [
  {
    name: "the strict edition of the standard has other namespaces",
    file: "packages/strict.xlsx",
    bytes: () =>
      handMade({
        sheets: [{ data }],
        change: (parts) =>
          Object.fromEntries(
            Object.entries(parts).map(([name, xml]) => [
              name,
              xml
                .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replaceAll(
                  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                  "http://purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            ]),
          ),
      }),
    expect: loaded,
  },
  {
    name: "relationships name their parts from the root of the package",
    file: "packages/absolute-paths.xlsx",
    bytes: () => replaced("xl/_rels/workbook.xml.rels", (xml) => xml.replaceAll('Target="', 'Target="/xl/')),
    expect: loaded,
  },
  {
    name: "every element carries a prefix",
    file: "packages/prefixed.xlsx",
    bytes: () => replaced(sheet1, (xml) => xml.replace("xmlns=", "xmlns:x=").replaceAll(/<(\/?)(?=[a-z])/gi, "<$1x:")),
    expect: loaded,
  },
  {
    name: "part names are in other letters and with slashes the other way",
    file: "packages/names.xlsx",
    bytes: () =>
      handMade({
        sheets: [{ data }],
        change: (parts) =>
          Object.fromEntries(
            Object.entries(parts).map(([name, xml]) => [name.replace("xl/worksheets/sheet1.xml", "xl\\Worksheets\\Sheet1.xml"), xml]),
          ),
      }),
    expect: loaded,
  },
  {
    name: "a sheet is written in UTF-16",
    file: "packages/utf-16.xlsx",
    bytes: () =>
      handMade({
        sheets: [{ data }],
        change: (parts) => ({ ...parts, [sheet1]: Buffer.from(`\ufeff${(parts[sheet1] ?? "").replace("UTF-8", "UTF-16")}`, "utf16le") }),
      }),
    expect: loaded,
  },
  {
    name: "WPS and new Excel wrap what older programs do not know, and number the cells of dynamic arrays",
    file: "packages/alternate-content.xlsx",
    bytes: () =>
      handMade({
        workbook:
          '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="D:\\"/></mc:Choice></mc:AlternateContent>',
        sheets: [
          {
            before: '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="13.5"/>',
            data:
              row(1, header) +
              row(
                2,
                ["W1", "2023-09", '<c r="{ref}" cm="1"><f t="array" ref="C2">SUM({2,3})</f><v>5</v></c>', 1],
                'spans="1:4" x14ac:dyDescent="0.15" xmlns:x14ac="x"',
              ),
            after:
              '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls><control name="row 1"/></controls></mc:Choice><mc:Fallback/></mc:AlternateContent><rowBreaks count="1"><brk id="2"/></rowBreaks>',
          },
        ],
      }),
    expect: loaded,
  },
  {
    name: "comments and instructions stand between the cells, and an attribute holds a greater-than sign",
    file: "packages/comments.xlsx",
    bytes: () =>
      replaced(sheet1, (xml) =>
        xml.replace("<sheetData>", "<!-- <row r='9'> --><sheetData><?x <row?>").replace('<row r="2">', `<row r='2' note="a > b">`),
      ),
    expect: loaded,
  },
  {
    name: "no table of texts is needed where no cell refers to one",
    file: "packages/without-texts.xlsx",
    bytes: () =>
      replaced("xl/_rels/workbook.xml.rels", (xml) =>
        xml.replace("</Relationships>", `${relation("rIdT", "sharedStrings", "sharedStrings.xml")}</Relationships>`),
      ),
    expect: loaded,
  },
  {
    name: "a cell that refers to a missing text makes the workbook damaged, not the cell blank",
    file: "packages/missing-texts.xlsx",
    bytes: () => handMade({ sheets: [{ data: rows([header, ["W1", "2023-09", '<c r="{ref}" t="s"><v>0</v></c>', 1]]) }] }),
    expect: refused("F107"),
  },
  {
    name: "a page that is a chart is passed over",
    file: "packages/chart-page.xlsx",
    bytes: () =>
      handMade({
        sheets: [{ data }],
        change: (parts) => ({
          ...parts,
          "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace("</sheets>", '<sheet name="图" sheetId="9" r:id="rId9"/></sheets>'),
          "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
            "</Relationships>",
            `${relation("rId9", "chartsheet", "chartsheets/sheet1.xml")}</Relationships>`,
          ),
          "xl/chartsheets/sheet1.xml": '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        }),
      }),
    expect: loaded,
  },
  {
    name: "a workbook with macros is read like any other, and it is said that they were not run",
    file: "packages/macros.xlsm",
    bytes: () => handMade({ sheets: [{ data }], extra: { "xl/vbaProject.bin": "not run" } }),
    expect: { ...loaded, problems: [["!", "F135"]] },
  },
  {
    name: "a new workbook under the old extension is read",
    file: "packages/new-under-old-name.xls",
    bytes: () => handMade({ sheets: [{ name: "新格式", data }] }),
    expect: loaded,
  },
  {
    name: "text with tabs saved as .xls, as many systems export it, is read as the text it is",
    file: "packages/tabs.xls",
    bytes: () => Buffer.from(`${header.join("\t")}\r\nW1\t2023-09\t5\t1\r\n`, "utf8"),
    expect: loaded,
  },
  {
    name: "what Excel calls Unicode text, saved as .xls, is read too",
    file: "packages/unicode-text.xls",
    bytes: () => Buffer.from(`\ufeff${header.join("\t")}\r\nW1\t2023-09\t5\t1\r\n`, "utf16le"),
    expect: loaded,
  },
  {
    name: "a web page saved as .xls is named for what it is",
    file: "packages/web-page.xls",
    bytes: () => Buffer.from(`\ufeff\r\n${html}`),
    expect: refused("F134"),
  },
  {
    name: "the XML of Excel 2003 saved as .xls is named for what it is",
    file: "packages/xml-2003.xls",
    bytes: () =>
      Buffer.from(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    expect: refused("F134"),
  },
  {
    name: "a web page with its pictures in one file, saved as .xls, is named for what it is",
    file: "packages/web-archive.xls",
    bytes: () => Buffer.from("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"),
    expect: refused("F134"),
  },
  { name: "an old workbook is not read", file: "packages/old.xls", bytes: () => ole("Workbook"), expect: refused("F105") },
  {
    name: "an old workbook that was only renamed is an old workbook, not one with a password",
    file: "packages/renamed.xlsx",
    bytes: () => Buffer.concat([ole("Workbook"), Buffer.from("x")]),
    expect: refused("F105"),
  },
  {
    name: "a workbook with a password is named for that, also under the old extension",
    file: "packages/password.xls",
    bytes: () => ole("EncryptedPackage"),
    expect: refused("F116"),
  },
  {
    name: "a workbook that a library put under a password is named for that",
    file: "packages/password.xlsx",
    bytes: () => writeXlsx({ sheets: [{ name: "统计", rows: [header] }], encryption: { password: "1234", spinCount: 1 } }),
    expect: refused("F116"),
  },
  {
    name: "a workbook of WPS's own format is refused with a cure",
    file: "packages/wps.et",
    bytes: () => Buffer.concat([ole("Workbook"), Buffer.from("et")]),
    expect: refused("F133"),
  },
  {
    name: "an OpenDocument workbook is refused with a cure",
    file: "packages/open-document.ods",
    bytes: () => zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }),
    expect: refused("F133"),
  },
  {
    name: "a binary workbook is refused with a cure",
    file: "packages/binary.xlsb",
    bytes: () => zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" }),
    expect: refused("F133"),
  },
  {
    name: "a text document named as a workbook is named as no workbook",
    file: "packages/document.xlsx",
    bytes: () => zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
    expect: refused("F106"),
  },
  {
    name: "a PDF named as a workbook is named as no workbook",
    file: "packages/pdf.xlsx",
    bytes: () => Buffer.from("%PDF-1.7\n"),
    expect: refused("F106"),
  },
  {
    name: "a workbook cut off while it was copied is damaged",
    file: "packages/truncated.xlsx",
    bytes: () => handMade({ sheets: [{ data }] }).subarray(0, 1500),
    expect: refused("F107"),
  },
  {
    name: "one flipped bit is noticed: the checksum of a part is held against its content",
    file: "packages/flipped-bit.xlsx",
    bytes: () => zip(plain(), { crcOf: sheet1 }),
    expect: refused("F107"),
  },
  {
    name: "a part that declares a document type is refused: no entity is ever expanded",
    file: "packages/document-type.xlsx",
    bytes: () => replaced(sheet1, (xml) => xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet')),
    expect: refused("F107"),
  },
  {
    name: "a sheet that the workbook lists and does not have makes it damaged",
    file: "packages/missing-sheet.xlsx",
    bytes: () => handMade({ sheets: [{ data }], change: ({ [sheet1]: _, ...parts }) => parts }),
    expect: refused("F107"),
  },
  {
    name: "a relationship to a place outside the package is not followed",
    file: "packages/outside.xlsx",
    bytes: () =>
      handMade({
        sheets: [{ data }],
        change: (parts) => ({
          ...parts,
          "xl/_rels/workbook.xml.rels": relationList([relation("rId1", "worksheet", "../../../../etc/passwd")]),
        }),
      }),
    expect: refused("F107"),
  },
  {
    name: "a workbook without a single filled cell is empty",
    file: "packages/empty.xlsx",
    bytes: () => handMade({ sheets: [{ data: "" }] }),
    expect: refused("F110"),
  },
];
