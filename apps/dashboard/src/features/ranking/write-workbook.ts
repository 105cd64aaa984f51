import type { RankingWorkbook } from "./ranking-workbook.ts";

type Answer = { readonly bytes: Uint8Array } | { readonly failed: string };

/** The workbook as a file, written in a worker that ends with it. Throws what the writer throws. */
export function writeWorkbook(workbook: RankingWorkbook): Promise<Uint8Array> {
  const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if ("bytes" in data) resolve(data.bytes);
      else reject(new Error(data.failed));
    });
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "the worker did not start")));
    worker.postMessage(workbook);
  }).finally(() => worker.terminate());
}
