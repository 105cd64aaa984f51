import { defineConfig } from "vitest/config";

const environment = { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" };

/** Three kinds of tests, told apart by their file name, so that each can be counted and run on its own. */
const project = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude: ["**/node_modules/**", "**/dist/**", "**/e2e/**", ...exclude], env: environment },
});

export default defineConfig({
  test: {
    // Two suites side by side, whatever the machine: DuckDB brings threads of its own.
    maxWorkers: 2,
    // A process takes one file after another and keeps the modules that it has read: reading them anew for each of 300 files costs more than
    // half of the tests. So a test leaves nothing behind in a module, in `process` or among the globals.
    isolate: false,
    // A limit for what hangs, not a measure: whole years are loaded and killed here, also on machines that are busy with other work.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      project("unit", ["**/*.test.ts", "**/*.test.tsx"], ["**/*.property.test.ts", "**/*.sql.test.ts"]),
      project("property", ["**/*.property.test.ts"]),
      project("sql", ["**/*.sql.test.ts"]),
    ],
  },
});
