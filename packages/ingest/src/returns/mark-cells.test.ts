import { expect, test } from "vitest";
import { markCells } from "./mark-cells.ts";
import { type Mark, StyleSheet } from "./style-sheet.ts";

const styles = (prefix = "", fill = "") =>
  new StyleSheet(
    `<styleSheet><fonts count="1"><font/></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill}</fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="2" borderId="0"><alignment/></xf></cellXfs></styleSheet>`.replaceAll(
      /<(\/?)(?=[a-z])/gi,
      `<$1${prefix}`,
    ),
  );
const marks = (...cells: readonly (readonly [row: number, column: number, mark: Mark])[]) => {
  const byRow = new Map<number, Map<number, Mark>>();
  for (const [row, column, mark] of cells) byRow.set(row, (byRow.get(row) ?? new Map<number, Mark>()).set(column, mark));
  return byRow;
};
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

test("a marked cell keeps its content and the rest of its format", () => {
  const format = styles("", '<fill><patternFill patternType="solid"/></fill>');
  const xml = sheet('<row r="2"><c r="A2" s="1"><f>1+1</f><v>2</v></c><c r="C2" t="s"><v>0</v></c></row>');
  expect(markCells(xml, marks([1, 0, "rejected"]), format)).toBe(xml.replace('s="1"', 's="2"'));
  expect(format.toXml()).toContain('<xf numFmtId="14" fontId="0" fillId="3" borderId="0" applyFill="1"><alignment/></xf></cellXfs>');
});

test("cells and rows that are not there are added in their places, also to rows and sheets without any", () => {
  const given = marks([0, 1, "warning"], [2, 0, "rejected"], [2, 3, "rejected"], [3, 2, "warning"], [8, 0, "rejected"]);
  const xml = '<row r="3"><c r="B3"><v>1</v></c></row><row r="4" ht="20"/><row r="6"><c r="A6"/></row>';
  expect(markCells(sheet(xml), given, styles())).toBe(
    sheet(
      '<row r="1"><c r="B1" s="2"/></row><row r="3"><c r="A3" s="3"/><c r="B3"><v>1</v></c><c r="D3" s="3"/></row><row r="4" ht="20"><c r="C4" s="2"/></row><row r="6"><c r="A6"/></row><row r="9"><c r="A9" s="3"/></row>',
    ),
  );
  expect(markCells("<worksheet><sheetData /></worksheet>", marks([0, 0, "warning"]), styles())).toBe(
    sheet('<row r="1"><c r="A1" s="2"/></row>'),
  );
});

test("cells that say no place are counted, and elements may carry a prefix", () => {
  expect(markCells(sheet("<row><c/><c><v>1</v></c></row><row><c/></row>"), marks([0, 1, "warning"], [1, 0, "warning"]), styles())).toBe(
    sheet('<row><c/><c s="2"><v>1</v></c></row><row><c s="2"/></row>'),
  );
  const prefixed = '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></x:worksheet>';
  expect(markCells(prefixed, marks([0, 1, "rejected"]), styles("x:"))).toContain('<x:c r="A1"/><x:c r="B1" s="2"/></x:row>');
});

test("marks of an earlier round go where they are no longer right", () => {
  const ours = '<fill><patternFill patternType="solid"><fgColor rgb="FFFFADAB"/></patternFill></fill>';
  const format = styles("", ours);
  const marked = markCells(sheet('<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/><c r="C1"/></row>'), marks([0, 1, "warning"]), format);
  expect(marked).toBe(sheet('<row r="1"><c r="A1" s="2"/><c r="B1" s="3"/><c r="C1"/></row>'));
  expect(format.toXml()).toContain('<xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyFill="1"><alignment/></xf>');
});

test("a sheet in which a tag might only look like one is left to another way of returning it", () => {
  expect(() => markCells(sheet('<row r="1"><c r="A1"><is><t><![CDATA[<row>]]></t></is></c></row>'), marks(), styles())).toThrow(
    "unparsed sections",
  );
});
