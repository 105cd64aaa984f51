import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { IngestReport } from "./report.ts";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";
import { redoDocument, undoDocument } from "./undo.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = ["对象编号", "荣誉名称", "级别", "授予日期", "授予单位"];
const honour = (subject: string, issuer = "示例单位", title = "示例荣誉") => [subject, title, "市级", "2022-12-30", issuer];
const honours = (...rows: (string | null)[][]) => csv(header, ...rows);
const current = () =>
  sandbox
    .query<{ held: string }>("select concat(subject_id, '@', issuer) as held from raw_honours where superseded_by is null order by 1")
    .then((rows) => rows.map(({ held }) => held));
const account = () =>
  sandbox.query<{ path: string; account: string }>(
    "select path, concat(rows_in, '=', accepted, '+', rejected, '+', superseded) as account from ingest_account order by seq",
  );

test("importing everything twice changes nothing, row for row, and leaves the file itself alone", async () => {
  sandbox.write("a.csv", honours(honour("W1"), honour("W2"), honour("W2"), ["W3", null, "市级", "2022-12-30", "x"]));
  sandbox.write("b/c.csv", honours(honour("W1", "另一单位")));
  sandbox.write("d.csv", "不知道\n1\n");
  expect((await sandbox.ingest()).changed).toBe(true);
  const [before, bytes] = [await sandbox.dump(), readFileSync(sandbox.storePath)];
  const again = await sandbox.ingest();
  expect(again.changed).toBe(false);
  expect(again.files.map(({ state }) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
  expect(await sandbox.dump()).toEqual(before);
  expect(readFileSync(sandbox.storePath).equals(bytes)).toBe(true);
});

test("two stores built from the same files are the same, row for row", async () => {
  const files: [string, string][] = [
    ["a.csv", honours(honour("W1"), honour("W2"))],
    ["b.csv", honours(honour("W2", "另一单位"))],
  ];
  const other = openSandbox();
  try {
    for (const [path, content] of files) sandbox.write(path, content);
    for (const [path, content] of [...files].reverse()) other.write(path, content);
    await Promise.all([sandbox.ingest(), other.ingest()]);
    expect(await other.dump()).toEqual(await sandbox.dump());
  } finally {
    other.dispose();
  }
});

test("a corrected file takes the place of its earlier version, which stays in history", async () => {
  sandbox.write("a.csv", honours(honour("W1"), honour("W2")));
  await sandbox.ingest();
  sandbox.write("a.csv", honours(honour("W1", "更正单位")));
  await sandbox.ingest();
  expect(await current()).toEqual(["W1@更正单位"]);
  expect(await account()).toEqual([
    { path: "a.csv", account: "2=0+0+2" },
    { path: "a.csv", account: "1=1+0+0" },
  ]);
  const files = await sandbox.query("select seq, replaced_by is not null as replaced from ingest_file order by seq");
  expect(files).toEqual([
    { seq: 1, replaced: true },
    { seq: 2, replaced: false },
  ]);
});

test("a file that goes back to an earlier content counts as a new version", async () => {
  for (const issuer of ["一", "二", "一"]) {
    sandbox.write("a.csv", honours(honour("W1", issuer)));
    await sandbox.ingest();
  }
  expect(await current()).toEqual(["W1@一"]);
  expect(
    await sandbox.query("select count(distinct file_id)::int as ids, count(distinct sha256)::int as contents from ingest_file"),
  ).toEqual([{ ids: 3, contents: 2 }]);
});

test("a later file supersedes the rows that have its keys, and no others", async () => {
  sandbox.write("a.csv", honours(honour("W1"), honour("W2")));
  sandbox.write("b.csv", honours(honour("W2", "另一单位"), honour("W3")));
  await sandbox.ingest();
  expect(await current()).toEqual(["W1@示例单位", "W2@另一单位", "W3@示例单位"]);
  expect(await account()).toEqual([
    { path: "a.csv", account: "2=1+0+1" },
    { path: "b.csv", account: "2=2+0+0" },
  ]);
});

test("a key that a corrected file drops falls back to the file that had it before", async () => {
  sandbox.write("a.csv", honours(honour("W1"), honour("W2")));
  sandbox.write("b.csv", honours(honour("W2", "二")));
  sandbox.write("c.csv", honours(honour("W2", "三")));
  await sandbox.ingest();
  sandbox.write("c.csv", honours(honour("W9", "三")));
  await sandbox.ingest();
  expect(await current()).toEqual(["W1@示例单位", "W2@二", "W9@三"]);
  sandbox.write("b.csv", honours(honour("W8", "二")));
  await sandbox.ingest();
  expect(await current()).toEqual(["W1@示例单位", "W2@示例单位", "W8@二", "W9@三"]);
});

test("an exact repeat inside a file is superseded, rows that contradict each other are all rejected, over sheets too", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "一", rows: [header, honour("W1"), honour("W1"), honour("W2", "甲单位")] },
    { name: "二", rows: [header, honour("W2", "乙单位"), honour("W1"), honour("W3")] },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([6, 2, 2, 2]);
  expect(await current()).toEqual(["W1@示例单位", "W3@示例单位"]);
  expect(file.problems.map(({ sheet, cell, code, value }) => [sheet, cell, code, value])).toEqual([
    ["一", "A4", "D212", "W2 · 示例荣誉 · city · 2022-12-30"],
    ["二", "A2", "D212", "W2 · 示例荣誉 · city · 2022-12-30"],
  ]);
});

