import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const packages = ["rubric", "warehouse", "sample", "ingest", "evaluation", "publish"].map((name) => `packages/${name}`);
const workspaces = [...packages, "apps/cli", "apps/dashboard", "bench"];

/** A bare copy of the repository's manifests and tags, without any source: the rules alone, to which a test adds one import. */
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "mingchuang-boundaries-"));
  for (const file of [
    "package.json",
    "package-lock.json",
    "turbo.json",
    ...workspaces.flatMap((at) => [`${at}/package.json`, `${at}/turbo.json`]),
  ]) {
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
};

const declare = (workspace: string, dependency: string) => {
  const manifest = JSON.parse(readFileSync(join(copy, workspace, "package.json"), "utf8"));
  write(`${workspace}/package.json`, JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, [dependency]: "0.1.0" } }));
};

async function checkBoundaries() {
  const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" };
  const turbo = promisify(execFile)(process.execPath, [join(root, "node_modules/turbo/bin/turbo"), "boundaries"], {
    cwd: copy,
    env: environment,
  });
  return turbo.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (failure: { code: number; stdout: string; stderr: string }) => ({ code: failure.code, output: failure.stdout + failure.stderr }),
  );
}

describe("imports go one way", () => {
  test("the rules hold for manifests as they are", async () => {
    write(
      "packages/ingest/src/load.ts",
      'import type { Database } from "@mingchuang/warehouse/database";\nexport type Store = Database;\n',
    );
    expect(await checkBoundaries()).toMatchObject({ code: 0 });
  });

  test("an import of a package that the manifest does not name is caught", async () => {
    write(
      "packages/rubric/src/score.ts",
      'import type { Database } from "@mingchuang/warehouse/database";\nexport type Facts = Database;\n',
    );
    const { code, output } = await checkBoundaries();
    expect(code).not.toBe(0);
    expect(output).toContain("cannot import package `@mingchuang/warehouse`");
  });

  test.each([
    ["packages/rubric", "warehouse"],
    ["packages/ingest", "rubric"],
    ["packages/evaluation", "ingest"],
    ["packages/publish", "rubric"],
    ["packages/warehouse", "rubric"],
    ["packages/sample", "ingest"],
    ["apps/dashboard", "ingest"],
    ["apps/dashboard", "evaluation"],
  ])("%s may not depend on %s even when its manifest says so", async (workspace, dependency) => {
    declare(workspace, `@mingchuang/${dependency}`);
    const { code, output } = await checkBoundaries();
    expect(code).not.toBe(0);
    expect(output.replaceAll(/[\s|]+/g, " ")).toContain(`Package \`@mingchuang/${dependency}\` found without any tag listed in allowlist`);
  });

  test("a path that climbs out of its package is caught", async () => {
    write("packages/warehouse/src/database.ts", "export type Database = string;\n");
    write(
      "packages/rubric/src/score.ts",
      'import type { Database } from "../../warehouse/src/database.ts";\nexport type Facts = Database;\n',
    );
    const { code, output } = await checkBoundaries();
    expect(code).not.toBe(0);
    expect(output).toContain("leaves the package");
  });
});
