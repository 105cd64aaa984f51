import { parseCell } from "../returns/cell-place.ts";
import { WorkbookParts } from "../returns/workbook-parts.ts";
import { attributeOf, withAttribute } from "../returns/xml-text.ts";

/**
 * Gives whole columns the formats of the first row below their header, in which the writer put an empty cell for each, so that what is
 * typed further down is taken as meant too; and keeps text columns from ever holding a formula.
 */
export function finishSheets(workbook: Uint8Array): Uint8Array {
  const parts = new WorkbookParts(workbook);
  for (const { path } of parts.sheets()) {
    const xml = parts.read(path);
    const second = /<row r="2"[^>]*>([\s\S]*?)<\/row>/.exec(xml)?.[1] ?? "";
    const formats = new Map<number, string>();
    for (const [tag] of second.matchAll(/<c\s[^>]*\/>/g)) {
      const [place, format] = [parseCell(attributeOf(tag, "r") ?? ""), attributeOf(tag, "s")];
      if (place && format !== null) formats.set(place.column, format);
    }
    const styled = xml.replace(/<col\s[^>]*>/g, (tag) => {
      const format = formats.get(Number(attributeOf(tag, "min")) - 1);
      return format === undefined ? tag : withAttribute(tag, "style", format);
    });
    if (styled !== xml) parts.write(path, styled);
  }
  return asText(parts).toBytes();
}

/** Has Excel treat text cells as typed with a leading apostrophe: what is in them is never read as a formula, even when it is edited. */
export function asText(parts: WorkbookParts): WorkbookParts {
  const path = parts.related(parts.workbookPath, "styles");
  if (path === null) return parts;
  const styles = parts.read(path);
  const format = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)?.[1] ?? "49";
  parts.write(path, styles.replaceAll(`<xf numFmtId="${format}" `, '<xf numFmtId="49" quotePrefix="1" '));
  return parts;
}
