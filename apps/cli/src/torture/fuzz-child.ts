import { ingestFolder } from "@mingchuang/ingest/load";
import { testCodes } from "@mingchuang/ingest/testing/test-codes";
import { renderIngestReport, renderIngestSummary } from "../ingest-report.ts";
import type { LoadedBatch, LoadRequest } from "./fuzz-load.ts";

/** Loads one folder after another in a process of its own, so that a file that hangs or crashes it can be told and got rid of. */
process.on("message", ({ folder, storePath }: LoadRequest) => {
  // The processor's time, over all threads: on a machine that does other things too, the clock tells nothing of a file.
  const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
  let [at, since] = ["", cpu()];
  const slowest: { path: string; milliseconds: number }[] = [];
  const next = (path: string) => {
    if (at !== "") slowest.push({ path: at, milliseconds: cpu() - since });
    [at, since] = [path, cpu()];
    process.send?.({ path });
  };
  ingestFolder({ folder, storePath, codes: testCodes, mappings: [], onProgress: ({ path }) => next(path) }).then(
    (report) => {
      next("");
      renderIngestReport(report);
      renderIngestSummary(report, "report.md", "zh");
      const files = report.files.map(({ path, errorCode, rowsIn, accepted, rejected, superseded }) => ({
        path,
        errorCode,
        rowsIn,
        accepted,
        rejected,
        superseded,
      }));
      const loaded: LoadedBatch = { files, changed: report.changed, times: slowest, rss: process.memoryUsage.rss() };
      process.send?.({ loaded });
    },
    (cause: unknown) => process.send?.({ failed: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause), path: at }),
  );
});
process.send?.("ready");
