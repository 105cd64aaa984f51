import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What the browser must fetch of our own script before a page can begin, compressed: raise it only with a reason in the commit. */
const budget = 210_000;

/**
 * The scripts that a built page names itself (its own, and those it preloads), not those that come with a page or a chart when it is needed.
 * Workers and the database engine's Wasm are not among them.
 *
 * @param {string} built folder with `index.html`
 * @returns {{ name: string, bytes: number }[]} bytes under gzip, the largest first
 */
export function initialScripts(built) {
  const page = readFileSync(join(built, "index.html"), "utf8");
  const tags = [...page.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const names = tags
    .filter((tag) => tag.startsWith("<script") || /rel="modulepreload"/.test(tag))
    .flatMap((tag) => /\b(?:src|href)="\/([^"]+)"/.exec(tag)?.[1] ?? []);
  return names
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(built, name)), { level: 9 }).length }))
    .sort((one, other) => other.bytes - one.bytes);
}

/**
 * @param {{ name: string, bytes: number }[]} scripts
 * @returns {{ state: "passed" | "failed", detail: string }}
 */
export function judgeInitialScripts(scripts, limit = budget) {
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  if (scripts.length === 0) return { state: "failed", detail: "首页没有脚本 / the page names no script" };
  if (total <= limit) return { state: "passed", detail: `gzip ${kilobytes(total)} / ${kilobytes(limit)}` };
  const largest = scripts.slice(0, 5).map(({ name, bytes }) => `${name}  ${kilobytes(bytes)}`);
  return { state: "failed", detail: [`gzip ${kilobytes(total)} > ${kilobytes(limit)}`, ...largest].join("\n") };
}
