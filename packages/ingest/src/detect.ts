import { contractOf, contracts } from "./contracts/catalogue.ts";
import type { Contract, Field } from "./contracts/contract.ts";
import { parseSelfScoreHeader } from "./contracts/self-scores.ts";
import { IngestError } from "./errors.ts";
import { normaliseCode } from "./half-width.ts";
import type { Mapping } from "./mapping.ts";
import type { SelfScoreColumn } from "./self-score-rules.ts";

/** One of the first rows of a table, as text; `rowNo` counts from 1 as the user's program shows it. */
export interface HeadRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
}

/** How far below the top a header is looked for, in rows that are not blank. */
export const headerSearchRows = 15;

/** What a table is, and which column holds which field. */
export interface Recognised {
  readonly kind: string;
  readonly mapping: Mapping | null;
  /** Index into the head rows. */
  readonly headIndex: number;
  readonly headers: readonly string[];
  /** Field name → column index. */
  readonly columns: ReadonlyMap<string, number>;
  readonly selfScores: readonly SelfScoreColumn[];
  /** Headers that mean nothing here. */
  readonly ignored: readonly string[];
  /** Headers of the kind's fields that the table lacks. */
  readonly absent: readonly string[];
}

/** The kind that came nearest to an unrecognised table, and the headers it would still need. */
export interface Unrecognised {
  readonly nearest: string | null;
  readonly matched: number;
  /** Whether a column that identifies rows is among those matched, with rows below it. */
  readonly hasKeyedRows: boolean;
  readonly missing: readonly string[];
}

/** What somebody laid down of a table, so that it need not be found out. */
export interface Hints {
  readonly kind?: string | undefined;
  /** `rowNo` of the header. */
  readonly headerRow?: number | undefined;
}

/**
 * Finds the header row and the kind of a table. A mapping whose headers are all there goes first.
 *
 * @throws {IngestError} F103 when two kinds fit equally well, F114 when two columns are the same field.
 */
export function recogniseTable(
  head: readonly HeadRow[],
  mappings: readonly Mapping[],
  { kind, headerRow }: Hints = {},
): Recognised | Unrecognised {
  const rows = [...head.slice(0, headerSearchRows).entries()].filter(([, { rowNo }]) => headerRow === undefined || rowNo === headerRow);
  for (const [headIndex, row] of rows) {
    const mapping = mappings.find((candidate) => hasHeaders(row, candidate.match));
    if (mapping) return recogniseMapped(mapping, row, headIndex);
  }
  const possible = contracts.filter((contract) => kind === undefined || contract.kind === kind);
  const candidates = rows.flatMap(([headIndex, row]) => possible.map((contract) => matchContract(contract, row, headIndex)));
  const fitting = candidates.filter((candidate) => candidate.missing.length === 0);
  const best = mostMatched(fitting);
  if (!best) {
    const near = mostMatched(candidates);
    if (!near || near.columns.size === 0) return { nearest: null, matched: 0, hasKeyedRows: false, missing: [] };
    const { contract, columns, headIndex, missing } = near;
    const hasKeyedRows = contract.key.some((name) => columns.has(name)) && headIndex + 1 < head.length;
    return { nearest: contract.title, matched: columns.size, hasKeyedRows, missing };
  }
  const rival = fitting.find((other) => other !== best && other.headIndex === best.headIndex && other.columns.size === best.columns.size);
  if (rival) throw new IngestError("F103", `${best.contract.title}, ${rival.contract.title}`);
  if (best.repeated.length > 0) throw new IngestError("F114", best.repeated.join("、"));
  return { ...finish(best.contract.kind, null, best.headIndex, best.headers, best.columns) };
}

interface Match {
  readonly contract: Contract;
  readonly headIndex: number;
  readonly headers: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
  readonly repeated: readonly string[];
  readonly missing: readonly string[];
}

