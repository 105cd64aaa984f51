import { BIGINT, type DuckDBConnection, DuckDBDataChunk, INTEGER } from "@duckdb/node-api";
import { WarehouseError } from "@mingchuang/warehouse/errors";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { contractOf } from "./contracts/catalogue.ts";
import { checklists } from "./contracts/checklists.ts";
import type { Contract } from "./contracts/contract.ts";
import { indicators } from "./contracts/indicators.ts";
import { titleEvents } from "./contracts/title-events.ts";
import type { Recognised } from "./detect.ts";
import { IngestError } from "./errors.ts";
import { normaliseCode } from "./half-width.ts";
import type { LineSteps, MalformedRecord, Notice, RawTable, RowUnit, StagedTable, TableShape } from "./readers/raw-table.ts";
import { itemsByName, type SchemeCodes } from "./scheme-codes.ts";
import { withKnownNames } from "./scheme-names.ts";
import { scoresUnder } from "./score-rules.ts";
import { applicationsWith, type SelfScoreColumn, selfScoreField } from "./self-score-rules.ts";
import { checkedQuery } from "./validate.ts";
import { windowsUnder } from "./window-rules.ts";

/** A table whose rows have been read and checked; `view` shows them with their row numbers, not yet stored. */
export interface CheckedTable {
  readonly part: number;
  readonly sheet: string;
  readonly unit: RowUnit;
  /** How the rows' lineage names the sheet: its name, with the first column added where tables of one kind stand side by side. */
  readonly label: string;
  readonly headerRow: number;
  readonly recognised: Recognised;
  readonly contract: Contract;
  /** Rows of `checked_<part>` with `n` (place in the table) and `row_no`. */
  readonly view: string;
  /** Whether the view reads the file itself, each time that it is asked. */
  readonly isLazy: boolean;
  readonly malformed: readonly MalformedRecord[];
  /** How many rows the view has, blank ones among them. */
  readonly expectedRows: number;
  readonly notices: readonly Notice[];
  readonly place: (column: number) => string;
  /** The rows as they were handed in once more, each with its number (`row_no`): a relation, which may be a temporary table of that name. */
  readonly stageAgain: (name: string) => Promise<string>;
  /** Self-score columns whose item no rubric knows. */
  readonly unknownItems: readonly SelfScoreColumn[];
}

export interface CheckOptions {
  readonly codes: SchemeCodes;
  readonly defaultYear: number | null;
}

/**
 * Reads what is below a table's header and checks every row. The fast reader's result is taken only if it has exactly as many rows as
 * the file has records; otherwise the table is read again record by record.
 */
export async function checkTable(
  db: NodeDatabase,
  table: RawTable,
  recognised: Recognised,
  label: string,
  part: number,
  { codes, defaultYear }: CheckOptions,
): Promise<CheckedTable> {
  const { headIndex, headers } = recognised;
  const contract = contractUnder(recognised, codes);
  const columns = new Map([
    ...recognised.columns,
    ...recognised.selfScores.map(({ column }, index) => [selfScoreField(index), column] as const),
  ]);
  const place = (column: number) => table.place(column, headers);
  const name = `checked_${part}`;
  const shape = shapeOf(contract, headers, columns);

  const check = async (staged: StagedTable): Promise<number> => {
    requireCells(staged, columns, headers);
    const query = checkedQuery({
      contract,
      relation: staged.relation,
      hasRowNo: staged.lines === null,
      types: staged.types ?? null,
      hasNested: staged.hasNested ?? false,
      placed: staged.placed ?? false,
      headers,
      levels: recognised.levels,
      titles: recognised.titles,
      columns,
      mapping: recognised.mapping,
      defaultYear,
      place,
    });
    if (isLazy(staged, contract)) {
      await db.execute(`create or replace temp view lazy_${part} as ${query}`);
      return staged.expectedRows;
    }
    const read = () => db.execute(`create or replace temp table ${name} as ${query}`);
    await (staged.expectedRows <= fewRows ? withLittlePlanning(db, read) : read());
    return countRows(db, name);
  };

  const fast = await fastAttempt(table, headIndex, check);
  const staged = fast ?? (await table.stage(db.connection, headIndex, `staged_${part}`, shape));
  if (!fast) {
    const rows = await check(staged);
    if (rows !== staged.expectedRows) throw new Error(`${rows} rows checked of ${staged.expectedRows} read`);
    await db.execute(`drop table if exists staged_${part}`);
  }
  const view = `numbered_${part}`;
  if (isLazy(staged, contract)) await db.execute(`create or replace temp view ${view} as select row_no::bigint as n, * from lazy_${part}`);
  else await numberRows(db, name, view, part, staged.lines);
  return {
    part,
    sheet: table.sheet,
    unit: table.unit,
    label,
    headerRow: table.head[headIndex]?.rowNo ?? 0,
    recognised,
    contract,
    view,
    isLazy: isLazy(staged, contract),
    malformed: staged.malformed,
    expectedRows: staged.expectedRows,
    notices: staged.notices ?? [],
    place,
    stageAgain: async (again) => (await table.stage(db.connection, headIndex, again, shape)).relation,
    unknownItems: unknownItems(recognised, codes),
  };
}

