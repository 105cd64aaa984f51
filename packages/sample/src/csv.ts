import iconv from "iconv-lite";
import type { CellContent, Table } from "./table.ts";

/** A table as Excel saves it: CRLF, the title padded to the width of the table, UTF-8 with a byte order mark or GB18030. */
export function csv({ title, notes, columns, rows }: Table, encoding: "utf-8-bom" | "gb18030"): Uint8Array {
  const padded = [title, ...notes].map((text) => [text, ...columns.slice(1).map(() => null)]);
  const lines = [...padded, columns.map(({ header }) => header), ...rows].map((row) => row.map(field).join(","));
  const text = `${lines.join("\r\n")}\r\n`;
  return iconv.encode(text, encoding === "gb18030" ? "gb18030" : "utf8", { addBOM: encoding === "utf-8-bom" });
}

function field(cell: CellContent): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
