import { contractOf, contracts } from "./contracts/catalogue.ts";
import type { Contract } from "./contracts/contract.ts";
import { parseSelfScoreHeader } from "./contracts/self-scores.ts";
import { IngestError } from "./errors.ts";
import { normaliseCode } from "./half-width.ts";
import { deepestHeader, type HeaderBlock, type HeadRow, headerBlock } from "./header-block.ts";
import { hasForeignUnit } from "./header-units.ts";
import type { Mapping } from "./mapping.ts";
import type { SelfScoreColumn } from "./self-score-rules.ts";

export type { HeadRow } from "./header-block.ts";

/** How far below the top a header is looked for, in rows that are not blank. */
export const headerSearchRows = 15;

/** What a table is, and which column holds which field. */
export interface Recognised {
  readonly kind: string;
  readonly mapping: Mapping | null;
  /** Index into the head rows: the lowest row of the header. */
  readonly headIndex: number;
  /** A stacked header's texts are joined: `评价情况·满意`. */
  readonly headers: readonly string[];
  /** The texts of each row of the header, by column. */
  readonly levels: readonly (readonly string[])[];
  /** What stands above the header. */
  readonly titles: readonly string[];
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
 * Finds the header and the kind of a table. The header may be stacked over up to three rows. A mapping whose headers are all there goes first.
 *
 * @throws {IngestError} F103 when two kinds fit equally well, F114 when two columns are the same field.
 */
export function recogniseTable(
  head: readonly HeadRow[],
  mappings: readonly Mapping[],
  { kind, headerRow }: Hints = {},
): Recognised | Unrecognised {
  const blocks = Array.from({ length: Math.min(head.length, headerSearchRows) }, (_, index) => blocksAt(head, index))
    .flat()
    .filter(({ lastIndex }) => lastIndex < headerSearchRows)
    .filter(
      ({ lastIndex, levels }) =>
        headerRow === undefined || head.slice(lastIndex + 1 - levels.length, lastIndex + 1).some(({ rowNo }) => rowNo === headerRow),
    );
  for (const block of blocks) {
    const mapping = mappings.find((candidate) => hasHeaders(block, candidate.match));
    if (mapping) return recogniseMapped(mapping, block, head);
  }
  const possible = contracts.filter((contract) => kind === undefined || contract.kind === kind);
  const candidates = blocks.flatMap((block) => possible.map((contract) => matchContract(contract, block)));
  const fitting = candidates.filter((candidate) => candidate.missing.length === 0);
  const best = mostMatched(fitting);
  if (!best) {
    const near = mostMatched(candidates);
    if (!near || near.columns.size === 0) return { nearest: null, matched: 0, hasKeyedRows: false, missing: [] };
    const { contract, columns, block, missing } = near;
    const hasKeyedRows = contract.key.some((name) => columns.has(name)) && block.lastIndex + 1 < head.length;
    return { nearest: contract.title, matched: columns.size, hasKeyedRows, missing };
  }
  const rival = fitting.find((other) => other !== best && other.block === best.block && weight(other) === weight(best));
  if (rival) throw new IngestError("F103", `${best.contract.title}, ${rival.contract.title}`);
  if (best.repeated.length > 0) throw new IngestError("F114", best.repeated.join("、"));
  return finish(best.contract.kind, null, best.block, head, best.columns);
}

/** What a header found somewhere in a sheet is: the kind it fits, or the one it comes near to while required columns are missing. */
export interface FoundHeader {
  readonly kind: string;
  readonly fits: boolean;
  /** How many columns mean something. */
  readonly matched: number;
  /** How many of the rows it takes. */
  readonly depth: number;
  /** Columns that have a text, by position. */
  readonly filled: readonly boolean[];
  /** Which field stands where, to tell a repetition from another table. */
  readonly fields: string;
}

/** The header that begins with the first of these rows, if there is one. */
export function headerAtTop(head: readonly HeadRow[], mappings: readonly Mapping[]): FoundHeader | null {
  const blocks = blocksAt(head, 0);
  for (const block of blocks) {
    const mapping = mappings.find((candidate) => hasHeaders(block, candidate.match));
    if (mapping) return found(mapping.kind, true, block, mapping.match.length, `${mapping.name} ${block.headers.join("|")}`);
  }
  const candidates = blocks.flatMap((block) => contracts.map((contract) => matchContract(contract, block)));
  const best = mostMatched(candidates.filter(({ missing }) => missing.length === 0)) ?? mostMatched(candidates);
  if (!best || best.columns.size === 0) return null;
  const fields = `${best.contract.kind} ${[...best.columns].map(([field, column]) => `${field}@${column}`).join(" ")}`;
  return found(best.contract.kind, best.missing.length === 0, best.block, weight(best), fields);
}

function found(kind: string, fits: boolean, { lastIndex, headers }: HeaderBlock, matched: number, fields: string): FoundHeader {
  return { kind, fits, matched, depth: lastIndex + 1, filled: headers.map((header) => header !== ""), fields };
}

/** Whether a text, as it stands, is a header of some kind: a cheap look before the careful one. */
export function isKnownHeader(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  if (everyHeader.has(text)) return true;
  // of plain letters and digits there is nothing to normalise but their case
  return text.length <= longestHeader && !/^[\w-]+$/.test(text) && everyHeader.has(normaliseCode(text));
}

function blocksAt(head: readonly HeadRow[], index: number): HeaderBlock[] {
  return Array.from({ length: deepestHeader }, (_, depth) => headerBlock(head, index, depth + 1)).filter((block) => block !== null);
}

interface Match {
  readonly contract: Contract;
  readonly block: HeaderBlock;
  readonly columns: ReadonlyMap<string, number>;
  readonly selfScores: number;
  readonly repeated: readonly string[];
  readonly missing: readonly string[];
}

function matchContract(contract: Contract, block: HeaderBlock): Match {
  const claimed = claimedColumns(contract, block);
  const columns = new Map<string, number>();
  const repeated: string[] = [];
  for (const { name } of contract.fields) {
    const found = claimed.get(name);
    const [column] = found ?? [];
    if (!found || column === undefined) continue;
    columns.set(name, column);
    if (found.length > 1) repeated.push(found.map((index) => block.headers[index]).join(" = "));
  }
  const missing = contract.requires.map((need) => [need].flat()).filter((names) => !names.some((name) => columns.has(name)));
  const selfScores = contract.kind === "applications" ? block.headers.filter((header) => parseSelfScoreHeader(header) !== null).length : 0;
  return {
    contract,
    block,
    columns,
    selfScores,
    repeated,
    missing: missing.map((names) => names.map((name) => headerOf(contract, name)).join("/")),
  };
}

/** A field under one spelling: by its own header or name, or by an alias. */
interface Claim {
  readonly field: string;
  readonly own: boolean;
}

const claimsByContract = new Map<Contract, ReadonlyMap<string, Claim>>(contracts.map((contract) => [contract, claimsBySpelling(contract)]));
const everyHeader = new Set([...claimsByContract.values()].flatMap((claims) => [...claims.keys()]));
const longestHeader = 16;

function claimsBySpelling({ fields }: Contract): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const { name, header, aliases = [] } of fields) {
    for (const spelling of aliases) claims.set(normaliseCode(spelling), { field: name, own: false });
    for (const spelling of [header, name]) claims.set(normaliseCode(spelling), { field: name, own: true });
  }
  return claims;
}

