import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runStep } from "./step-ledger.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mingchuang-steps-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (inputs: string) =>
  runStep(join(folder, "steps.json"), {
    name: "evaluate",
    inputs,
    outputs: [join(folder, "result")],
    work: async () => writeFileSync(join(folder, "result"), inputs),
  });

test("a step is done once for the same inputs and again for others", async () => {
  expect([await run("a"), await run("a"), await run("b"), await run("b"), await run("a")]).toEqual([true, false, true, false, true]);
});

test("a step whose result was removed or changed is done again", async () => {
  await run("a");
  rmSync(join(folder, "result"));
  expect(await run("a")).toBe(true);
  writeFileSync(join(folder, "result"), "something else");
  expect(await run("a")).toBe(true);
  expect(await run("a")).toBe(false);
});

test("a step that failed is done again", async () => {
  const failing = { name: "evaluate", inputs: "a", outputs: [], work: () => Promise.reject(new Error("no")) };
  await expect(runStep(join(folder, "steps.json"), failing)).rejects.toThrow("no");
  expect(await run("a")).toBe(true);
});

test("a damaged ledger means doing the step again, not failing", async () => {
  await run("a");
  writeFileSync(join(folder, "steps.json"), "{");
  expect(await run("a")).toBe(true);
});
