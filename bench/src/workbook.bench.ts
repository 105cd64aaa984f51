import { createReadStream } from "node:fs";
import { copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ingestFolder } from "@mingchuang/ingest/load";
import { streamXlsxRows, writeXlsx } from "hucre/xlsx";
import { readSheet } from "read-excel-file/node";
import { compare } from "./measure.ts";
import { inScratchFolder } from "./scratch.ts";

/** Review counts name nothing of a scheme. */
const noCodes = { honours: [], items: [], clauses: [], names: [] };
const windows = 5_000;
const months = 20;
const columns = ["窗口编号", "统计月份", "办件量", "主动评价量", "默认评价量", "非常满意", "满意", "基本满意", "不满意", "非常不满意"];

/** Monthly counts that add up: 100,000 rows of ten columns, the size of a province's year and a half. */
function* rows(): Generator<(string | number)[]> {
  yield columns;
  for (let month = 0; month < months; month++) {
    const day = `${2022 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}`;
    for (let window = 0; window < windows; window++) {
      const levels = [900 + ((window * 7 + month) % 500), 300 + (window % 90), window % 40, (window + month) % 5 === 0 ? 1 : 0, 0];
      const active = levels.reduce((sum, level) => sum + level, 0);
      yield [`W${String(window).padStart(6, "0")}`, day, active + 1000, active, 700 + (month % 9), ...levels];
    }
  }
}

/** The windows, so that no row names one that nobody knows. */
function* register(): Generator<string> {
  yield "名录年度,窗口编号,窗口名称,层级,领域\n";
  for (const year of [2022, 2023])
    for (let window = 0; window < windows; window++) yield `${year},W${String(window).padStart(6, "0")},示例窗口${window},市,住建\n`;
}

await inScratchFolder(async (scratch) => {
  const folder = join(scratch, "alone");
  const withRegister = join(scratch, "with-register");
  const workbook = join(folder, "好差评统计.xlsx");
  const store = join(scratch, "store.duckdb");
  await mkdir(folder);
  await mkdir(withRegister);
  await writeFile(workbook, await writeXlsx({ sheets: [{ name: "统计", rows: [...rows()] }] }));
  await copyFile(workbook, join(withRegister, "好差评统计.xlsx"));
  await writeFile(join(withRegister, "名录.csv"), [...register()].join(""));
  const megabytes = (await stat(workbook)).size / 1e6;
  const expected = windows * months;
  const peak = new Map<string, number>();
  /** Memory in use is looked at ten times a second; what one reader leaves behind counts against the next, if at all. */
  const watched = (name: string, run: () => Promise<number>) => ({
    name,
    async run() {
      const look = () => peak.set(name, Math.max(peak.get(name) ?? 0, process.memoryUsage().rss));
      const timer = setInterval(look, 100);
      const read = await run();
      look();
      clearInterval(timer);
      if (read !== expected) throw new Error(`${name}: ${read} of ${expected} rows`);
    },
  });
  const ingested = (name: string, of: string, others: number) => ({
    ...watched(
      name,
      async () => (await ingestFolder({ folder: of, storePath: store, codes: noCodes, mappings: [] })).totals.accepted - others,
    ),
    prepare: () => rm(store, { force: true }),
  });
  await compare(`a workbook of ${expected.toLocaleString("en")} rows × ${columns.length} columns (${megabytes.toFixed(1)} MB)`, 3, [
    watched("hucre: rows of the sheet as a stream, nothing done with them", async () => {
      let count = -1;
      for await (const _row of streamXlsxRows(await readFile(workbook))) count += 1;
      return count;
    }),
    watched("read-excel-file: the sheet as an array", async () => (await readSheet(createReadStream(workbook))).length - 1),
    ingested("ingestFolder: read, recognised, checked, keyed, stored with lineage", folder, 0),
    ingested("ingestFolder: the same, and a register of 10,000 rows beside it that all rows are held against", withRegister, 2 * windows),
  ]);
  for (const [name, bytes] of peak) console.log(`  ${(bytes / 1e6).toFixed(0).padStart(6)} MB at most in the process  ${name}`);
});
