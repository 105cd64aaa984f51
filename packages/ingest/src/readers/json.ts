import { extname } from "node:path";
import { type HeadRow, headerSearchRows } from "../detect.ts";
import { IngestError } from "../errors.ts";
import type { TextOptions } from "./csv.ts";
import { openText, readHead } from "./encoding.ts";
import { readMembers } from "./json-members.ts";
import type { MalformedRecord, RawTable, ReadFile, RowUnit } from "./raw-table.ts";
import { splitJson } from "./split-json.ts";
import { type StagedRow, stageRows } from "./stage-rows.ts";
import { maxRecordCharacters, readLines } from "./text-lines.ts";

/** A record of a JSON file before anything is made of it. `rowNo` is its line, or its place in its list. */
interface RawRecord {
  readonly rowNo: number;
  readonly text: string;
  readonly tooLong?: boolean | undefined;
}

/** More names than this in one list are values that somebody made names of. */
const maxNames = 2000;

/**
 * Reads JSON: one object a line, or a document in which every list of objects is a table, named by where it stands. Which of the two it is
 * tells the content before the extension. Numbers keep their written form; the names of all records, in the order in which they first appear, are the header.
 *
 * @throws {IngestError} F110 empty, F126 broken off or no JSON, F127 without a list of objects, and what `openText` throws.
 */
export async function readJson(path: string, temporaryPath: string, options: TextOptions = {}): Promise<ReadFile> {
  const { textPath, encoding } = await openText(path, temporaryPath, options.encoding ?? null);
  const isByLine = await isNdjson(textPath, extname(path).toLowerCase() !== ".json");
  const tables = isByLine ? [await surveyLines(textPath)] : await surveyDocument(textPath);
  return { format: isByLine ? "ndjson" : "json", encoding, separator: null, tables, hiddenSheets: [] };
}

/**
 * Whether the first line that is not blank is an object by itself and not the whole of a document that only fits on one line. Which of the two
 * a single line is tells what is in it, unless the name says it.
 */
