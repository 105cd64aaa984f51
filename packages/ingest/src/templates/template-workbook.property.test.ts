import type { SqlRow } from "@mingchuang/warehouse/database";
import fc from "fast-check";
import { type CellValue, openXlsx, type Sheet, saveXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { allowedTexts } from "../allowed-texts.ts";
import { contracts, rowContracts } from "../contracts/catalogue.ts";
import type { Contract, Field } from "../contracts/contract.ts";
import type { IngestReport } from "../report.ts";
import { csv, openSandbox, type Sandbox } from "../testing/sandbox.ts";
import { testCodes } from "../testing/test-codes.ts";
import { templateWorkbook } from "./template-workbook.ts";

const seed = 20260421;
const two = (value: number) => String(value).padStart(2, "0");

/** What somebody may put into a cell of a field: the text as a CSV has it, and the value that a spreadsheet makes of it. */
interface Entry {
  readonly text: string;
  readonly value: CellValue;
}
const asText = (text: string): Entry => ({ text, value: text });
const asNumber = (value: number): Entry => ({ text: String(value), value });

function entryOf(contract: Contract, field: Field, row: number): fc.Arbitrary<Entry> {
  const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) });
  const allowed = allowedTexts(contract, field.name, testCodes);
  if (contract.key.includes(field.name) && field.type === "id") return fc.constant(asText(`00${row}${field.name}`));
  if (allowed.length > 0) return fc.constantFrom(...allowed).map(asText);
  switch (field.type) {
    case "boolean":
      return fc.constantFrom("是", "否").map(asText);
    case "int":
      return fc.nat(99_999).map(asNumber);
    case "year":
      return fc.integer({ min: 2000, max: 2100 }).map(asNumber);
    case "decimal":
      return fc.integer({ min: -99_999, max: 99_999 }).map((value) => asNumber(value / 100));
    case "points":
      return fc.nat(300).map((value) => asNumber(value / 100));
    case "month":
      return day.map(({ month }) => asText(`2023-${two(month)}`));
    case "period":
      return fc.constantFrom("2023", "2023Q2", "2023H1", "2023-04").map(asText);
    case "date":
      return day.map(({ month, date }) => ({
        text: `2023-${two(month)}-${two(date)}`,
        value: new Date(Date.UTC(2023, month - 1, date)),
      }));
    case "timestamp":
      return fc.tuple(day, fc.nat(23), fc.nat(59)).map(([{ month, date }, hour, minute]) => ({
        text: `2023-${two(month)}-${two(date)} ${two(hour)}:${two(minute)}:00`,
        value: new Date(Date.UTC(2023, month - 1, date, hour, minute)),
      }));
    default: {
      const parts = ["-3", "+甲", "@乙", "窗口", "a b", "007", "'", "<&>", "1,2", '"引号"'];
      return fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 }).map((words) => asText(words.join("、")));
    }
  }
}

type Entries = Readonly<Record<string, Entry | null>>;

function rowOf(contract: Contract, row: number): fc.Arbitrary<Entries> {
  const fields = contract.fields.map((field): [string, fc.Arbitrary<Entry | null>] => {
    const entry = entryOf(contract, field, row);
    const isKept = field.required || contract.requires.flat().includes(field.name) || contract.key.includes(field.name);
    return [field.name, isKept ? entry : fc.option(entry, { freq: 3 })];
  });
  return fc.record(Object.fromEntries(fields)).map((entries) => consistent(contract.kind, entries));
}

/** What the rules over a whole row ask for. */
function consistent(kind: string, entries: Entries): Entries {
  const only = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));
  switch (kind) {
    case "review_counts": {
      const levels = ["level_5", "level_4", "level_3", "level_2", "level_1"].map((name) => Number(entries[name]?.text ?? 0));
      const filled = levels.map((value, index) => [`level_${5 - index}`, asNumber(value)]);
      const sum = levels.reduce((total, value) => total + value, 0);
      return { ...entries, ...Object.fromEntries(filled), active_reviews: asNumber(sum), ...only("good_reported", "bad_reported") };
    }
    case "bad_reviews":
      return { ...entries, level: asText("不满意") };
    case "scores":
      return {
        ...entries,
        ...only("given", "reason", "evidence"),
        scheme_id: asText("zhejiang-2023"),
        honour: asText("红旗窗口"),
        item: asText("组织领导"),
        clause: asText("1 方案与保障"),
        kind: asText("扣分"),
        deducted: Number(entries.deducted?.text ?? 0) > 1.5 ? asNumber(3) : null,
      };
    case "windows":
      return { ...entries, closed_on: null, scheme_id: null };
    case "indicators":
      return { ...entries, ...only("numerator", "denominator"), scheme_id: null };
    case "appraisals":
      return { ...entries, rank: entries.rank ? asNumber(Number(entries.rank.text) + 1) : null };
    default:
      return "scheme_id" in entries ? { ...entries, scheme_id: null } : entries;
  }
}

