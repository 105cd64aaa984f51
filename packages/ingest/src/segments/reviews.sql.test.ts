import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "../testing/sandbox.ts";
import { redoDocument, undoDocument } from "../undo.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = ["评价编号", "窗口编号", "评价渠道", "评价等级", "评价时间", "默认评价", "原因认定", "办理时长"];
type Cell = string | number | null;
const review = (
  id: string,
  {
    window = "W1",
    channel = "浙里办",
    level = "5" as Cell,
    at = "2023-04-02 10:00",
    byDefault = "否",
    cause = "",
    minutes = "" as Cell,
  } = {},
) => [id, window, channel, level, at, byDefault, cause, minutes];
const table = (...rows: Cell[][]) => csv(header, ...rows);
const events = () => join(dirname(sandbox.storePath), "events");
const months = () =>
  sandbox.query(`select window_id, strftime(month, '%Y-%m') as month, channel, concat_ws('/', level_5, level_4, level_3, level_2, level_1) as levels,
    default_reviews as by_default, concat_ws('/', bad_objective, bad_not_objective, bad_undecided) as bad from event_window_month order by all`);
const counted = () =>
  sandbox
    .query<{ month: string; n: number }>("select strftime(month, '%Y-%m') as month, row_count as n from event_month order by 1")
    .then((rows) => Object.fromEntries(rows.map(({ month, n }) => [month, n])));
const account = () =>
  sandbox.query<{ path: string; account: string }>(
    "select path, concat(rows_in, '=', accepted, '+', rejected, '+', superseded) as account from ingest_account order by seq",
  );

/** Writes a Parquet file of whatever a query gives. */
async function parquet(path: string, sql: string): Promise<void> {
  sandbox.write(path, "");
  const db = await openNodeDatabase(":memory:");
  await db.execute(`copy (${sql}) to '${join(sandbox.folder, path)}' (format parquet)`);
  await db.close();
}

const typed = (ids: string, { window = "'W1'", level = "5", at = "timestamp '2023-04-02 10:00:00'", more = "" } = {}) =>
  `select ${ids} as review_id, ${window} as window_id, '浙里办' as channel, ${level}::tinyint as level, ${at} as rated_at, false as is_default, 12 as handling_minutes ${more}`;

test("reviews become counts of a window, month and channel: rated ones by level, default ones apart, bad ones by cause", async () => {
  sandbox.write(
    "a.csv",
    table(
      review("R1"),
      review("R2", { level: "满意" }),
      review("R3", { level: 3, byDefault: "是" }),
      review("R4", { level: "", byDefault: "是" }),
      review("R5", { level: "不满意", cause: "客观" }),
      review("R6", { level: 1, cause: "非客观" }),
      review("R7", { level: 1 }),
      review("R8", { channel: "" }),
      review("R9", { at: "2023-05-31 23:59:59" }),
      review("R10", { window: "W2", at: "2023年5月1日" }),
    ),
  );
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([10, 10, 0, 0]);
  expect(await months()).toEqual([
    { window_id: "W1", month: "2023-04", channel: "浙里办", levels: "1/1/0/1/2", by_default: 2, bad: "1/1/1" },
    { window_id: "W1", month: "2023-04", channel: null, levels: "1/0/0/0/0", by_default: 0, bad: "0/0/0" },
    { window_id: "W1", month: "2023-05", channel: "浙里办", levels: "1/0/0/0/0", by_default: 0, bad: "0/0/0" },
    { window_id: "W2", month: "2023-05", channel: "浙里办", levels: "1/0/0/0/0", by_default: 0, bad: "0/0/0" },
  ]);
  const bad = await sandbox.query(
    "select review_id, level, cause, row_no, file_id = (select file_id from ingest_file) as own from event_bad_review order by 1",
  );
  expect(bad).toEqual([
    { review_id: "R5", level: 2, cause: "objective", row_no: 6, own: true },
    { review_id: "R6", level: 1, cause: "not_objective", row_no: 7, own: true },
    { review_id: "R7", level: 1, cause: null, row_no: 8, own: true },
  ]);
});

test("rejected reviews are in quarantine with their line, field and value, and only the others are in segments", async () => {
  sandbox.write(
    "a.csv",
    table(
      review("R1"),
      review("R2", { level: "很好" }),
      review("R3", { level: "" }),
      review("R4", { byDefault: "" }),
      review("R5", { at: "2023-02-30" }),
      ["合计", "", "", "", "", "", "", ""],
      review("R6", { minutes: -5 }),
    ),
  );
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([7, 2, 5, 0]);
  expect(file.problems.map(({ cell, field, value, code, severity }) => [cell, field, value, code, severity])).toEqual([
    ["第3行·评价等级", "level", "很好", "D215", "rejected"],
    ["第4行·评价等级", "level", null, "D275", "rejected"],
    ["第5行·默认评价", "is_default", null, "D201", "rejected"],
    ["第6行·评价时间", "rated_at", "2023-02-30", "D204", "rejected"],
    ["第7行·评价编号", null, "合计", "D209", "rejected"],
    ["第8行·办理时长", "handling_minutes", "-5", "D276", "warning"],
  ]);
  expect(await counted()).toEqual({ "2023-04": 2 });
});

