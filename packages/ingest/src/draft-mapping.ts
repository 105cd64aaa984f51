import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { allowedTexts } from "./allowed-texts.ts";
import { contractOf, contracts } from "./contracts/catalogue.ts";
import type { Contract, Field } from "./contracts/contract.ts";
import { type HeadRow, headerSearchRows } from "./detect.ts";
import { IngestError } from "./errors.ts";
import type { FileOverride } from "./file-override.ts";
import { normaliseCode } from "./half-width.ts";
import { wantedTables } from "./laid-down.ts";
import { alike, likeness } from "./nearest-header.ts";
import { openDataFile } from "./readers/open-file.ts";
import type { RawTable } from "./readers/raw-table.ts";
import type { SchemeCodes } from "./scheme-codes.ts";

/** A table of a foreign file as one of ours might be meant by it. */
export interface MappingDraft {
  readonly name: string;
  readonly contract: Contract;
  readonly sheet: string;
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly fields: readonly DraftField[];
  /** Headers that no field resembles. */
  readonly unused: readonly string[];
}

/** A field of the kind, and what of the foreign table may fill it. */
export interface DraftField {
  readonly field: Field;
  /** Null when no header resembles it. */
  readonly header: string | null;
  /** The first value of that column. */
  readonly sample: string | null;
  /** Of a field with a list of values: those of the column that it does not know, each with the value it resembles most. */
  readonly strange: readonly { readonly text: string; readonly rows: number; readonly nearest: string | null }[];
  readonly allowed: readonly string[];
}

/** Values of one column that are listed; a column with more is no list of codes. */
const listedValues = 50;

/**
 * Works out what a mapping for a file could say: the kind and header row that fit best, the header that each field resembles most, and the
 * values of coded columns that would have to be named. Of several tables it takes the one that resembles a kind most.
 *
 * @throws {IngestError} F128 when what is laid down does not fit, and whatever reading the file throws
 */
export async function draftMapping(path: string, override: FileOverride, codes: SchemeCodes): Promise<MappingDraft> {
  const temporary = await mkdtemp(join(tmpdir(), "mingchuang-mapping-"));
  const db = await openNodeDatabase(":memory:");
  try {
    const file = { path: basename(path), absolutePath: path, temporaryPath: join(temporary, "decoded.csv") };
    const { wanted } = wantedTables(await openDataFile(db.connection, file, override), override);
    const guess = bestGuess(wanted, override);
    if (!guess) throw new IngestError("F128", `headerRow: ${override.headerRow ?? ""}`);
    return await complete(db, guess, basename(path, extname(path)), codes);
  } finally {
    await db.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

interface Guess {
  readonly table: RawTable;
  readonly contract: Contract;
  readonly headIndex: number;
  /** Field → column. */
  readonly columns: ReadonlyMap<string, number>;
  readonly score: number;
}

function bestGuess(tables: readonly RawTable[], { kind, headerRow }: FileOverride): Guess | null {
  const possible = kind === undefined ? contracts : [contractOf(kind)];
  let best: Guess | null = null;
  for (const table of tables) {
    for (const [headIndex, row] of table.head.slice(0, headerSearchRows).entries()) {
      if (headerRow !== undefined && row.rowNo !== headerRow) continue;
      for (const contract of possible) {
        const { columns, score } = pair(contract, row);
        if (!best || score > best.score) best = { table, contract, headIndex, columns, score };
      }
    }
  }
  return best;
}

/** A row of many names is a header sooner than one of numbers and dates. */
function likelyHeader(cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const values = filled.filter((cell) => /^\s*[\d+-]/.test(cell));
  return filled.length * 0.01 - (values.length / Math.max(1, filled.length)) * 3;
}

/** How much a header resembles a field: English by its words, since letters alone are alike everywhere; anything else by its characters. */
function resemblance(header: string, { header: own, name, aliases = [] }: Field): number {
  if (header.trim() === "") return 0;
  if (/[^ -~]/.test(header)) return likeness(header, [own, ...aliases]);
  const [words, wanted] = [wordsOf(header), wordsOf(name)];
  const shared = (2 * words.filter((word) => wanted.includes(word)).length) / (words.length + wanted.length);
  return shared > alike ? shared : 0;
}

const wordsOf = (text: string) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

/** Pairs fields with columns, the most alike first, each once. */
function pair({ fields }: Contract, { cells }: HeadRow): { readonly columns: ReadonlyMap<string, number>; readonly score: number } {
  const pairs = fields.flatMap((field) =>
    cells.map((cell, column) => ({ name: field.name, column, required: field.required === true, shared: resemblance(cell, field) })),
  );
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  let score = likelyHeader(cells);
  for (const { name, column, required, shared } of pairs.filter((each) => each.shared >= alike).sort((a, b) => b.shared - a.shared)) {
    if (columns.has(name) || taken.has(column)) continue;
    columns.set(name, column);
    taken.add(column);
    score += shared * (required ? 2 : 1);
  }
  return { columns, score };
}

async function complete(
  db: NodeDatabase,
  { table, contract, headIndex, columns }: Guess,
  name: string,
  codes: SchemeCodes,
): Promise<MappingDraft> {
  const row = table.head[headIndex];
  const headers = row?.cells ?? [];
  const { relation } = await table.stage(db.connection, headIndex, "draft", { headers, dateColumns: [] });
  const fields: DraftField[] = [];
  for (const field of contract.fields) {
    const column = columns.get(field.name);
    const allowed = allowedTexts(contract, field.name, codes);
    const values = column === undefined ? [] : await queryValues(db, relation, column);
    const strange = allowed.length === 0 || values.length > listedValues ? [] : values.filter(({ text }) => !isKnown(text, field, allowed));
    fields.push({
      field,
      header: column === undefined ? null : (headers[column] ?? ""),
      sample: values[0]?.text ?? null,
      strange: strange.map((value) => ({ ...value, nearest: mostAlike(value.text, allowed) })),
      allowed,
    });
  }
  const used = new Set(columns.values());
  const unused = headers.filter((header, column) => !used.has(column) && header.trim() !== "");
  return { name, contract, sheet: table.sheet, headerRow: row?.rowNo ?? 0, headers, fields, unused };
}

function queryValues(
  db: NodeDatabase,
  relation: string,
  column: number,
): Promise<readonly { readonly text: string; readonly rows: number }[]> {
  return db.query<{ text: string; rows: number }>(`select c${column}::varchar as text, count(*)::int as rows from ${relation}
    where trim(c${column}::varchar) <> '' group by all order by rows desc, text limit ${listedValues + 1}`);
}

function isKnown(text: string, { values = {} }: Field, allowed: readonly string[]): boolean {
  const known = [...Object.keys(values), ...Object.values(values), ...allowed].map(normaliseCode);
  return known.includes(normaliseCode(text));
}

function mostAlike(text: string, allowed: readonly string[]): string | null {
  const [best] = allowed.map((value) => ({ value, shared: likeness(text, [value]) })).sort((a, b) => b.shared - a.shared);
  return best && best.shared >= alike ? best.value : null;
}