/** The field that a column claims: by all of its texts joined where that is a header, else by the lowest. */
function claimOf(claims: ReadonlyMap<string, Claim>, groups: readonly (readonly string[])[]): Claim | undefined {
  for (const group of groups) {
    for (const spelling of group) {
      const claim = claims.get(spelling);
      if (claim) return claim;
    }
  }
  return undefined;
}

/** The columns that carry each field: by its own header or name, else by any of its aliases. */
function claimedColumns(contract: Contract, { spellings, headers }: HeaderBlock): ReadonlyMap<string, readonly number[]> {
  const claims = claimsByContract.get(contract);
  const own = new Map<string, number[]>();
  const byAlias = new Map<string, number[]>();
  spellings.forEach((groups, column) => {
    const claim = claims && claimOf(claims, groups);
    const field = contract.fields.find(({ name }) => name === claim?.field);
    if (!claim || !field || hasForeignUnit(headers[column] ?? "", field)) return;
    const among = claim.own ? own : byAlias;
    among.set(claim.field, [...(among.get(claim.field) ?? []), column]);
  });
  return new Map([...byAlias, ...own]);
}

const weight = ({ columns, selfScores }: Match) => columns.size + selfScores;

function mostMatched(matches: readonly Match[]): Match | undefined {
  return matches.reduce<Match | undefined>((best, match) => (best && !isBetter(match, best) ? best : match), undefined);
}

/** Among equals no field twice, then a header of fewer rows (a title above it is none of them), then the one further up. */
function isBetter(match: Match, best: Match): boolean {
  const measures = [
    weight(match) - weight(best),
    best.repeated.length - match.repeated.length,
    best.block.levels.length - match.block.levels.length,
  ];
  return (measures.find((difference) => difference !== 0) ?? 0) > 0;
}

function headerOf(contract: Contract, name: string): string {
  return contract.fields.find((field) => field.name === name)?.header ?? name;
}

function hasHeaders({ spellings }: HeaderBlock, headers: readonly string[]): boolean {
  return headers.every((header) => columnNamed(spellings, header) >= 0);
}

function columnNamed(spellings: HeaderBlock["spellings"], header: string): number {
  const wanted = normaliseCode(header).replace(/^\*|\*$/g, "");
  return spellings.findIndex((groups) => groups.some(([whole]) => whole === wanted));
}

function recogniseMapped(mapping: Mapping, block: HeaderBlock, head: readonly HeadRow[]): Recognised {
  const columns = new Map<string, number>();
  for (const [field, header] of Object.entries(mapping.columns)) {
    const column = columnNamed(block.spellings, header);
    if (column < 0) throw new IngestError("F124", `${mapping.name}: ${header}`);
    columns.set(field, column);
  }
  return finish(mapping.kind, mapping, block, head, columns);
}

function finish(
  kind: string,
  mapping: Mapping | null,
  { lastIndex, headers, levels }: HeaderBlock,
  head: readonly HeadRow[],
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
  const above = head.slice(0, lastIndex + 1 - levels.length);
  const titles = above.flatMap(({ cells }) => {
    const [text, ...others] = cells.filter((cell) => cell.trim() !== "");
    return text !== undefined && others.length === 0 ? [text] : [];
  });
  return { kind, mapping, headIndex: lastIndex, headers, levels, titles, columns, selfScores, ignored, absent };
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