test("an exact repeat in a file is superseded, rows that contradict each other are all rejected, over months and sheets too", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "一", rows: [header, review("R1"), review("R1"), review("R2"), review("R3")] },
    { name: "二", rows: [header, review("R2", { at: "2023-05-02" }), review("R1"), review("R4")] },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([7, 3, 2, 2]);
  expect(file.problems.map(({ sheet, cell, code, value }) => [sheet, cell, code, value])).toEqual([
    ["一", "A4", "D212", "R2"],
    ["二", "A2", "D212", "R2"],
  ]);
  expect(await counted()).toEqual({ "2023-04": 3 });
});

describe("a review in a later file", () => {
  test("supersedes the earlier one, also when it has moved to another month, and only those months are counted again", async () => {
    sandbox.write("a.csv", table(review("R1"), review("R2"), review("R3", { at: "2023-06-01" })));
    await sandbox.ingest();
    const june = await sandbox.query("select built_from from event_month where month = date '2023-06-01'");
    sandbox.write("b.csv", table(review("R2", { at: "2023-05-09", level: 1 }), review("R9", { at: "2023-05-09" })));
    await sandbox.ingest();
    expect(await account()).toEqual([
      { path: "a.csv", account: "3=2+0+1" },
      { path: "b.csv", account: "2=2+0+0" },
    ]);
    expect(await counted()).toEqual({ "2023-04": 1, "2023-05": 2, "2023-06": 1 });
    expect(await sandbox.query("select built_from from event_month where month = date '2023-06-01'")).toEqual(june);
  });

  test("gives way again when its file is undone, exactly", async () => {
    sandbox.write("a.csv", table(review("R1"), review("R2"), review("R3")));
    await sandbox.ingest();
    const before = await months();
    sandbox.write("b.csv", table(review("R2", { at: "2023-05-09" })));
    sandbox.write("c.csv", table(review("R2", { at: "2023-07-09" }), review("R3", { level: 1 })));
    await sandbox.ingest();
    sandbox.remove("c.csv");
    await undoDocument({ storePath: sandbox.storePath, path: "c.csv" });
    expect(await counted()).toEqual({ "2023-04": 2, "2023-05": 1 });
    sandbox.remove("b.csv");
    await undoDocument({ storePath: sandbox.storePath, path: "b.csv" });
    expect(await months()).toEqual(before);
    sandbox.remove("a.csv");
    await undoDocument({ storePath: sandbox.storePath, path: "a.csv" });
    expect(await counted()).toEqual({});
    expect(await account()).toEqual([
      { path: "a.csv", account: "3=0+0+3" },
      { path: "b.csv", account: "1=0+0+1" },
      { path: "c.csv", account: "2=0+0+2" },
    ]);
  });

  test("of a copy counts while its original is undone, and the log says how many rows each change moved", async () => {
    const content = table(review("R1"), review("R2"), review("R2"));
    sandbox.write("a.csv", content);
    sandbox.write("b.csv", table(review("R1", { at: "2023-05-09" })));
    sandbox.write("c.csv", content);
    await sandbox.ingest();
    const before = [await months(), await account()];
    expect(await counted()).toEqual({ "2023-04": 1, "2023-05": 1 });
    await undoDocument({ storePath: sandbox.storePath, path: "a.csv" });
    expect(await counted()).toEqual({ "2023-04": 2, "2023-05": 0 });
    expect(await account()).toEqual([
      { path: "a.csv", account: "3=0+0+3" },
      { path: "b.csv", account: "1=0+0+1" },
      { path: "c.csv", account: "3=2+0+1" },
    ]);
    await redoDocument({ storePath: sandbox.storePath, path: "a.csv" });
    expect([await months(), await account()]).toEqual(before);
    const moved = await sandbox.query<{ event: string }>(
      "select concat_ws(' ', path, action, row_count) as event from ingest_event where event_no > 4 order by event_no",
    );
    expect(moved.map(({ event }) => event)).toEqual([
      "a.csv undone 1",
      "b.csv superseded 1",
      "c.csv restored 2",
      "a.csv redone 1",
      "b.csv restored 1",
      "c.csv superseded 2",
    ]);
  });

  test("takes the place of the earlier version of its own document", async () => {
    sandbox.write("a.csv", table(review("R1"), review("R2")));
    await sandbox.ingest();
    sandbox.write("a.csv", table(review("R1", { level: 2 })));
    await sandbox.ingest();
    expect((await months()).map(({ levels }) => levels)).toEqual(["0/0/0/1/0"]);
    expect(await account()).toEqual([
      { path: "a.csv", account: "2=0+0+2" },
      { path: "a.csv", account: "1=1+0+0" },
    ]);
  });
});

