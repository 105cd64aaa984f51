import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { type CheckedTable, type CheckOptions, checkTable } from "./check-table.ts";
import { headerSearchRows, type Recognised, recogniseTable, requireColumns, type Unrecognised } from "./detect.ts";
import { IngestError, type IngestErrorCode } from "./errors.ts";
import { type EventTime, type LedgerEvent, recordEvents } from "./events.ts";
import { type FileOverride, mappingPrint, overrideText } from "./file-override.ts";
import { fingerprint, isFileFault } from "./folder.ts";
import type { Form } from "./forms/form.ts";
import { formTables } from "./forms/form-tables.ts";
import { recogniseForm } from "./forms/recognise-form.ts";
import { readRegister } from "./forms/subject-register.ts";
import { inTransaction } from "./in-transaction.ts";
import { recogniseUnder, wantedTables } from "./laid-down.ts";
import type { Mapping } from "./mapping.ts";
import { noteOfOwnSheet } from "./own-sheets.ts";
import { countTable, storeProblems } from "./quarantine.ts";
import { recordColumns } from "./read-columns.ts";
import { openDataFile } from "./readers/open-file.ts";
import { parquetFault } from "./readers/parquet.ts";
import type { RawTable, ReadFile } from "./readers/raw-table.ts";
import { type StagedEvents, stageSegments } from "./segments/stage-segments.ts";
import { storeSegments } from "./segments/store-segments.ts";
import { settleRepeats, storeRows } from "./settle.ts";
import { countEvents, settleStore } from "./settle-store.ts";

/** A file about to be loaded. `fileId` is its own in the store, `seq` its place in the order of loading. */
export interface FileToLoad {
  readonly fileId: string;
  readonly seq: number;
  readonly path: string;
  readonly absolutePath: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Where a decoded copy may be written. */
  readonly temporaryPath: string;
  /** What is laid down for it, if anything. */
  readonly override: FileOverride | null;
}

/** What may be taken in: tables alone; lists of nominees too, which name who is in the registers; every form, which says more than a list. */
export type LoadPhase = "tables" | "lists" | "forms";

export interface LoadOptions extends CheckOptions {
  readonly phase: LoadPhase;
  /** How many names on its forms were not found when this content was loaded; it is taken in again only if they are fewer now. */
  readonly unresolvedBefore?: number;
  readonly mappings: readonly Mapping[];
  /** Read once for each file that changes the store. */
  readonly at: EventTime;
  /** Where the segments of events are kept. */
  readonly segmentFolder: string;
}

interface FileRecord {
  readonly format: string;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly mapping: Mapping | null;
  readonly state: "loaded" | "refused";
  readonly errorCode: IngestErrorCode | null;
  readonly errorDetail: string | null;
}

interface TableRecord {
  readonly sheet: string;
  readonly kind: string | null;
  readonly headerRow: number | null;
  readonly rowsIn: number;
  readonly rejected: number;
  readonly note: IngestErrorCode | null;
  readonly ignored: readonly string[];
  readonly absent: readonly string[];
}

/** The engine's time grows with the square of the columns; no kind has more than some dozens. */
const mostColumns = 2000;

/** A sheet with this many known headers is data with a fault, not a page of notes; fewer suffice when one of them identifies rows. */
const headersOfData = 3;
const headersOfKeyedData = 2;

/**
 * Loads one file in one transaction, or records why it was refused (unless `knownRefusal` says that the store knows). Afterwards rows in = accepted + rejected + superseded holds for it.
 *
 * @throws {Error} when that account does not come out, which is a fault of the software; nothing of the file is then stored.
 */
