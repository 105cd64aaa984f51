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
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project("unit", ["**/*.test.ts", "**/*.test.tsx"], ["**/*.property.test.ts", "**/*.sql.test.ts"]),
      project("property", ["**/*.property.test.ts"]),
      project("sql", ["**/*.sql.test.ts"]),
    ],
  },
});