describe("a Parquet file", () => {
  test("is read with its types, whole numbers for ids and moments with a zone as the clock in China shows them", async () => {
    await parquet(
      "a.parquet",
      `select 900000000000000001::bigint as "评价编号", 17.0::double as "窗口编号", 'x' as channel, 2::int as "评价等级",
        timestamptz '2023-04-30 16:30:00+00' as "评价时间", 0::tinyint as "是否默认", '非客观' as "原因认定", 90.5::double as "办理时长", [1] as "附件"`,
    );
    const file = onlyFile(await sandbox.ingest());
    expect(countsOf(file)).toEqual([1, 1, 0, 0]);
    expect(file.tables[0]?.ignored.map(({ header: ignored }) => ignored)).toEqual(["附件"]);
    expect(await sandbox.query("select review_id, window_id, level, rated_at, cause, row_no from event_bad_review")).toEqual([
      { review_id: "900000000000000001", window_id: "17", level: 2, rated_at: "2023-05-01 00:30:00", cause: "not_objective", row_no: 1 },
    ]);
  });

  test("gives and takes the same as the same rows in a text file", async () => {
    sandbox.write(
      "a.csv",
      table(
        review("R1", { minutes: 30 }),
        review("R2", { level: 2, cause: "客观" }),
        review("R3", { byDefault: "是" }),
        review("R4", { level: 7 }),
      ),
    );
    await sandbox.ingest();
    const fromText = [await months(), (await account()).map(({ account: each }) => each)];
    const other = openSandbox();
    const text = sandbox;
    try {
      sandbox = other;
      await parquet(
        "a.parquet",
        `select * from (values ('R1', 'W1', '浙里办', 5, timestamp '2023-04-02 10:00', false, null, 30), ('R2', 'W1', '浙里办', 2, timestamp '2023-04-02 10:00', false, '客观', null),
        ('R3', 'W1', '浙里办', 5, timestamp '2023-04-02 10:00', true, null, null), ('R4', 'W1', '浙里办', 7, timestamp '2023-04-02 10:00', false, null, null))
        t(review_id, window_id, channel, level, rated_at, is_default, cause, handling_minutes)`,
      );
      const file = onlyFile(await sandbox.ingest());
      expect(file.problems.map(({ cell, value, code }) => [cell, value, code])).toEqual([["第4条·level", "7", "D215"]]);
      expect([await months(), (await account()).map(({ account: each }) => each)]).toEqual(fromText);
    } finally {
      sandbox = text;
      other.dispose();
    }
  });

  test("takes columns from the names of its folders, unless it has them itself", async () => {
    await parquet("reviews/is_default=1/month=2023-04/a.parquet", typed("'R1'").replace("false as is_default,", ""));
    await parquet("reviews/is_default=1/month=2023-04/b.parquet", typed("'R2'"));
    const report = await sandbox.ingest();
    expect(report.totals).toMatchObject({ rowsIn: 2, accepted: 2 });
    expect((await months()).map(({ levels, by_default }) => [levels, by_default])).toEqual([["1/0/0/0/0", 1]]);
    expect(report.files[0]?.tables[0]?.ignored.map(({ header: ignored }) => ignored)).toEqual(["month"]);
  });

  test("has rows that contradict each other rejected too, as they were handed in", async () => {
    await parquet("a.parquet", `${typed("'R1'")} union all ${typed("'R1'", { level: "4" })} union all ${typed("'R2'")}`);
    const file = onlyFile(await sandbox.ingest());
    expect(countsOf(file)).toEqual([3, 1, 2, 0]);
    expect(file.problems.map(({ cell, code, value }) => [cell, code, value])).toEqual([
      ["第1条·review_id", "D212", "R1"],
      ["第2条·review_id", "D212", "R1"],
    ]);
    const rows = await sandbox.query<{ row_text: string }>("select row_text from ingest_problem order by row_no");
    expect(rows.map(({ row_text }) => JSON.parse(row_text).level)).toEqual([5, 4]);
  });

  test("may hold any kind of table", async () => {
    await parquet(
      "好差评统计/month=2023-04/a.parquet",
      `select unnest(['W1', 'W2', null]) as "窗口编号", 100.0::double as "办件量", 10 as "主动评价量", 9::bigint as "好评数", 'NaN'::double as "差评数"`,
    );
    const file = onlyFile(await sandbox.ingest());
    expect(countsOf(file)).toEqual([3, 2, 1, 0]);
    expect(file.problems.map(({ cell, code }) => [cell, code])).toEqual([["第3条·窗口编号", "D201"]]);
    expect(
      await sandbox.query("select window_id, month, cases, active_reviews, good, bad, row_no from raw_review_counts order by 1"),
    ).toEqual([
      { window_id: "W1", month: "2023-04-01", cases: 100, active_reviews: 10, good: 9, bad: null, row_no: 1 },
      { window_id: "W2", month: "2023-04-01", cases: 100, active_reviews: 10, good: 9, bad: null, row_no: 2 },
    ]);
  });

  test("that is cut off, damaged, encrypted, another format or nested is refused with a number and stops no other", async () => {
    await parquet("good.parquet", typed("'R1'"));
    await parquet("nested.parquet", typed("{'id': 'R1'}"));
    await parquet("large.parquet", typed("'R' || r", { more: "from range(200000) t(r)" }));
    const large = readFileSync(join(sandbox.folder, "large.parquet"));
    sandbox.remove("large.parquet");
    sandbox.write("cut.parquet", large.subarray(0, large.length / 2));
    sandbox.write("damaged.parquet", Buffer.concat([large.subarray(0, 5_000), Buffer.alloc(50_000, 7), large.subarray(55_000)]));
    sandbox.write("encrypted.parquet", "PARE....................PARE");
    sandbox.write("text.parquet", table(review("R1")));
    sandbox.write("empty.parquet", "");
    sandbox.write("parquet.csv", large.subarray(0, 1000));
    const report = await sandbox.ingest();
    expect(Object.fromEntries(report.files.map(({ path, errorCode }) => [path, errorCode]))).toEqual({
      "cut.parquet": "F150",
      "damaged.parquet": "F150",
      "empty.parquet": "F110",
      "encrypted.parquet": "F150",
      "good.parquet": null,
      "nested.parquet": "F152",
      "parquet.csv": "F106",
      "text.parquet": "F106",
    });
    expect(await counted()).toEqual({ "2023-04": 1 });
  });

  test("may have a name that looks like a pattern", async () => {
    await parquet("四月[1]*.parquet", typed("'R1'"));
    await parquet("四月1.parquet", typed("'R2'"));
    expect((await sandbox.ingest()).totals).toMatchObject({ rowsIn: 2, accepted: 2 });
  });
});

