import { type BesideWorkbook, besideWorkbook } from "./beside-workbook.ts";

/** Writes one workbook off the page's own thread. */
addEventListener("message", ({ data }: MessageEvent<BesideWorkbook>) => {
  void besideWorkbook(data).then(
    (bytes) => postMessage({ bytes }, { transfer: [bytes.buffer] }),
    (failure: unknown) => postMessage({ failed: failure instanceof Error ? failure.message : String(failure) }),
  );
});