test("the same content under a second path is refused as a repeat with all its rows superseded", async () => {
  sandbox.write("a.csv", honours(honour("W1"), honour("W2")));
  sandbox.write("copy of a.csv", honours(honour("W1"), honour("W2")));
  const [original, copy] = (await sandbox.ingest()).files;
  expect(original).toMatchObject({ state: "loaded", rowsIn: 2, accepted: 2 });
  expect(copy).toMatchObject({ state: "refused", errorCode: "F113", errorDetail: "a.csv", rowsIn: 2, accepted: 0, superseded: 2 });
  sandbox.write("a.csv", honours(honour("W5")));
  await sandbox.ingest();
  expect(await current()).toEqual(["W1@示例单位", "W2@示例单位", "W5@示例单位"]);
});

test("a broken new version leaves the good old one in force, and a repaired one replaces it", async () => {
  sandbox.write("a.csv", honours(honour("W1")));
  await sandbox.ingest();
  sandbox.write("a.csv", "谁\n1\n");
  expect(onlyFile(await sandbox.ingest())).toMatchObject({ state: "refused", errorCode: "F102" });
  expect(await current()).toEqual(["W1@示例单位"]);
  sandbox.write("a.csv", honours(honour("W2")));
  await sandbox.ingest();
  expect(await current()).toEqual(["W2@示例单位"]);
});

test("self scores are superseded with the application they came with", async () => {
  const columns = ["申报编号", "年度", "荣誉", "申报对象编号", "自评·组织领导"];
  sandbox.write("a.csv", csv(columns, ["A1", 2023, "红旗窗口", "W1", 9], ["A2", 2023, "红旗窗口", "W2", 8]));
  sandbox.write("b.csv", csv(columns, ["A2", 2023, "红旗窗口", "W2", 7]));
  await sandbox.ingest();
  expect(await sandbox.query("select application_id, self_score_c from raw_self_scores where superseded_by is null order by 1")).toEqual([
    { application_id: "A1", self_score_c: 900 },
    { application_id: "A2", self_score_c: 700 },
  ]);
});

test("a load that dies between two files leaves the old store, and the next one goes through", async () => {
  sandbox.write("a.csv", honours(honour("W1")));
  await sandbox.ingest();
  const before = readFileSync(sandbox.storePath);
  sandbox.write("b.csv", honours(honour("W2")));
  sandbox.write("c.csv", honours(honour("W3")));
  const dying = sandbox.ingest({
    onProgress: ({ path }) => {
      if (path === "c.csv") throw new Error("power cut");
    },
  });
  await expect(dying).rejects.toThrow("power cut");
  expect(readFileSync(sandbox.storePath).equals(before)).toBe(true);
  expect(readdirSync(dirname(sandbox.storePath))).toEqual(["store.duckdb"]);
  await sandbox.ingest();
  expect(await current()).toEqual(["W1@示例单位", "W2@示例单位", "W3@示例单位"]);
});

