import { type ChildProcess, execFileSync } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { queryRanking } from "@mingchuang/warehouse/queries/ranking";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { writeLargeProvince } from "./large-province.ts";
import { compare } from "./measure.ts";
import { inScratchFolder } from "./scratch.ts";
import { serve } from "./serve.ts";
import { zhejiang } from "./zhejiang.ts";

const root = resolve(import.meta.dirname, "../..");
const port = 4189;
const size = { windows: 100_000, months: 36 };

/** A cold visit: a new browser profile, no cache; done when the first row of the ranking is on the page. */
async function openRanking(browser: Browser): Promise<void> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/ranking?year=2023`);
  await page.locator("table.ranking tbody tr[data-row]").first().waitFor({ timeout: 120_000 });
  await context.close();
}

// Builds the dashboard when it is missing or out of date.
execFileSync(process.execPath, ["scripts/mingchuang.mjs", "start", "--no-serve"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

await inScratchFolder(async (scratch) => {
  const [workspace, small] = [join(scratch, "large"), join(scratch, "small")];
  const file = await writeLargeProvince(workspace, zhejiang, size);
  await writeLargeProvince(small, zhejiang, { windows: 400, months: 36 });
  const bytes = (await stat(file)).size;
  const browser = await launchBrowser();
  let server: ChildProcess | undefined;
  const onWorkspace = (folder: string) => ({
    async prepare() {
      server = await serve(folder, port);
    },
    run: () => openRanking(browser),
    async finish() {
      server?.kill("SIGTERM");
      if (server && server.exitCode === null) await once(server, "exit");
    },
  });
  try {
    await compare(
      `first ranked table, ${size.windows.toLocaleString("en")} windows × ${size.months} months (${(bytes / 1e6).toFixed(1)} MB)`,
      3,
      [
        {
          name: "native DuckDB in Node: open the same file, run the ranking query",
          async run() {
            const db = await openNodeDatabase(file, { readOnly: true });
            await queryRanking(db, { year: 2023, honour: "red-flag-window" });
            await db.close();
          },
        },
        { name: "dashboard in Chromium, cold, 400 windows × 36 months", ...onWorkspace(small) },
        { name: "dashboard in Chromium, cold, 100,000 windows × 36 months", ...onWorkspace(workspace) },
      ],
    );
  } finally {
    await browser.close();
  }
});
