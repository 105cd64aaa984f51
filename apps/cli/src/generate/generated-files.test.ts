import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findDrift, type Generated, writeGenerated } from "./generated-files.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-generated-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pages: Generated = {
  at: "docs/errors",
  whole: true,
  files: new Map([
    ["A1.md", "一"],
    ["sub/A2.md", "二"],
  ]),
};
const schema: Generated = { at: "data/scheme.json", whole: false, files: new Map([["", "{}"]]) };

test("what was written does not drift, and writing again changes nothing", async () => {
  expect(await writeGenerated(root, [pages, schema])).toHaveLength(3);
  expect(findDrift(root, [pages, schema])).toEqual([]);
  expect(await writeGenerated(root, [pages, schema])).toEqual([]);
  expect(readFileSync(join(root, "docs/errors/sub/A2.md"), "utf8")).toBe("二");
});

test("a changed, a missing and a forgotten file are each named", async () => {
  await writeGenerated(root, [pages, schema]);
  writeFileSync(join(root, "docs/errors/A1.md"), "edited by hand");
  writeFileSync(join(root, "docs/errors/OLD.md"), "of a code that is gone");
  rmSync(join(root, "data/scheme.json"));
  expect(findDrift(root, [pages, schema])).toEqual([
    { path: "data/scheme.json", is: "missing" },
    { path: "docs/errors/A1.md", is: "changed" },
    { path: "docs/errors/OLD.md", is: "unexpected" },
  ]);
  await writeGenerated(root, [pages, schema]);
  expect(existsSync(join(root, "docs/errors/OLD.md"))).toBe(false);
});

test("a folder that holds other files too keeps them", async () => {
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "data/other.csv"), "x");
  const shared: Generated = { at: "data", whole: false, files: new Map([["reference.csv", "y"]]) };
  await writeGenerated(root, [shared]);
  expect(existsSync(join(root, "data/other.csv"))).toBe(true);
  expect(findDrift(root, [shared])).toEqual([]);
});

test("what people write in a generated folder stays", async () => {
  const mixed: Generated = { ...pages, byHand: ["notes.md"] };
  await writeGenerated(root, [mixed]);
  writeFileSync(join(root, "docs/errors/notes.md"), "三");
  expect(await writeGenerated(root, [mixed])).toEqual([]);
  expect(readFileSync(join(root, "docs/errors/notes.md"), "utf8")).toBe("三");
});