export async function loadFile(
  db: NodeDatabase,
  file: FileToLoad,
  options: LoadOptions,
  knownRefusal: string | null,
): Promise<"loaded" | "refused" | "unchanged" | "waiting"> {
  const outcome = await readAndCheck(db, file, options).catch(async (cause: unknown) => {
    if (cause instanceof IngestError || cause instanceof FormsWait) return cause;
    if (isFileFault(cause)) return new IngestError("F101", cause instanceof Error ? cause.message : String(cause), cause);
    // A file that went away or changed under the engine's hands makes it fail in its own words.
    const changed = await requireUnchanged(file).catch((fault: unknown) => fault);
    if (changed instanceof IngestError) return changed;
    if (isFileFault(changed)) return new IngestError("F101", changed instanceof Error ? changed.message : String(changed), cause);
    const damaged = file.path.toLowerCase().endsWith(".parquet") ? parquetFault(cause) : null;
    if (damaged) return damaged;
    throw cause;
  });
  if (outcome instanceof FormsWait) return "waiting";
  if (
    options.unresolvedBefore !== undefined &&
    (outcome instanceof IngestError || (await countUnresolved(db, outcome)) >= options.unresolvedBefore)
  ) {
    if (!(outcome instanceof IngestError)) await dropChecked(db, outcome.tables);
    return "unchanged";
  }
  if (outcome instanceof IngestError && outcome.code === knownRefusal) return "unchanged";
  await inTransaction(db, async () => {
    const others = outcome instanceof IngestError ? await recordRefusal(db, file, outcome) : await storeFile(db, file, outcome, options);
    const action = outcome instanceof IngestError ? "refused" : "loaded";
    await recordEvents(db, options.at(), [{ action, fileId: file.fileId, rows: null, byFileId: null }, ...others]);
  });
  if (outcome instanceof IngestError) return "refused";
  await dropChecked(db, outcome.tables);
  return "loaded";
}

/** How many rows of a file's forms name somebody who is not to be found, or is not taken in since an application is there. */
async function countUnresolved(db: NodeDatabase, { tables }: CheckedFile): Promise<number> {
  let count = 0;
  for (const { view, unit, notices } of tables) {
    if (unit !== "cell") continue;
    const [row] = await db.query<{ n: number }>(
      `select count(*) as n from ${view} where len(list_filter(problems, lambda problem: problem.code in ('D256', 'D257'))) > 0`,
    );
    count += (row?.n ?? 0) + notices.filter(({ code }) => code === "F138").length;
  }
  return count;
}

interface CheckedFile {
  readonly read: ReadFile;
  readonly tables: readonly CheckedTable[];
  readonly skipped: readonly TableRecord[];
  readonly events: StagedEvents | null;
}

/** A file with forms, which name their subjects: it is read once all registers of the load are there. */
class FormsWait extends Error {}

async function readAndCheck(db: NodeDatabase, file: FileToLoad, options: LoadOptions): Promise<CheckedFile> {
  const read = await openDataFile(db.connection, file, file.override ?? {});
  const { recognised, skipped, forms } = recogniseTables(read, options, file.override ?? {});
  const isListAlone = forms.every(({ type }) => type === "recommendation");
  if (forms.length > 0 && (options.phase === "tables" || (options.phase === "lists" && !isListAlone))) throw new FormsWait();
  const tables: CheckedTable[] = [];
  const labels = lineageLabels(recognised);
  for (const [part, { table, as }] of recognised.entries()) {
    tables.push(await checkTable(db, table, as, labels[part] ?? table.sheet, part, options));
  }
  if (forms.length > 0) {
    const register = await readRegister(db, file.path, tables);
    for (const table of formTables(forms, { register, codes: options.codes, defaultYear: options.defaultYear })) {
      const as = recogniseTable(table.head, []);
      if (!("kind" in as)) throw new Error(`a table from a form is not recognised: ${table.head[0]?.cells.join("、")}`);
      tables.push(await checkTable(db, table, as, table.sheet, tables.length, options));
    }
  }
  // what was read whole is looked at once more while the engine writes what was in it; a file that the engine still reads, afterwards
  const unchanged = tables.some(({ isLazy }) => isLazy) ? null : requireUnchanged(file);
  unchanged?.catch(() => {}); // whatever it says is heard below
  const events = await stageEvents(db, tables, file, options);
  await (unchanged ?? requireUnchanged(file));
  return { read, tables, skipped, events };
}

