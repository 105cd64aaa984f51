import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportedFile } from "./report.ts";
import { corpus } from "./testing/corpus/corpus.ts";
import { openSandbox, type Sandbox } from "./testing/sandbox.ts";

/** All files are one folder, handed in at once: what one does must not change what is made of another. */
let sandbox: Sandbox;
let files: ReadonlyMap<string, ReportedFile>;
beforeAll(async () => {
  sandbox = openSandbox();
  for (const { file, bytes } of corpus) sandbox.write(file, await bytes());
  const report = await sandbox.ingest();
  files = new Map(report.files.map((file) => [file.path, file]));
}, 240_000);
afterAll(() => sandbox.dispose());

const fileOf = (path: string): ReportedFile => {
  const file = files.get(path);
  if (!file) throw new Error(`${path} is not in the report`);
  return file;
};

describe("each file of the corpus comes out as expected", () => {
  test.each(corpus)("$file: $name", async ({ file: path, expect: expected }) => {
    const file = fileOf(path);
    expect([file.state, file.errorCode, file.errorCode === null ? null : file.errorDetail]).toEqual([
      expected.state,
      expected.error ?? null,
      expected.error === undefined ? null : expect.any(String),
    ]);
    const problems = await sandbox.query<{ place: string; code: string }>(
      `select if(sheet = '' and cell <> '', cell, concat(sheet, '!', cell)) as place, code from ingest_problem where file_id = '${file.fileId}' and origin = 'file' order by all`,
    );
    expect(problems.map(({ place, code }) => [place, code]).sort()).toEqual(
      [...(expected.problems ?? [])].map((problem) => [...problem]).sort(),
    );
    expect(file.tables.flatMap(({ sheet, note }) => (note === null ? [] : [[sheet, note]])).sort()).toEqual(
      (expected.skipped ?? []).map((skipped) => [...skipped]).sort(),
    );
    for (const [kind, rows] of Object.entries(expected.rows ?? {})) {
      const columns = [...new Set(["row_no", ...rows.flatMap(Object.keys)])].map((column) => `"${column}"`).join(", ");
      const stored = await sandbox.query(
        `select ${columns} from raw_${kind} where file_id = '${file.fileId}' order by sheet, row_no, ${columns}`,
      );
      expect(stored).toMatchObject(rows);
      expect(stored.length).toBe(rows.length);
    }
    const storedRows = Object.entries(expected.rows ?? {}).reduce(
      (sum, [kind, rows]) => sum + (kind === "self_scores" ? 0 : rows.length),
      0,
    );
    expect(file.accepted + file.superseded).toBe(storedRows);
    expect(file.rowsIn).toBe(file.accepted + file.rejected + file.superseded);
  });
});

test("the corpus has at least sixty files, each named once and with a sentence of its own", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  expect(new Set(corpus.map(({ file }) => file)).size).toBe(corpus.length);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});
