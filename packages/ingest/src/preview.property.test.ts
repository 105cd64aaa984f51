import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FileOverrides } from "./file-override.ts";
import { previewFolder } from "./preview.ts";
import { openSandbox } from "./testing/sandbox.ts";
import { testCodes } from "./testing/test-codes.ts";

const header = ["工单号", "窗口编号", "受理时间", "性质"];
const id = fc.constantFrom("T1", "T2", "T3", "T4", "T5");
const row = fc.tuple(
  id,
  fc.constantFrom("W1", "W2", ""),
  fc.constantFrom("2023-09-01", "2023-09-02", "九月"),
  fc.constantFrom("投诉", "咨询", "表扬"),
);
const asCsv = (rows: readonly (readonly string[])[]) => [header, ...rows].map((cells) => `${cells.join(",")}\n`).join("");
const asLines = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `${JSON.stringify(Object.fromEntries(cells.map((cell, index) => [header[index], cell])))}\n`).join("");
const review = fc.tuple(id, fc.constantFrom("5", "1", "9")).map(([review, level]) => `${review},W1,网上,${level},2023-04-02 10:00,否\n`);
const content = fc.oneof(
  { weight: 4, arbitrary: fc.array(row, { maxLength: 6 }).map((rows) => ["csv", asCsv(rows)] as const) },
  { weight: 2, arbitrary: fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => ["ndjson", `${asLines(rows)}{"工单号"\n`] as const) },
  {
    weight: 2,
    arbitrary: fc
      .array(review, { maxLength: 5 })
      .map((rows) => ["csv", `评价编号,窗口编号,评价渠道,评价等级,评价时间,默认评价\n${rows.join("")}`] as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(["csv", ""] as const, ["json", "[{]"] as const, ["csv", "甲,乙\n1,2\n"] as const, ["txt", "x"] as const),
  },
);
const files = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), content), { minLength: 1, maxLength: 3 });
const settings = fc.constantFrom({}, { "a.csv": { kind: "complaints" } }, { "*.csv": { separator: ";" } }, { "b.*": { ignore: true } });

/** Every file under a folder with its bytes and the time at which it was last written. */
const everything = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, statSync(path).mtimeMs, readFileSync(path).toString("base64")]);

test("a dry run gives the very account of the load after it, before and after a first load, and leaves every byte as it was", async () => {
  await fc.assert(
    fc.asyncProperty(files, files, settings, async (first, second, laidDown) => {
      const sandbox = openSandbox();
      const overrides = [FileOverrides.parse(laidDown)];
      try {
        for (const batch of [first, second]) {
          for (const [name, [extension, text]] of batch) sandbox.write(`${name}.${extension}`, text);
          const root = dirname(sandbox.folder);
          const before = everything(root);
          const options = {
            folder: sandbox.folder,
            storePath: sandbox.storePath,
            codes: testCodes,
            mappings: [],
            clock: () => 0,
            overrides,
          };
          const preview = await previewFolder(options);
          expect(everything(root)).toEqual(before);
          expect(preview).toEqual(await sandbox.ingest({ overrides, compare: true }));
        }
      } finally {
        sandbox.dispose();
      }
    }),
    { seed: 20230423, numRuns: 6 },
  );
});