async function stageEvents(db: NodeDatabase, tables: readonly CheckedTable[], { fileId }: FileToLoad, { segmentFolder }: LoadOptions) {
  const ofEvents = tables.filter(({ contract }) => contract.isEvents);
  return ofEvents.length === 0 ? null : stageSegments(db, ofEvents, fileId, segmentFolder);
}

/** By its content once more: a time of modification can stay as it was, on shares and memory cards in particular. */
async function requireUnchanged({ absolutePath, path, sha256 }: FileToLoad): Promise<void> {
  if ((await fingerprint(absolutePath)).sha256 !== sha256) throw new IngestError("F112", path);
}

function recogniseTables(read: ReadFile, { mappings, defaultYear }: LoadOptions, override: FileOverride) {
  const recognised: { table: RawTable; as: Recognised }[] = [];
  const unknown: { table: RawTable; nearest: Unrecognised }[] = [];
  const forms: Form[] = [];
  const own = new Map(
    read.tables.flatMap(({ sheet, head }) => {
      const note = noteOfOwnSheet(head[0]?.cells[0]);
      return note === null ? [] : [[sheet, note] as const];
    }),
  );
  const { wanted, others } = wantedTables(read, override);
  for (const whole of wanted.filter(({ sheet }) => !own.has(sheet))) {
    const parts = dividedTables(whole, mappings, override).filter(({ head }) => head.length > 0);
    const found = parts.map((table) => ({ table, as: recogniseUnder(table, mappings, override) }));
    const known = found.flatMap(({ table, as }) => ("kind" in as ? [{ table, as }] : []));
    const form = known.length === 0 && whole.grid ? recogniseForm(whole.grid()) : null;
    if (form) forms.push(form);
    else unknown.push(...found.flatMap(({ table, as }) => ("kind" in as ? [] : [{ table, nearest: as }])));
    for (const { as } of known) {
      if (as.headers.length > mostColumns) throw new IngestError("F165", `${as.headers.length} 列 / columns`);
      requireColumns(as, defaultYear);
    }
    recognised.push(...known);
  }
  const isFaultyData = ({ table, nearest: { matched, hasKeyedRows } }: (typeof unknown)[number]) =>
    table.lateHeader !== undefined || matched >= (hasKeyedRows ? headersOfKeyedData : headersOfData);
  const faulty = recognised.length + forms.length > 0 ? unknown.filter(isFaultyData) : unknown;
  if (faulty.length > 0) throw new IngestError("F102", faulty.map(describeUnknown).join("; "));
  if (recognised.length + forms.length === 0) throw new IngestError("F110", "");
  const skipped = [
    ...[...own].map(([sheet, note]) => skippedSheet(sheet, filledRows(read, sheet), note)),
    ...unknown.map(({ table }) => skippedSheet(table.sheet, table.filledRows ?? 0, "F121")),
    ...read.hiddenSheets.map(({ sheet, filledRows }) => skippedSheet(sheet, filledRows, "F122")),
    ...others.filter(({ sheet }) => !own.has(sheet)).map(({ sheet, filledRows }) => skippedSheet(sheet, filledRows ?? 0, "F131")),
  ];
  return { recognised, skipped, forms };
}

/** The tables of a sheet. A sheet of which somebody laid down what it is stays one table. */
function dividedTables(whole: RawTable, mappings: readonly Mapping[], { kind, headerRow, mapping }: FileOverride): readonly RawTable[] {
  const isLaidDown = kind !== undefined || headerRow !== undefined || mapping !== undefined;
  return isLaidDown ? [whole] : (whole.divide?.(mappings) ?? [whole]);
}

function filledRows({ tables }: ReadFile, sheet: string): number {
  return tables.reduce((sum, table) => sum + (table.sheet === sheet ? (table.filledRows ?? 0) : 0), 0);
}

