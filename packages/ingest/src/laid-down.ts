import { type Recognised, recogniseTable, type Unrecognised } from "./detect.ts";
import { IngestError } from "./errors.ts";
import type { FileOverride } from "./file-override.ts";
import { normaliseCode } from "./half-width.ts";
import type { Mapping } from "./mapping.ts";
import type { RawTable, ReadFile } from "./readers/raw-table.ts";

/**
 * The tables of a file that are wanted, and those that were laid down not to be.
 *
 * @throws {IngestError} F128 when one that is wanted is not there, or hidden
 */
export function wantedTables(
  { tables }: ReadFile,
  { sheet }: FileOverride,
): { readonly wanted: readonly RawTable[]; readonly others: readonly RawTable[] } {
  if (sheet === undefined) return { wanted: tables, others: [] };
  const missing = sheet.filter((name) => !tables.some((table) => table.sheet === name));
  if (missing.length > 0) throw misfit("sheet", missing.join("、"), tables.map((table) => table.sheet).join("、"));
  return { wanted: tables.filter((table) => sheet.includes(table.sheet)), others: tables.filter((table) => !sheet.includes(table.sheet)) };
}

/**
 * Recognises a table, held to what is laid down for its file.
 *
 * @throws {IngestError} F128 when that does not fit, and what `recogniseTable` throws
 */
export function recogniseUnder(table: RawTable, mappings: readonly Mapping[], override: FileOverride): Recognised | Unrecognised {
  const { kind, headerRow, mapping: name } = override;
  const ofSheet = mappings.filter(({ sheets }) => sheets === undefined || sheets.includes(table.sheet));
  if (headerRow !== undefined && !table.head.some(({ rowNo }) => rowNo === headerRow)) throw misfit("headerRow", String(headerRow));
  if (name !== undefined) {
    const mapping = mappings.find((each) => each.name === name);
    if (!mapping) throw misfit("mapping", name, mappings.map((each) => each.name).join("、"));
    if (kind !== undefined && kind !== mapping.kind) throw misfit("kind", `${kind} ≠ ${mapping.kind} (${name})`);
    const forced = { ...mapping, match: Object.values(mapping.columns) };
    const found = recogniseTable(table.head, [forced], { headerRow });
    if ("kind" in found && found.mapping) return { ...found, mapping };
    throw misfit("mapping", `${name}: ${missingHeaders(table, mapping).join("、")}`);
  }
  const possible = ofSheet.filter((each) => kind === undefined || each.kind === kind);
  const found = recogniseTable(table.head, possible, { kind, headerRow });
  if ("kind" in found || (kind === undefined && headerRow === undefined)) return found;
  throw misfit(kind === undefined ? "headerRow" : "kind", kind ?? String(headerRow), found.missing.join("、"));
}

/** The headers of a mapping that the row which has most of them lacks. */
function missingHeaders({ head }: RawTable, { columns }: Mapping): string[] {
  const missing = head.map(({ cells }) => {
    const present = new Set(cells.map(normaliseCode));
    return Object.values(columns).filter((header) => !present.has(normaliseCode(header)));
  });
  return missing.reduce((least, each) => (each.length < least.length ? each : least), Object.values(columns));
}

const misfit = (setting: keyof FileOverride, value: string, also = "") =>
  new IngestError("F128", `${setting}: ${value}${also === "" ? "" : ` (${also})`}`);