describe("segments", () => {
  test("that no store names are swept away by the next load, those that it names are left alone", async () => {
    sandbox.write("a.csv", table(review("R1"), review("R2", { at: "2023-05-01" })));
    await sandbox.ingest();
    const named = readdirSync(events()).sort();
    expect(named.length).toBe(2);
    for (const name of ["0123456789abcdef-0-2023-04.parquet", "0123456789abcdef-2-1-2023-04.parquet.building"])
      writeFileSync(join(events(), name), "torn");
    writeFileSync(join(events(), "somebody-elses.parquet"), "not ours");
    await sandbox.ingest();
    expect(readdirSync(events()).sort()).toEqual([...named, "somebody-elses.parquet"].sort());
  });

  test("of a load that dies do not count, and the next one goes through", async () => {
    sandbox.write("a.csv", table(review("R1")));
    sandbox.write("b.csv", table(review("R2")));
    const dying = sandbox.ingest({
      onProgress: ({ path }) => {
        if (path === "b.csv") throw new Error("power cut");
      },
    });
    await expect(dying).rejects.toThrow("power cut");
    expect(existsSync(sandbox.storePath)).toBe(false);
    await sandbox.ingest();
    expect(await counted()).toEqual({ "2023-04": 2 });
    expect(readdirSync(events()).length).toBe(2);
  });

  test("that have gone are missed when a load needs them, by number", async () => {
    sandbox.write("a.csv", table(review("R1")));
    await sandbox.ingest();
    rmSync(events(), { recursive: true });
    sandbox.write("b.csv", table(review("R2")));
    await expect(sandbox.ingest()).rejects.toMatchObject({ code: "F151" });
  });
});

test("importing reviews twice changes nothing, and two stores of the same files are the same", async () => {
  sandbox.write("a.csv", table(review("R1"), review("R1"), review("R2", { minutes: 12 })));
  sandbox.write("b.csv", table(review("R2", { minutes: 15 })));
  await sandbox.ingest();
  const before = await sandbox.dump();
  expect((await sandbox.ingest()).changed).toBe(false);
  expect(await sandbox.dump()).toEqual(before);
});