const tables = fc.record(
  Object.fromEntries(rowContracts.map((contract) => [contract.kind, fc.tuple(rowOf(contract, 0), rowOf(contract, 1), rowOf(contract, 2))])),
);

/** The template of a contract, written once: nothing in it differs from one writing to the next. */
const written = new Map<Contract, Promise<Uint8Array>>();
function template(contract: Contract): Promise<Uint8Array> {
  const bytes = written.get(contract) ?? templateWorkbook(contract, testCodes);
  written.set(contract, bytes);
  return bytes;
}

async function fill(contract: Contract, rows: readonly Entries[]): Promise<Uint8Array> {
  const workbook = await openXlsx(await template(contract));
  const sheet = workbook.sheets.find(({ name }) => name === contract.title) as Sheet;
  rows.forEach((row, index) => {
    sheet.rows[index + 1] = contract.fields.map(({ name }) => row[name]?.value ?? null);
  });
  return saveXlsx(workbook);
}

test("rows filled into a template come back as the same rows handed in as text, of every kind", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (kinds) => {
      const [filled, plain] = [openSandbox(), openSandbox()];
      try {
        for (const contract of rowContracts) {
          const rows = kinds[contract.kind] as readonly Entries[];
          filled.write(`${contract.kind}.xlsx`, await fill(contract, rows));
          const cells = rows.map((row) => contract.fields.map(({ name }) => quote(row[name]?.text ?? "")));
          plain.write(
            `${contract.kind}.csv`,
            csv(
              contract.fields.map(({ header }) => header),
              ...cells,
            ),
          );
        }
        const [fromTemplate, fromText] = await Promise.all([filled.ingest(), plain.ingest()]);
        const problems = (report: IngestReport) =>
          report.files.flatMap(({ path, problems: own }) =>
            own.filter(({ severity }) => severity === "rejected").map(({ cell, code, value }) => [path, cell, code, value]),
          );
        expect([problems(fromTemplate), problems(fromText)]).toEqual([[], []]);
        expect(fromTemplate.files.map(({ path, errorCode, rowsIn, rejected }) => [path, errorCode, rowsIn, rejected])).toEqual(
          rowContracts.map(({ kind }) => [`${kind}.xlsx`, null, 3, 0]).sort(),
        );
        expect(fromText.totals).toMatchObject({ rowsIn: 3 * rowContracts.length, rejected: 0 });
        const stored = (sandbox: Sandbox) =>
          sandbox.read(async (db) => {
            const rows: Record<string, readonly SqlRow[]> = {};
            for (const { kind } of rowContracts) {
              const left = `file_id, sheet, row_hash${kind === "scores" ? ", cell" : ""}`;
              rows[kind] = await db.query(`select * exclude (${left}) from raw_${kind} order by row_no`);
            }
            return rows;
          });
        expect(await stored(filled)).toEqual(await stored(plain));
      } finally {
        filled.dispose();
        plain.dispose();
      }
    }),
    { seed, numRuns: 2, endOnFailure: true },
  );
}, 300_000);

const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test("an empty template is an empty table, its example is no data, and a row copied from the example is taken", async () => {
  const sandbox = openSandbox();
  try {
    for (const contract of contracts) sandbox.write(`${contract.kind}.xlsx`, await template(contract));
    const empty = await sandbox.ingest();
    expect(empty.files.map(({ path, errorCode, rowsIn }) => [path, errorCode, rowsIn])).toEqual(
      contracts.map(({ kind }) => [`${kind}.xlsx`, null, 0]).sort(),
    );
    const notes = empty.files.flatMap(({ tables: read }) => read.map(({ sheet, note }) => `${sheet} ${note}`));
    expect(new Set(notes.filter((note) => !note.endsWith("null")))).toEqual(new Set(["示例 F141", "填写说明 F140"]));
    for (const contract of rowContracts) {
      const workbook = await openXlsx(await template(contract));
      const [data, example] = workbook.sheets as [Sheet, Sheet];
      data.rows[1] = example.rows[2] as CellValue[];
      sandbox.write(`${contract.kind}.xlsx`, await saveXlsx(workbook));
    }
    const copied = await sandbox.ingest();
    const rows = copied.files.filter(({ path }) => path !== "reviews.xlsx");
    expect(rows.map(({ path, problems, accepted }) => [path, problems, accepted])).toEqual(rows.map(({ path }) => [path, [], 1]));
  } finally {
    sandbox.dispose();
  }
}, 300_000);
