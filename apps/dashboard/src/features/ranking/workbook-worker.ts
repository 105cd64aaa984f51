import { type RankingWorkbook, rankingWorkbook } from "./ranking-workbook.ts";

/** Writes one workbook off the page's own thread, so that the page goes on while thousands of rows are packed. */
addEventListener("message", ({ data }: MessageEvent<RankingWorkbook>) => {
  void rankingWorkbook(data).then(
    (bytes) => postMessage({ bytes }, { transfer: [bytes.buffer] }),
    (failure: unknown) => postMessage({ failed: failure instanceof Error ? failure.message : String(failure) }),
  );
});
