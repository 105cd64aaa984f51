import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ingestFolder } from "@mingchuang/ingest/load";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { sqlLiteral } from "@mingchuang/warehouse/values";
import { compare } from "./measure.ts";
import { inScratchFolder } from "./scratch.ts";

/** Review counts name nothing of a scheme. */
const noCodes = { honours: [], items: [], clauses: [], names: [] };
const windows = 100_000;
const months = 50;

/** Monthly counts of 100,000 windows over 50 months: 5 M rows that add up, as one CSV. */
function* lines(): Generator<string> {
  yield "窗口编号,统计月份,办件量,主动评价量,默认评价量,非常满意,满意,基本满意,不满意,非常不满意\n";
  for (let month = 0; month < months; month++) {
    const day = `${2020 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}`;
    let chunk = "";
    for (let window = 0; window < windows; window++) {
      const [very, plain, fairly, bad] = [
        900 + ((window * 7 + month) % 500),
        300 + (window % 90),
        window % 40,
        (window + month) % 5 === 0 ? 1 : 0,
      ];
      const active = very + plain + fairly + bad;
      chunk += `W${String(window).padStart(6, "0")},${day},${active + 1000},${active},${700 + (month % 9)},${very},${plain},${fairly},${bad},0\n`;
      if (chunk.length > 1_000_000) {
        yield chunk;
        chunk = "";
      }
    }
    yield chunk;
  }
}

await inScratchFolder(async (scratch) => {
  const folder = join(scratch, "handed-in");
  const csv = join(folder, "好差评统计.csv");
  const [bare, store] = [join(scratch, "bare.duckdb"), join(scratch, "store.duckdb")];
  await mkdir(folder);
  await pipeline(Readable.from(lines()), createWriteStream(csv));
  const clean = async () => {
    for (const path of [bare, store]) await rm(path, { force: true });
  };
  const rows = windows * months;
  const megabytes = (await stat(csv)).size / 1e6;
  await compare(`ingestion of ${rows.toLocaleString("en")} review-count rows from CSV (${megabytes.toFixed(0)} MB)`, 3, [
    {
      name: "bare DuckDB: create table as select * from read_csv, into a file",
      prepare: clean,
      async run() {
        const db = await openNodeDatabase(bare);
        await db.execute(`create table review_counts as select * from read_csv(${sqlLiteral(csv)}); checkpoint`);
        await db.close();
      },
    },
    {
      name: "ingestFolder: counted, checked, keyed, with lineage and quarantine",
      prepare: clean,
      async run() {
        const report = await ingestFolder({ folder, storePath: store, codes: noCodes, mappings: [] });
        const accepted = report.files.reduce((sum, file) => sum + file.accepted, 0);
        if (accepted !== rows) throw new Error(`${accepted} of ${rows} rows were accepted`);
      },
    },
  ]);
});
