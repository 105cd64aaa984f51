import { defineConfig } from "@playwright/test";

const port = Number(process.env.MINGCHUANG_E2E_PORT ?? 4179);
const address = `http://127.0.0.1:${port}`;

/** The browser tests use the sample's committee file, served by the real `mingchuang serve`, with every other origin unreachable. */
export default defineConfig({
  testDir: "apps/dashboard/e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/playwright.json" }]],
  use: {
    baseURL: address,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // Recording every step costs a fifth of the time. What failed can be run again with it: MINGCHUANG_TRACE=1 npx playwright test <file>.
    trace: process.env.MINGCHUANG_TRACE === undefined ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium", viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: `node scripts/mingchuang.mjs start --workspace e2e --profile committee --port ${port} --exact-port`,
    url: `${address}/data/manifest.json`,
    timeout: 300_000,
    reuseExistingServer: process.env.CI === undefined,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
