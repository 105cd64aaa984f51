import { IngestError } from "../errors.ts";
import { ingestFolder } from "../load.ts";
import { testCodes } from "./test-codes.ts";

/** One load in a process of its own, for tests of limits that only a process has. Its last line says how it ended. */
const [folder = "", storePath = ""] = process.argv.slice(2);
const outcome = await ingestFolder({ folder, storePath, codes: testCodes, mappings: [], clock: () => 0 }).then(
  ({ changed, totals }) => ({ changed, totals }),
  (cause: unknown) => {
    if (cause instanceof IngestError) return { code: cause.code, detail: cause.detail };
    return { code: null, detail: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  },
);
console.log(JSON.stringify(outcome));