function matchContract(contract: Contract, row: HeadRow, headIndex: number): Match {
  const keys = row.cells.map(headerKey);
  const columns = new Map<string, number>();
  const repeated: string[] = [];
  for (const field of contract.fields) {
    const found = columnsOf(field, keys);
    const [column] = found;
    if (column !== undefined) columns.set(field.name, column);
    if (found.length > 1) repeated.push(found.map((index) => row.cells[index]).join(" = "));
  }
  const missing = contract.requires.map((need) => [need].flat()).filter((names) => !names.some((name) => columns.has(name)));
  return {
    contract,
    headIndex,
    headers: row.cells,
    columns,
    repeated,
    missing: missing.map((names) => names.map((name) => headerOf(contract, name)).join("/")),
  };
}

/** The columns that carry a field: by its own header or name, else by its first alias that is there. */
function columnsOf(field: Field, keys: readonly (readonly string[])[]): number[] {
  const withHeader = (accepted: readonly string[]) => {
    const wanted = accepted.map(normaliseCode);
    return keys.flatMap((key, index) => (key.some((spelling) => wanted.includes(spelling)) ? [index] : []));
  };
  const own = withHeader([field.header, field.name]);
  return own.length > 0 ? own : withHeader(field.aliases ?? []);
}

/** The spellings under which a header is looked up: as it stands, and without a unit in brackets or a star. */
function headerKey(header: string): string[] {
  const whole = normaliseCode(header).replace(/^\*|\*$/g, "");
  const bare = whole.replace(/[(（][^()（）]*[)）]$/u, "");
  return bare === whole || bare === "" ? [whole] : [whole, bare];
}

function mostMatched(matches: readonly Match[]): Match | undefined {
  return matches.reduce<Match | undefined>((best, match) => (best && best.columns.size >= match.columns.size ? best : match), undefined);
}

function headerOf(contract: Contract, name: string): string {
  return contract.fields.find((field) => field.name === name)?.header ?? name;
}

function hasHeaders(row: HeadRow, headers: readonly string[]): boolean {
  const present = new Set(row.cells.map(normaliseCode));
  return headers.every((header) => present.has(normaliseCode(header)));
}

function recogniseMapped(mapping: Mapping, row: HeadRow, headIndex: number): Recognised {
  const present = row.cells.map(normaliseCode);
  const columns = new Map<string, number>();
  for (const [field, header] of Object.entries(mapping.columns)) {
    const column = present.indexOf(normaliseCode(header));
    if (column < 0) throw new IngestError("F124", `${mapping.name}: ${header}`);
    columns.set(field, column);
  }
  return finish(mapping.kind, mapping, headIndex, row.cells, columns);
}

function finish(
  kind: string,
  mapping: Mapping | null,
  headIndex: number,
  headers: readonly string[],
  columns: ReadonlyMap<string, number>,
): Recognised {
  const used = new Set(columns.values());
  const selfScores: SelfScoreColumn[] = [];
  const ignored: string[] = [];
  headers.forEach((header, column) => {
    if (used.has(column) || header.trim() === "") return;
    const itemText = kind === "applications" ? parseSelfScoreHeader(header) : null;
    if (itemText === null) ignored.push(header.trim());
    else selfScores.push({ column, header: header.trim(), itemText });
  });
  const isGiven = (name: string) => columns.has(name) || mapping?.constants[name] !== undefined;
  const absent = contractOf(kind).fields.flatMap(({ name, header }) => (isGiven(name) ? [] : [header]));
  return { kind, mapping, headIndex, headers, columns, selfScores, ignored, absent };
}

/**
 * Makes sure that every required field has a column, a constant or a default.
 *
 * @throws {IngestError} F117 for a missing year, F124 for any other column.
 */
export function requireColumns({ kind, columns, mapping }: Recognised, defaultYear: number | null): void {
  const contract = contractOf(kind);
  const absent = contract.fields.filter(
    (field) => field.required && !columns.has(field.name) && mapping?.constants[field.name] === undefined,
  );
  const missing = absent.filter((field) => !field.defaultsToYear);
  if (missing.length > 0) throw new IngestError("F124", `${contract.title}: ${missing.map((field) => field.header).join("、")}`);
  if (absent.length > 0 && defaultYear === null)
    throw new IngestError("F117", `${contract.title}: ${absent.map((field) => field.header).join("、")}`);
}