test("a file that cannot be read is named and stops no other", async () => {
  sandbox.write("a.csv", honours(honour("W1")));
  sandbox.write("b.csv", honours(honour("W2")));
  const report = await sandbox.ingest({
    onProgress: ({ path }) => {
      if (path === "a.csv") sandbox.remove("a.csv");
    },
  });
  expect(report.skipped).toEqual([{ path: "a.csv", code: "F101" }]);
  expect(await current()).toEqual(["W2@示例单位"]);
});

test("a folder with settings of its own is a set of data by itself: it is named and left out", async () => {
  sandbox.write("workspace.yaml", "sample: true");
  sandbox.write("a.csv", honours(honour("W1")));
  sandbox.write("other/workspace.yaml", "sample: true");
  sandbox.write("other/b.csv", honours(honour("W2")));
  const report = await sandbox.ingest();
  expect(report.files.map(({ path }) => path)).toEqual(["a.csv"]);
  expect(report.skipped).toContainEqual({ path: "other", code: "F125" });
});

test("hidden and lock files are passed over; other formats and links out of the folder are named", async () => {
  sandbox.write("a.csv", honours(honour("W1")));
  sandbox.write("~$a.xlsx", "x");
  sandbox.write(".hidden.csv", "x");
  sandbox.write("说明.docx", "x");
  symlinkSync("/etc/hostname", join(sandbox.folder, "link.csv"));
  const report = await sandbox.ingest();
  expect(report.files.map(({ path }) => path)).toEqual(["a.csv"]);
  expect(report.skipped).toEqual([
    { path: "link.csv", code: "F111" },
    { path: "说明.docx", code: "F104" },
  ]);
});

const undo = (path: string) => undoDocument({ storePath: sandbox.storePath, path, now });
const redo = (path: string) => redoDocument({ storePath: sandbox.storePath, path, now });
const now = () => new Date("2024-01-05T01:02:03Z");
const states = (report: IngestReport) => report.files.map(({ path, state }) => `${path} ${state}`);

test("what a document superseded counts again when it is undone; it stays out while the folder has it, and comes back on request", async () => {
  sandbox.write("a.csv", honours(honour("W1", "甲")));
  sandbox.write("b.csv", honours(honour("W1", "乙"), honour("W2", "乙")));
  await sandbox.ingest();
  expect(await current()).toEqual(["W1@乙", "W2@乙"]);
  expect(await undo("b.csv")).toMatchObject({ path: "b.csv" });
  expect(await current()).toEqual(["W1@甲"]);
  expect(await undo("b.csv")).toBeNull();
  expect(await undo("c.csv")).toBeNull();
  const again = await sandbox.ingest();
  expect([states(again), again.changed]).toEqual([["a.csv unchanged", "b.csv undone"], false]);
  expect(await redo("b.csv")).toMatchObject({ path: "b.csv" });
  expect(await redo("b.csv")).toBeNull();
  expect(await current()).toEqual(["W1@乙", "W2@乙"]);
  expect(states(await sandbox.ingest())).toEqual(["a.csv unchanged", "b.csv unchanged"]);
  expect(await account()).toEqual([
    { path: "a.csv", account: "1=0+0+1" },
    { path: "b.csv", account: "2=2+0+0" },
  ]);
});

test("undoing a correction brings back the version before; other content is loaded again, and the undone one with it if it comes once more", async () => {
  const versions = ["一", "二", "三"].map((issuer) => honours(honour("W1", issuer)));
  const hand = async (n: number) => {
    sandbox.write("a.csv", versions[n] ?? "");
    return states(await sandbox.ingest());
  };
  await hand(0);
  await hand(1);
  await undo("a.csv");
  expect(await current()).toEqual(["W1@一"]);
  expect(await hand(1)).toEqual(["a.csv undone"]);
  expect(await hand(0)).toEqual(["a.csv unchanged"]);
  expect(await hand(1)).toEqual(["a.csv undone"]);
  expect(await hand(2)).toEqual(["a.csv loaded"]);
  expect(await redo("a.csv")).toBeNull();
  expect(await hand(1)).toEqual(["a.csv loaded"]);
  expect(await current()).toEqual(["W1@二"]);
});

