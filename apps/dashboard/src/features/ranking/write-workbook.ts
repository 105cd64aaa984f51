import { askWorker } from "../../lib/ask-worker.ts";
import type { RankingWorkbook } from "./ranking-workbook.ts";

/** The workbook as a file, written in a worker. Throws what the writer throws. */
export async function writeWorkbook(workbook: RankingWorkbook): Promise<Uint8Array> {
  const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), { type: "module" });
  return (await askWorker<{ readonly bytes: Uint8Array }>(worker, workbook)).bytes;
}
