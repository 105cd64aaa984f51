import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { initialScripts, judgeInitialScripts } from "./initial-script.mjs";

let built: string;
beforeEach(() => {
  built = mkdtempSync(join(tmpdir(), "mingchuang-built-"));
  mkdirSync(join(built, "assets"));
});
afterEach(() => rmSync(built, { recursive: true, force: true }));

test("a page's own scripts and those it preloads count, compressed; what it fetches later and its styles do not", () => {
  const own = "export const a = 1;".repeat(50);
  writeFileSync(
    join(built, "index.html"),
    `<script type="module" src="/assets/index.js"></script><link rel="modulepreload" href="/assets/react.js"><link rel="stylesheet" href="/assets/index.css">`,
  );
  writeFileSync(join(built, "assets/index.js"), own);
  writeFileSync(join(built, "assets/react.js"), "export {};");
  writeFileSync(join(built, "assets/later.js"), own.repeat(1000));
  writeFileSync(join(built, "assets/index.css"), "a{}");
  const scripts = initialScripts(built);
  expect(scripts.map(({ name }) => name)).toEqual(["assets/index.js", "assets/react.js"]);
  expect(scripts[0]?.bytes).toBe(gzipSync(own, { level: 9 }).length);
});

test("more than the budget fails and names the largest; no script at all is no success", () => {
  const scripts = [{ name: "assets/react.js", bytes: 900 }];
  expect(judgeInitialScripts(scripts, 900).state).toBe("passed");
  const over = judgeInitialScripts(scripts, 899);
  expect(over.state).toBe("failed");
  expect(over.detail).toContain("assets/react.js");
  expect(judgeInitialScripts([], 900).state).toBe("failed");
});
