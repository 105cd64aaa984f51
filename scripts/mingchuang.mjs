import { ensureInstalled } from "./install.mjs";
import { runTypeScript } from "./run.mjs";

await ensureInstalled();
const { code } = await runTypeScript("apps/cli/src/main.ts", process.argv.slice(2), { env: { TZ: "Asia/Shanghai" } });
process.exitCode = code;
