/** Columns a terminal takes up: Chinese characters and full-width signs are two wide. */
export function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1),
    0,
  );
}

/** Rows in aligned columns: the first one to the left, numbers to the right, other text to the left. */
export function textTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = header.map((name, column) => Math.max(displayWidth(name), ...rows.map((row) => displayWidth(String(row[column] ?? "")))));
  const isNumber = header.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number"));
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, column) => {
        const padding = " ".repeat((widths[column] ?? 0) - displayWidth(String(cell)));
        return isNumber[column] ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd();
  return [header, ...rows].map(line).join("\n");
}
