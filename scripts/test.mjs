import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { fixedEnvironment, root, run, runPackage } from "./run.mjs";
import { countPlaywright, countVitest, renderCounts } from "./test-counts.mjs";

/**
 * Runs all tests: unit, property and SQL under Vitest, then the browser tests under Playwright. Arguments that name files or tests go to
 * both (`npm test -- ranking`). The last line is `N passed, N failed`; nothing run at all is a failure.
 */
await ensureInstalled();
const chromium = await ensureBrowser();
const results = resolve(root, "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const filters = process.argv.slice(2);

/** Reads a reporter's file; a runner that left none has crashed, which counts as one failure. */
const readCounts = (file, count, crashed) => (existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : crashed);
const failure = { passed: 0, failed: 1, skipped: 0 };

// The browser tests' workspace is made ready with what the other tests leave of the processor. What goes wrong there shows when they start.
const prepared =
  chromium && filters.length === 0
    ? run(process.execPath, ["scripts/mingchuang.mjs", "start", "--workspace", "e2e", "--no-serve"], {
        env: fixedEnvironment,
        quiet: true,
        priority: 10,
      })
    : undefined;

const vitestFile = resolve(results, "vitest.json");
const vitest = await runPackage(
  "vitest/vitest.mjs",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestFile}`, "--passWithNoTests", ...filters],
  { env: fixedEnvironment },
);
const counts = readCounts(vitestFile, countVitest, { unit: failure });

let playwrightCode = 0;
if (chromium) {
  await prepared;
  const playwrightFile = resolve(results, "playwright.json");
  const port = String(await freePort());
  const env = { ...fixedEnvironment, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightFile, MINGCHUANG_E2E_PORT: port };
  playwrightCode = (await runPackage("@playwright/test/cli.js", ["test", "--pass-with-no-tests", ...filters], { env })).code;
  counts.browser = readCounts(playwrightFile, countPlaywright, failure);
} else {
  counts.browser = failure;
}

console.log(`\n${renderCounts(counts)}`);
const ran = Object.values(counts).reduce((sum, { passed, failed }) => sum + passed + failed, 0);
const failed = Object.values(counts).reduce((sum, count) => sum + count.failed, 0);
process.exitCode = ran === 0 || failed > 0 || vitest.code !== 0 || playwrightCode !== 0 ? 1 : 0;

/** A port that nobody listens on: a server left behind by somebody else's run must not stand in for ours. */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
