import { ensureBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { fixedEnvironment, runPackage } from "./run.mjs";

/** Takes the pictures of `docs/gallery/` anew; arguments name those wanted (`npm run gallery -- -g ranking`). */
await ensureInstalled();
const chromium = await ensureBrowser();
const { code } = await runPackage(
  "@playwright/test/cli.js",
  ["test", "--config", "playwright.gallery.config.ts", ...process.argv.slice(2)],
  {
    env: { ...fixedEnvironment, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
  },
);
process.exitCode = code;
