import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mingchuang-fingerprint-"));
  mkdirSync(join(folder, "2023"));
  writeFileSync(join(folder, "2023/a.csv"), "一");
  writeFileSync(join(folder, "2023/b.csv"), "二");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the same files have the same fingerprint, whatever their times", async () => {
  const before = await fingerprint([folder]);
  utimesSync(join(folder, "2023/a.csv"), 1, 1);
  expect(await fingerprint([folder])).toBe(before);
});

test.each<[string, () => void]>([
  ["a changed character", () => writeFileSync(join(folder, "2023/a.csv"), "三")],
  ["a new file", () => writeFileSync(join(folder, "2023/c.csv"), "")],
  ["a file taken away", () => rmSync(join(folder, "2023/b.csv"))],
  ["a new name", () => renameSync(join(folder, "2023/b.csv"), join(folder, "2023/d.csv"))],
  [
    "text moved from one file to the next",
    () => {
      writeFileSync(join(folder, "2023/a.csv"), "");
      writeFileSync(join(folder, "2023/b.csv"), "一二");
    },
  ],
])("%s changes it", async (_, change) => {
  const before = await fingerprint([folder]);
  change();
  expect(await fingerprint([folder])).not.toBe(before);
});

test("files that do not count do not change it", async () => {
  const counts = (path: string) => !path.endsWith(".tmp");
  const before = await fingerprint([folder], { counts });
  writeFileSync(join(folder, "2023/lock.tmp"), "x");
  expect(await fingerprint([folder], { counts })).toBe(before);
});

test("a missing path differs from an empty folder", async () => {
  mkdirSync(join(folder, "empty"));
  expect(await fingerprint([join(folder, "missing")])).not.toBe(await fingerprint([join(folder, "empty")]));
});
