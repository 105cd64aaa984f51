import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stageText } from "./stage-text.ts";

const folder = mkdtempSync(join(tmpdir(), "mingchuang-stage-test-"));
let db: NodeDatabase;
beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const cell = fc.option(
  fc.string({
    unit: fc.constantFrom("窗", "a", " ", "\n", "\r", ",", '"', "\\", "'", "\t", "🙂", "\u00a0", "\u3000", "#", "NULL"),
    minLength: 1,
    maxLength: 8,
  }),
);
const read = (relation: string) => db.query<{ c0: string | null; c1: string | null; row_no: number }>(`select * from ${relation}`);

test("rows come back from the text as they went in, whatever their cells hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async (cells) => {
      const rows = cells.map((own, index) => ({ rowNo: index * 2 + 3, cells: own }));
      const { relation, count } = await stageText(join(folder, "a.csv"), 2, rows);
      expect(count).toBe(rows.length);
      expect(await read(relation)).toEqual(rows.map(({ rowNo, cells: [c0, c1] }) => ({ c0, c1, row_no: rowNo })));
    }),
    { numRuns: 80, seed: 20230423 },
  );
});

test("a cell of three million characters comes back whole", async () => {
  const long = "事\n".repeat(1_500_000);
  const { relation } = await stageText(join(folder, "a.csv"), 2, [{ rowNo: 2, cells: [long, "x"] }]);
  const [row] = await db.query<{ length: number; c1: string }>(`select length(c0)::int as length, c1 from ${relation}`);
  expect(row).toEqual({ length: 3_000_000, c1: "x" });
});
