import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { fixedEnvironment, root, runTypeScript } from "./run.mjs";

/** Runs the measurements one after another (side by side they would disturb each other): all of `bench/src/*.bench.ts`, or those named. */
await ensureInstalled();
const wanted = process.argv.slice(2);
const files = readdirSync(resolve(root, "bench/src"))
  .filter((file) => file.endsWith(".bench.ts"))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
  .sort();
if (files.length === 0) {
  console.error(`没有匹配的测量 / No measurement matches: ${wanted.join(" ")}`);
  process.exitCode = 2;
}
for (const file of files) {
  console.log(`\n── ${file.replace(/\.bench\.ts$/, "")}`);
  const { code } = await runTypeScript(`bench/src/${file}`, [], { env: fixedEnvironment });
  if (code !== 0) process.exitCode = code;
}
