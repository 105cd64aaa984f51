import { csvText } from "@mingchuang/warehouse/csv-text";

/** Hands a file to the visitor. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveCsv(name: string, header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  saveFile(`${name}.csv`, "text/csv;charset=utf-8", csvText(header, rows));
}