async function isNdjson(path: string, isSaid: boolean): Promise<boolean> {
  const head = new TextDecoder().decode(await readHead(path)).trimStart();
  if (head === "" || head[0] === "\0") throw new IngestError("F110", "");
  if (head[0] !== "{") return head[0] !== "[";
  let first: readonly { readonly text: string | null; readonly nested: boolean }[] | null = null;
  for await (const { text, tooLong } of readLines(path)) {
    if (text.trim() === "") continue;
    if (first !== null) return true;
    first = tooLong ? null : readMembers(text);
    if (first === null || isSaid) return first !== null;
  }
  return first !== null && !first.some(({ text, nested }) => nested && /^\[\s*[{\]]|^\{/.test(text ?? ""));
}

async function* linesOf(path: string): AsyncGenerator<RawRecord> {
  for await (const line of readLines(path)) if (line.text.trim() !== "") yield line;
}

async function* elementsOf(path: string, list: string): AsyncGenerator<RawRecord> {
  for await (const element of splitJson(path)) if (element.list === list) yield { ...element, rowNo: element.no };
}

async function surveyLines(path: string): Promise<RawTable> {
  const survey = startSurvey();
  for await (const record of linesOf(path)) addToSurvey(survey, record);
  if (survey.objects === 0) throw new IngestError("F126", "第1行 / line 1");
  return jsonTable("", "line", survey, () => linesOf(path));
}

async function surveyDocument(path: string): Promise<RawTable[]> {
  const surveys = new Map<string, Survey>();
  for await (const { list, no, text, tooLong } of splitJson(path)) {
    const survey = surveys.get(list) ?? startSurvey();
    surveys.set(list, survey);
    addToSurvey(survey, { rowNo: no, text, tooLong });
  }
  if ([...surveys.values()].some(({ objects }) => objects > 0)) {
    return [...surveys].map(([list, survey]) => jsonTable(list, "record", survey, () => elementsOf(path, list)));
  }
  if (surveys.size > 0) throw new IngestError("F127", [...surveys.keys()].filter((list) => list !== "").join(", "));
  return [await soleRecord(path)];
}

/** What a service writes beside the list that it wraps, such as code, message and total, is no more than this. */
const wrapperValues = 3;

/** A document that is one object and has no list of objects: a table of one record, unless it is a wrapper around an empty list. */
async function soleRecord(path: string): Promise<RawTable> {
  const text = new TextDecoder().decode(await readHead(path));
  const members = text.length > maxRecordCharacters / 4 ? null : readMembers(text);
  const values = members?.filter(({ nested }) => !nested).length ?? 0;
  const hasEmptyList = members?.some(({ nested, text }) => nested && /^\[\s*\]$/.test(text ?? "")) ?? false;
  if (/^[\s\ufeff]*\[/.test(text) || (hasEmptyList && values <= wrapperValues)) throw new IngestError("F110", "");
  if (!members || values === 0) throw new IngestError("F127", "");
  const survey = startSurvey();
  const record = { rowNo: 1, text };
  addToSurvey(survey, record);
  return jsonTable("", "record", survey, async function* () {
    yield record;
  });
}

/** What a first reading of a table finds: the names, the first records, and how many there are. */
interface Survey {
  readonly columns: Map<string, number>;
  readonly first: RawRecord[];
  records: number;
  objects: number;
}

const startSurvey = (): Survey => ({ columns: new Map(), first: [], records: 0, objects: 0 });

function addToSurvey(survey: Survey, record: RawRecord): void {
  survey.records += 1;
  if (record.tooLong) return;
  const names = namesOf(record.text);
  if (names === null) return;
  survey.objects += 1;
  if (survey.first.length < headerSearchRows) survey.first.push(record);
  if (names.every((name) => survey.columns.has(name))) return;
  for (const { key } of readMembers(record.text) ?? []) if (!survey.columns.has(key)) survey.columns.set(key, survey.columns.size);
  if (survey.columns.size > maxNames) throw new IngestError("F127", `> ${maxNames} 个不同的键 / different names`);
}

/** The names of an object's members, in whatever order; null when the text is no object. */
function namesOf(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : null;
  } catch {
    return null;
  }
}

function jsonTable(
  list: string,
  unit: RowUnit,
  { columns, first, records }: Survey,
  readRecords: () => AsyncIterable<RawRecord>,
): RawTable {
  const headers = [...columns.keys()];
  const firstRows = first.flatMap((record): HeadRow[] => {
    const row = readRow(record, columns);
    return "code" in row ? [] : [{ rowNo: row.rowNo, cells: row.cells.map((cell) => cell ?? "") }];
  });
  const head: HeadRow[] = [{ rowNo: 0, cells: headers.length === 0 ? [""] : headers }, ...firstRows];
  return {
    sheet: list,
    unit,
    head,
    filledRows: records,
    place: (column, headers) => headers[column]?.trim() || `列${column + 1}`,
    stage: async (connection, headIndex, name) => {
      const malformed: MalformedRecord[] = [];
      const headerRow = head[headIndex]?.rowNo ?? 0;
      const rows = rowsBelow(readRecords(), headerRow, columns, malformed);
      const expectedRows = await stageRows(connection, name, headers.length, rows, { nested: true });
      return { relation: name, lines: null, hasNested: true, expectedRows, malformed };
    },
  };
}

async function* rowsBelow(
  records: AsyncIterable<RawRecord>,
  headerRow: number,
  columns: ReadonlyMap<string, number>,
  malformed: MalformedRecord[],
): AsyncGenerator<StagedRow> {
  for await (const record of records) {
    if (record.rowNo <= headerRow) continue;
    const row = readRow(record, columns);
    if ("code" in row) malformed.push(row);
    else yield row;
  }
}

/** A record as cells under the names of its table, or why it is none. */
function readRow({ rowNo, text, tooLong }: RawRecord, columns: ReadonlyMap<string, number>): StagedRow | MalformedRecord {
  if (tooLong) return { rowNo, text, why: `> ${maxRecordCharacters} 字 / characters`, code: "D254" };
  const members = readMembers(text);
  if (members === null) return { rowNo, text, why: "JSON", code: "D252" };
  const cells: (string | null)[] = Array.from({ length: columns.size }, () => null);
  const seen = new Set<string>();
  let nested = "";
  for (const member of members) {
    const column = columns.get(member.key) ?? -1;
    if (member.text?.includes("\0")) return { rowNo, text, why: `${member.key}: NUL`, code: "D252" };
    if (seen.has(member.key) && cells[column] !== member.text) return { rowNo, text, why: member.key, code: "D255" };
    seen.add(member.key);
    cells[column] = member.text;
    if (member.nested) nested += `,${column}`;
  }
  return { rowNo, cells, nested: nested === "" ? null : `${nested},` };
}
