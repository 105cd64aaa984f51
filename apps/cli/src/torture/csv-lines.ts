/** Lines of separated text, with quotes only where a cell needs them. */
export function csvLines(rows: readonly (readonly string[])[], separator = ",", end = "\n"): string {
  const quote = (cell: string) => (/["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join(separator) + end).join("");
}
