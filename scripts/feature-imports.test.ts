import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFeatureImports } from "./feature-imports.mjs";

let source: string;
beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), "mingchuang-features-"));
});
afterEach(() => rmSync(source, { recursive: true, force: true }));

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(source, file)), { recursive: true });
  writeFileSync(join(source, file), text);
};

test("a feature may import its own files, ui, lib and packages", () => {
  write(
    "features/ranking/charts/bars.ts",
    'import { a } from "../rows.ts";\nimport { b } from "../../../ui/chart.tsx";\nimport { c } from "@mingchuang/rubric/score";\n',
  );
  write("router.tsx", 'import { RankingPage } from "./features/ranking/ranking-page.tsx";\n');
  expect(findFeatureImports(source)).toEqual([]);
});

test.each([
  ["a static import", 'import { a } from "../vetoes/rows.ts";'],
  ["a type import", 'import type { A } from "../vetoes/rows.ts";'],
  ["a re-export", 'export { a } from "../vetoes/rows.ts";'],
  ["a lazy import", 'const a = () => import("../vetoes/rows.ts");'],
])("a feature that reaches into another feature by %s is named", (_, text) => {
  write("features/ranking/page.tsx", text);
  expect(findFeatureImports(source)).toEqual(["features/ranking/page.tsx imports ../vetoes/rows.ts: another feature"]);
});

test("shared code may not import a feature", () => {
  write("ui/chart.tsx", 'import { a } from "../features/ranking/rows.ts";');
  expect(findFeatureImports(source)).toEqual(["ui/chart.tsx imports ../features/ranking/rows.ts: a feature"]);
});
