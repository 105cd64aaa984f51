import { ensureInstalled } from "./install.mjs";
import { fixedEnvironment, runTypeScript } from "./run.mjs";

/** Writes the files that are made from other files (`--check`: only compares, and names those that are out of date). */
await ensureInstalled();
const { code } = await runTypeScript("apps/cli/src/generate/main.ts", process.argv.slice(2), { env: fixedEnvironment });
process.exitCode = code;