/** Where two tables of one kind stand side by side, a row's number does not tell them apart: the one on the right is named with its column. */
function lineageLabels(recognised: readonly { readonly table: RawTable; readonly as: Recognised }[]): string[] {
  return recognised.map(({ table, as }, index) => {
    const hasLeft = recognised.slice(0, index).some((other) => {
      return other.as.kind === as.kind && other.table.sheet === table.sheet && other.table.beside !== table.beside;
    });
    return hasLeft && table.beside !== undefined ? `${table.sheet}·${table.beside}列起` : table.sheet;
  });
}

function describeUnknown({ table, nearest }: { table: RawTable; nearest: Unrecognised }): string {
  const where = table.sheet === "" ? "" : `${table.sheet}: `;
  if (table.lateHeader !== undefined) {
    const { lateHeader } = table;
    return `${where}表头在第 ${lateHeader} 行，前面多于 ${headerSearchRows} 行有内容 / the header is in row ${lateHeader}, below more than ${headerSearchRows} rows with content`;
  }
  if (nearest.nearest === null) return `${where}没有一个表头认得出来 / no known header`;
  return `${where}最接近“${nearest.nearest}”，缺少 / nearest is ${nearest.nearest}, without: ${nearest.missing.join("、")}`;
}

function skippedSheet(sheet: string, rowsIn: number, note: IngestErrorCode): TableRecord {
  return { sheet, kind: null, headerRow: null, rowsIn, rejected: 0, note, ignored: [], absent: [] };
}

async function storeFile(
  db: NodeDatabase,
  file: FileToLoad,
  { read, tables, skipped, events }: CheckedFile,
  { segmentFolder }: LoadOptions,
): Promise<LedgerEvent[]> {
  const eventsBefore = await countEvents(db);
  await recordFile(db, file, {
    format: read.format,
    encoding: read.encoding,
    separator: read.separator,
    mapping: tables.find(({ recognised }) => recognised.mapping)?.recognised.mapping ?? null,
    state: "loaded",
    errorCode: null,
    errorDetail: null,
  });
  if (events) await storeEvents(db, file, events, segmentFolder);
  const known: string[] = [];
  for (const kind of new Set(tables.filter(({ contract }) => !contract.isEvents).map(({ recognised }) => recognised.kind))) {
    const ofKind = tables.filter(({ recognised }) => recognised.kind === kind);
    const [earlier] = await db.query(`select 1 as found from raw_${kind} limit 1`);
    if (earlier) known.push(kind);
    await settleRepeats(db, kind, ofKind);
    const records = new Map<string, TableRecord>();
    for (const table of ofKind) {
      await storeRows(db, table, file.fileId);
      await storeProblems(db, table, file.fileId);
      records.set(table.label, joined(records.get(table.label), await tableRecord(db, table)));
      await recordColumns(db, file.fileId, table);
    }
    for (const record of records.values()) await recordTable(db, file.fileId, record);
    await db.execute(`drop table fate_${kind}`);
  }
  for (const { code, value } of read.notices ?? []) {
    await db.query(
      `insert into ingest_problem (file_id, sheet, row_no, cell, field, value, code, severity) values ($1, '', 0, '', null, $2, $3, 'warning')`,
      [file.fileId, value, code],
    );
  }
  for (const record of skipped) await recordTable(db, file.fileId, record);
  return settleStore(db, { cause: file.fileId, isFresh: true, kinds: known, eventsBefore, segmentFolder });
}

async function storeEvents(db: NodeDatabase, file: FileToLoad, events: StagedEvents, folder: string): Promise<void> {
  await storeSegments(db, events, file.fileId, folder);
  const records = new Map<string, TableRecord>();
  for (const table of events.tables) {
    const { label, headerRow, recognised, part } = table;
    await storeProblems(db, table, file.fileId);
    await recordColumns(db, file.fileId, table);
    const counts = events.counts.get(part) ?? { rowsIn: 0, rejected: 0 };
    const { kind, ignored, absent } = recognised;
    records.set(label, joined(records.get(label), { sheet: label, kind, headerRow, ...counts, note: null, ignored, absent }));
  }
  for (const record of records.values()) await recordTable(db, file.fileId, record);
  await db.execute("drop table fate_reviews");
  await db.execute("drop table event_repeat");
}

