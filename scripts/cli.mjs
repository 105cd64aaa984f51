import { resolve } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root } from "./run.mjs";

/** Runs the command line in this process, in the folder where the person typed it (npm changes to the repository's first). */
export async function runCli(args) {
  await ensureInstalled();
  process.env.TZ = "Asia/Shanghai";
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: resolve(root, "tsconfig.base.json") });
  process.argv.splice(2, process.argv.length, ...args);
  await import("../apps/cli/src/bin.ts");
}
