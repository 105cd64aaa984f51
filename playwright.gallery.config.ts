import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

/** Not tests but pictures: every page in every form, for `docs/gallery/` (`npm run gallery`). */
export default defineConfig({
  ...tests,
  testDir: "apps/dashboard/gallery",
  outputDir: "test-results/gallery",
  reporter: "line",
  use: { ...tests.use, trace: "off", screenshot: "off" },
});