async function tableRecord(db: NodeDatabase, table: CheckedTable): Promise<TableRecord> {
  const { label, headerRow, recognised } = table;
  const { kind, ignored, absent } = recognised;
  return { sheet: label, kind, headerRow, ...(await countTable(db, table)), note: null, ignored, absent };
}

/** Tables of one kind below one another on a sheet are one in the account: their rows are told apart by their numbers alone. */
function joined(above: TableRecord | undefined, below: TableRecord): TableRecord {
  if (!above) return below;
  return {
    ...above,
    rowsIn: above.rowsIn + below.rowsIn,
    rejected: above.rejected + below.rejected,
    ignored: [...new Set([...above.ignored, ...below.ignored])],
    absent: [...new Set([...above.absent, ...below.absent])],
  };
}

async function recordRefusal(db: NodeDatabase, file: FileToLoad, error: IngestError): Promise<LedgerEvent[]> {
  await recordFile(db, file, {
    format: file.path.split(".").pop()?.toLowerCase() ?? "",
    encoding: null,
    separator: null,
    mapping: null,
    state: "refused",
    errorCode: error.code,
    errorDetail: error.detail,
  });
  return [];
}

/** A file with the very content of another living one: all its rows count as superseded, and what it held before gives way. */
export async function loadRepeat(
  db: NodeDatabase,
  file: FileToLoad,
  original: { readonly fileId: string; readonly path: string },
  { at, segmentFolder }: LoadOptions,
): Promise<void> {
  await inTransaction(db, async () => {
    const eventsBefore = await countEvents(db);
    await recordRefusal(db, file, new IngestError("F113", original.path));
    await db.query(
      `insert into ingest_table select $1, sheet, kind, header_row, rows_in, 0, note, ignored_columns, absent_columns from ingest_table where file_id = $2`,
      [file.fileId, original.fileId],
    );
    await db.query(
      `insert into ingest_column select $1, sheet, kind, header_row, field, header, place from ingest_column where file_id = $2`,
      [file.fileId, original.fileId],
    );
    const others = await settleStore(db, { cause: file.fileId, isFresh: true, kinds: [], eventsBefore, segmentFolder });
    await recordEvents(db, at(), [{ action: "refused", fileId: file.fileId, rows: null, byFileId: null }, ...others]);
  });
}

async function recordFile(db: NodeDatabase, file: FileToLoad, record: FileRecord): Promise<void> {
  await db.query("insert into ingest_file values ($1, $2, $3, $4, $5, $6, $7, $8, null, $9, $10, $11, $12, $13, $14)", [
    file.fileId,
    file.sha256,
    file.seq,
    file.path,
    file.bytes,
    record.format,
    record.encoding,
    record.mapping?.name ?? null,
    record.state,
    record.errorCode,
    record.errorDetail,
    record.separator,
    overrideText(file.override),
    mappingPrint(record.mapping ?? undefined),
  ]);
}

async function recordTable(db: NodeDatabase, fileId: string, table: TableRecord): Promise<void> {
  await db.query("insert into ingest_table values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
    fileId,
    table.sheet,
    table.kind,
    table.headerRow,
    table.rowsIn,
    table.rejected,
    table.note,
    table.ignored.length > 0 ? table.ignored.join("、") : null,
    table.absent.length > 0 ? table.absent.join("、") : null,
  ]);
}

async function dropChecked(db: NodeDatabase, tables: readonly CheckedTable[]): Promise<void> {
  for (const { part } of tables) {
    await db.execute(`drop view numbered_${part}`);
    await db.execute(`drop view if exists lazy_${part}`);
    await db.execute(`drop table if exists checked_${part}`);
    await db.execute(`drop table if exists faulty_${part}`);
    await db.execute(`drop table if exists line_step_${part}`);
  }
}