test("undone step by step, versions come back in the reverse order", async () => {
  for (const issuer of ["一", "二", "三"]) {
    sandbox.write("a.csv", honours(honour("W1", issuer)));
    await sandbox.ingest();
  }
  const seen: string[][] = [];
  for (const step of [undo, undo, undo, redo, redo, redo]) {
    await step("a.csv");
    seen.push(await current());
  }
  expect(seen).toEqual([["W1@二"], ["W1@一"], [], ["W1@一"], ["W1@二"], ["W1@三"]]);
});

test("a copy stands by itself when its original is undone, with its own rejected rows, and is a copy again when that is redone", async () => {
  const content = honours(honour("W1"), ["W3", null, "市级", "2022-12-30", "x"], honour("W1"));
  sandbox.write("a.csv", content);
  sandbox.write("copy.csv", content);
  await sandbox.ingest();
  const whole = await sandbox.dump();
  await undo("a.csv");
  expect(await current()).toEqual(["W1@示例单位"]);
  expect(await account()).toEqual([
    { path: "a.csv", account: "3=0+1+2" },
    { path: "copy.csv", account: "3=1+1+1" },
  ]);
  expect(states(await sandbox.ingest())).toEqual(["a.csv undone", "copy.csv unchanged"]);
  await redo("a.csv");
  const { ingest_event: _, ...after } = await sandbox.dump();
  const { ingest_event: __, ...before } = whole;
  expect(after).toEqual(before);
});

test("every change is an event with its moment, its account and what it did to the rows of others", async () => {
  sandbox.write("a.csv", honours(honour("W1"), honour("W2")));
  sandbox.write("b.csv", honours(honour("W2", "另一单位")));
  sandbox.write("c.csv", "不知道\n1\n");
  await sandbox.ingest({ now });
  await sandbox.ingest({ now: () => new Date("2024-02-01T00:00:00Z") });
  sandbox.write("a.csv", honours(honour("W5")));
  await sandbox.ingest({ now: () => new Date("2024-02-02T00:00:00Z") });
  await undo("b.csv");
  await undo("a.csv");
  await redo("b.csv");
  const events = await sandbox.query<{ event: string }>(`
    select concat_ws(' ', event_no, strftime(happened_at, '%m-%d %H:%M'), e.path, action, e.error_code, row_count, other.path,
      concat('(', rows_in, '=', accepted, '+', rejected, '+', superseded, ')')) as event
    from ingest_event e left join ingest_file other on other.file_id = e.by_file_id order by event_no`);
  expect(events.map(({ event }) => event)).toEqual([
    "1 01-05 09:02 a.csv loaded 2 (2=2+0+0)",
    "2 01-05 09:02 b.csv loaded 1 (1=1+0+0)",
    "3 01-05 09:02 a.csv superseded 1 b.csv (2=1+0+1)",
    "4 01-05 09:02 c.csv refused F102 0 (=++)",
    "5 02-02 08:00 a.csv loaded 1 (1=1+0+0)",
    "6 02-02 08:00 a.csv superseded 1 a.csv (2=0+0+2)",
    "7 01-05 09:02 b.csv undone 1 (1=0+0+1)",
    "8 01-05 09:02 a.csv undone 1 (1=0+0+1)",
    "9 01-05 09:02 a.csv restored 2 a.csv (2=2+0+0)",
    "10 01-05 09:02 b.csv redone 1 (1=1+0+0)",
    "11 01-05 09:02 a.csv superseded 1 b.csv (2=1+0+1)",
  ]);
});

test("a document that is no longer handed in stays in the account as long as it is in force", async () => {
  sandbox.write("a.csv", honours(honour("W1")));
  sandbox.write("b.csv", honours(honour("W2")));
  await sandbox.ingest();
  sandbox.remove("b.csv");
  const earlier = ["a.csv", "b.csv", "never.csv"];
  const report = await sandbox.ingest({ earlier });
  expect(states(report)).toEqual(["a.csv unchanged", "b.csv gone"]);
  expect(report).toMatchObject({ changed: false, totals: { rowsIn: 2, accepted: 2 } });
  await undo("b.csv");
  expect(states(await sandbox.ingest({ earlier }))).toEqual(["a.csv unchanged"]);
});
