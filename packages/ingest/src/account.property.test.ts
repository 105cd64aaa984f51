import fc from "fast-check";
import { expect, test } from "vitest";
import { contracts, rowContracts } from "./contracts/catalogue.ts";
import type { Contract, Field } from "./contracts/contract.ts";
import { openSandbox } from "./testing/sandbox.ts";

/** Cells that are sometimes right for their field, and sometimes anything. */
function cellOf(field: Field): fc.Arbitrary<string> {
  const values = Object.keys(field.values ?? {});
  const likely: Record<Field["type"], fc.Arbitrary<string>> = {
    id: fc.constantFrom("W1", "W2", "W3", "A1"),
    text: fc.constantFrom("示例", "组织领导", "方案与保障", "甲"),
    int: fc.nat(20).map(String),
    level: fc.constantFrom("1", "2", "不满意"),
    year: fc.constantFrom("2022", "2023"),
    date: fc.constantFrom("2023-01-05", "2023/1/6", "2023年1月7日"),
    timestamp: fc.constantFrom("2023-01-05 10:00", "2023-01-06"),
    month: fc.constantFrom("2023-01", "2023年2月"),
    period: fc.constantFrom("2023Q1", "2023年第二季度", "2023-04", "2023"),
    decimal: fc.constantFrom("3.5", "-1.25", "98.6%", "1,200"),
    boolean: fc.constantFrom("是", "否"),
    code: values.length > 0 ? fc.constantFrom(...values) : fc.constant("x"),
    points: fc.constantFrom("0", "3", "5", "1.5"),
  };
  const anything = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom("", " ", "合计", "#REF!", "=A1", "１２", "1e3", "-1", '"', "a\nb", "2023-02-30", "注：x"),
  );
  return fc.oneof(
    { weight: 8, arbitrary: likely[field.type] },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant("") },
  );
}

function tableOf(contract: Contract): fc.Arbitrary<string> {
  const quote = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = fc.tuple(...contract.fields.map(cellOf)).map((cells) => cells.map(quote).join(","));
  const damaged = fc
    .tuple(line, fc.nat(40), fc.constantFrom('"', ",", '""', "\r", "\n"))
    .map(([text, at, what]) => text.slice(0, at) + what + text.slice(at));
  const header = contract.fields.map((field) => field.header).join(",");
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: damaged }), { maxLength: 25 }),
      fc.constantFrom("\n", "\r\n"),
    )
    .map(([lines, end]) => [header, ...lines].join(end));
}

const anyFile = fc.constantFrom(...contracts).chain((contract) => tableOf(contract));

test("whatever is in the files: rows in = accepted + rejected + superseded, no row twice in force, and again changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 4 }), async (contents) => {
      const sandbox = openSandbox();
      try {
        for (const [index, content] of contents.entries()) sandbox.write(`f${index}.csv`, content);
        const report = await sandbox.ingest();
        for (const file of report.files) {
          expect(file.rowsIn).toBe(file.accepted + file.rejected + file.superseded);
          const listed = new Set(file.problems.filter(({ severity }) => severity === "rejected").map(({ rowNo }) => rowNo));
          expect(listed.size).toBe(file.rejected);
        }
        await sandbox.read(async (db) => {
          for (const { kind, key } of rowContracts) {
            const twice = await db.query(
              `select 1 from raw_${kind} where superseded_by is null group by ${key.join(", ")} having count(*) > 1`,
            );
            expect(twice).toEqual([]);
          }
        });
        expect((await sandbox.ingest()).changed).toBe(false);
      } finally {
        sandbox.dispose();
      }
    }),
    { seed: 20230423, numRuns: 16 },
  );
}, 180_000);
