import { ensureInstalled } from "./install.mjs";
import { fixedEnvironment, runTypeScript } from "./run.mjs";

/** Writes the ugly files that ingestion is tested with into a folder, with what has to come of each. */
await ensureInstalled();
const { code } = await runTypeScript("packages/ingest/src/testing/corpus/write-corpus.ts", process.argv.slice(2), {
  env: fixedEnvironment,
});
process.exitCode = code;
