/** A spreadsheet runs a cell that starts like a formula: an apostrophe makes it text. Plain numbers stay numbers. */
export function neutralise(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?%?$/.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** RFC 4180 with a byte-order mark, which Excel needs to read Chinese. Null is an empty cell. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const line = (cells: readonly (string | number | null)[]) =>
    cells.map((cell) => quote(neutralise(cell === null ? "" : String(cell)))).join(",");
  return `\uFEFF${[header, ...rows].map(line).join("\r\n")}\r\n`;
}
