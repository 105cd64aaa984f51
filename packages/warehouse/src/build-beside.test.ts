import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildBeside } from "./build-beside.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-build-"));
  path = join(folder, "result.duckdb");
});
afterEach(() => rm(folder, { recursive: true }));

test("the new file takes the old one's place only when it is whole", async () => {
  await writeFile(path, "old");
  const result = await buildBeside(path, async (temporary) => {
    await writeFile(temporary, "half");
    expect(await readFile(path, "utf8")).toBe("old");
    await writeFile(temporary, "whole");
    return 42;
  });
  expect(result).toBe(42);
  expect(await readFile(path, "utf8")).toBe("whole");
  expect(await readdir(folder)).toEqual(["result.duckdb"]);
});

test("a failed build leaves the old file and nothing else", async () => {
  await writeFile(path, "old");
  const build = buildBeside(path, async (temporary) => {
    await writeFile(temporary, "half");
    await writeFile(`${temporary}.wal`, "log");
    throw new Error("stopped");
  });
  await expect(build).rejects.toThrow("stopped");
  expect(await readFile(path, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["result.duckdb"]);
});

test("a file whose log was not folded in is never put in place", async () => {
  const build = buildBeside(path, async (temporary) => {
    await writeFile(temporary, "data");
    await writeFile(`${temporary}.wal`, "log");
  });
  await expect(build).rejects.toThrow("checkpointed");
  expect(await readdir(folder)).toEqual([]);
});

test("what a killed process left behind is removed, what a living one is writing is not", async () => {
  const killed = 2 ** 22 + 1; // above the largest process number Linux gives
  await writeFile(`${path}.building-${killed}`, "abandoned");
  await writeFile(`${path}.building-${killed}.wal`, "abandoned");
  await writeFile(`${path}.building-${process.ppid}`, "in progress");
  await buildBeside(path, (temporary) => writeFile(temporary, "whole"));
  expect((await readdir(folder)).sort()).toEqual(["result.duckdb", `result.duckdb.building-${process.ppid}`]);
});
