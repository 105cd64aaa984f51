import { ensureInstalled } from "./install.mjs";
import { fixedEnvironment, runTypeScript } from "./run.mjs";

/** Kills loads at random moments (`crash`), or feeds ingestion with damaged cells and files (`fuzz`). See CONTRIBUTING.md. */
await ensureInstalled();
const { code } = await runTypeScript("apps/cli/src/torture/main.ts", process.argv.slice(2), { env: fixedEnvironment });
process.exitCode = code;
