import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { readSheetCells } from "./sheet-cells.ts";
import { readWorkbookParts } from "./workbook-parts.ts";
import { openZipParts } from "./zip-parts.ts";

const folder = mkdtempSync(join(tmpdir(), "mingchuang-sheet-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readOurs(bytes: Uint8Array) {
  const path = join(folder, "a.xlsx");
  writeFileSync(path, bytes);
  const zip = await openZipParts(path);
  try {
    const workbook = await readWorkbookParts(zip);
    const [sheet] = workbook.sheets;
    return sheet ? await readSheetCells(zip, sheet, workbook) : null;
  } finally {
    await zip.close();
  }
}

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom("窗", "口", "a", " ", "\n", "&", "<", ">", '"', "'", "_", "x", "0", "D", "🙂", "]", "="),
    maxLength: 12,
  }),
  fc.constantFrom("_x000D_", "]]>", "<c>", "&amp;", "  前后空格  "),
);
const cell = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.boolean(),
  fc.constant(null),
);

test("any sheet that a library writes is read as the same library reads it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
      const bytes = await writeXlsx({ sheets: [{ name: "a", rows }] });
      const theirs = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
      const ours = await readOurs(bytes);
      const found = new Map(ours?.rows.map(({ rowNo, cells }) => [rowNo, cells]));
      theirs.forEach((row, index) => {
        const mine = found.get(index + 1);
        const isBlank = row.every((value) => value === null || String(value).trim() === "");
        expect(mine === undefined).toBe(isBlank);
        row.forEach((value, column) => {
          if (!mine) return;
          const own = mine[column] ?? null;
          if (value === null || value === "") expect(own).toBe(null);
          else if (typeof value === "number")
            expect(Number(own)).toBeCloseTo(value, Math.max(0, 14 - Math.ceil(Math.log10(Math.abs(value) + 1))));
          else expect(own).toBe(typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value));
        });
      });
    }),
    { numRuns: 60, seed: 20230423 },
  );
});
