import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { root, runNpm, seconds } from "./run.mjs";

const lock = resolve(root, "package-lock.json");
const installed = resolve(root, "node_modules/.package-lock.json");
const stamp = resolve(root, "node_modules/.mingchuang-lock-sha256");

const lockHash = () => createHash("sha256").update(readFileSync(lock)).digest("hex");

/** Installed packages are current when they were installed from this very lock file, or, for an install by hand, after it was written. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === lockHash();
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** Installs the locked packages when they are missing or were installed from another lock file. Ends the process when that fails. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`需要 Node.js 20.19 或更高版本，当前为 ${process.version}。请到 https://nodejs.org 安装。`);
    console.error(`Node.js 20.19 or later is needed; this is ${process.version}. Install it from https://nodejs.org.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  const started = performance.now();
  console.log("正在安装依赖（只需一次）… / Installing packages (once only)…");
  const timer = process.stdout.isTTY ? setInterval(() => process.stdout.write(`\r  ${seconds(started)} `), 1000) : undefined;
  const { code, output } = await runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], { quiet: true });
  clearInterval(timer);
  if (code !== 0) {
    console.error(output);
    console.error(
      "依赖安装失败，原因见上；若是网络问题，稍后重试。/ Installing failed for the reason above; if it was the network, try again later.",
    );
    process.exit(1);
  }
  writeFileSync(stamp, lockHash());
  console.log(`${process.stdout.isTTY ? "\r" : ""}依赖已安装 / Packages installed  ${seconds(started)}`);
}