/** Events that lie in the file as typed values are checked on their way into segments, not kept a second time before. */
function isLazy({ types }: StagedTable, { isEvents }: Contract): boolean {
  return isEvents === true && types !== undefined;
}

/** @throws {IngestError} F152 when a column that a field is read from holds values that are no cells */
function requireCells({ types }: StagedTable, columns: ReadonlyMap<string, number>, headers: readonly string[]): void {
  const nested = [...columns.values()].filter((column) => types?.[column] === null).map((column) => headers[column]);
  if (nested.length > 0) throw new IngestError("F152", nested.join("、"));
}

function shapeOf({ fields }: Contract, headers: readonly string[], columns: ReadonlyMap<string, number>): TableShape {
  const dated = fields.filter(({ type }) => type === "date" || type === "timestamp" || type === "month");
  return { headers, dateColumns: dated.flatMap(({ name }) => columns.get(name) ?? []) };
}

function unknownItems({ selfScores }: Recognised, codes: SchemeCodes): SelfScoreColumn[] {
  const known = new Set([...itemsByName(codes).keys()].map((name) => name.slice(name.lastIndexOf("|") + 1)));
  return selfScores.filter(({ itemText }) => !known.has(normaliseCode(itemText)));
}

function contractUnder({ kind, selfScores }: Recognised, codes: SchemeCodes): Contract {
  if (kind === "scores") return scoresUnder(codes);
  if (kind === "applications") return applicationsWith(selfScores, codes);
  return named[kind]?.(codes) ?? contractOf(kind);
}

/** Kinds with fields that hold names of the schemes. */
const named: Readonly<Record<string, (codes: SchemeCodes) => Contract>> = {
  windows: windowsUnder,
  indicators: (codes) => withKnownNames(indicators, "metric", "metric", codes),
  checklists: (codes) => withKnownNames(checklists, "point", "point", codes),
  title_events: (codes) => withKnownNames(titleEvents, "event", "event", codes),
};

/** Null when the engine refuses the file or counts other rows than the scan did. */
async function fastAttempt(
  table: RawTable,
  headIndex: number,
  check: (staged: StagedTable) => Promise<number>,
): Promise<StagedTable | null> {
  const staged = await table.stageFast?.(headIndex);
  if (!staged) return null;
  try {
    return (await check(staged)) === staged.expectedRows ? staged : null;
  } catch (cause) {
    if (isCsvRefusal(cause)) return null;
    throw cause;
  }
}

function isCsvRefusal(cause: unknown): boolean {
  return cause instanceof WarehouseError && cause.detail.startsWith("Invalid Input Error");
}

/** So few rows are read sooner than the engine has found out which parts of a query it need not work out twice. */
const fewRows = 20_000;

async function withLittlePlanning(db: NodeDatabase, work: () => Promise<void>): Promise<void> {
  await db.execute("set disabled_optimizers = 'common_subexpressions,statistics_propagation'");
  try {
    await work();
  } finally {
    await db.execute("reset disabled_optimizers");
  }
}

async function countRows(db: NodeDatabase, table: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(`select count(*) as n from ${table}`);
  return row?.n ?? 0;
}

/** Gives each row its place and its line; most files need no more than an offset. */
async function numberRows(db: NodeDatabase, table: string, view: string, part: number, lines: LineSteps | null): Promise<void> {
  const [firstOffset = 1] = lines?.offsets ?? [];
  if (lines === null) {
    await db.execute(`create or replace temp view ${view} as select rowid as n, * from ${table}`);
  } else if (lines.offsets.length <= 1) {
    await db.execute(`create or replace temp view ${view} as select rowid as n, (rowid + ${firstOffset})::int as row_no, * from ${table}`);
  } else {
    await stageSteps(db.connection, `line_step_${part}`, lines);
    await db.execute(`create or replace temp view ${view} as
      select numbered.n, (numbered.n + step.line_offset)::int as row_no, numbered.* exclude (n)
      from (select rowid as n, * from ${table}) numbered asof join line_step_${part} step on numbered.n >= step.record`);
  }
}

async function stageSteps(connection: DuckDBConnection, name: string, { records, offsets }: LineSteps): Promise<void> {
  await connection.run(`create or replace temp table ${name} (record bigint, line_offset integer)`);
  const appender = await connection.createAppender(name, "main", "temp");
  for (let from = 0; from < records.length; from += 2048) {
    const part = records.slice(from, from + 2048);
    const chunk = DuckDBDataChunk.create([BIGINT, INTEGER], part.length);
    chunk.setColumns([part.map(BigInt), offsets.slice(from, from + 2048)]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
