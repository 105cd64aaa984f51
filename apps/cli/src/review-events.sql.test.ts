import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine } from "./main.ts";
import { recordingTerminal } from "./recording-terminal.ts";

let root: string;
let folder: string;
let workspace: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-review-events-"));
  folder = join(root, "in");
  workspace = join(root, "work");
  mkdirSync(folder);
  write(
    "窗口名录.csv",
    "窗口编号,窗口名称,设区市,层级,领域,名录年度\nW1,示例窗口甲,杭州市,市,住建,2023\nW2,示例窗口乙,杭州市,市,住建,2023\n",
  );
  write("申报.csv", "申报编号,年度,荣誉,申报对象编号\nA1,2023,红旗窗口,W1\nA2,2023,红旗窗口,W2\n");
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, content: string) => writeFileSync(join(folder, path), content);
const header = "评价编号,窗口编号,评价渠道,评价等级,评价时间,默认评价,原因认定";
const bad = (id: string, day: string, cause = "非客观") => `${id},W1,浙里办,不满意,2023-05-${day} 10:00:00,否,${cause}`;
const good = (id: string) => `${id},W1,浙里办,非常满意,2023-05-20 10:00:00,否,`;

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const terminal = recordingTerminal("zh");
  const code = await runCommandLine([...args, "--workspace", workspace], terminal);
  return { code, said: [...terminal.said, ...terminal.warned].join("\n") };
}

async function judge(): Promise<string> {
  await run("ingest", folder);
  expect((await run("evaluate")).code).toBe(0);
  return (await run("explain", "A1")).said;
}

async function ask<Row extends Record<string, string | number | boolean | null>>(sql: string) {
  const db = await openNodeDatabase(join(workspace, "evaluation.duckdb"), { readOnly: true });
  try {
    return await db.query<Row>(sql);
  } finally {
    await db.close();
  }
}
const standing = () => ask("select state, counted, undecided, excluded from eval_veto where subject_id = 'W1' and rule = 'V2'");

describe("bad reviews among all reviews", () => {
  test("that no list of bad reviews has bring a veto, which is explained down to file and row", async () => {
    write(
      "评价记录.csv",
      [header, good("H1"), bad("H2", "02"), good("H3"), bad("H4", "03"), bad("H5", "04"), bad("H6", "05"), ""].join("\n"),
    );
    const said = await judge();
    expect(await standing()).toEqual([{ state: "vetoed", counted: 4, undecided: 0, excluded: 0 }]);
    expect(said).toContain("非客观原因差评过多：计入 4 条，满 4 条否决，一票否决");
    for (const [id, row] of [
      ["H2", 3],
      ["H4", 5],
      ["H5", 6],
      ["H6", 7],
    ]) {
      expect(said).toContain(`计入：日期和各项条件都符合。  ${id}  ← 评价记录.csv 第 ${row} 行`);
    }
  });

  test("follow the list where it has them: one found objective lifts the veto", async () => {
    write("评价记录.csv", [header, bad("H2", "02"), bad("H4", "03"), bad("H5", "04"), bad("H6", "05"), ""].join("\n"));
    write("差评明细.csv", "评价编号,窗口编号,评价渠道,评价等级,评价时间,原因认定\nH5,W1,浙里办,不满意,2023-05-04 10:00:00,客观\n");
    expect(await judge()).toContain("H5  ← 差评明细.csv 第 2 行");
    expect(await standing()).toEqual([{ state: "near", counted: 3, undecided: 0, excluded: 1 }]);
  });

  test("that nobody has decided about clear nobody and veto nobody", async () => {
    write("评价记录.csv", [header, bad("H2", "02"), bad("H4", "03"), bad("H5", "04"), bad("H6", "05", ""), ""].join("\n"));
    await judge();
    expect(await standing()).toEqual([{ state: "undecided", counted: 3, undecided: 1, excluded: 0 }]);
  });

  test("that may be on the list under another number are not counted twice into a veto", async () => {
    write("评价记录.csv", [header, bad("H2", "02"), bad("H4", "03"), ""].join("\n"));
    const listed = (id: string, day: string) => `${id},W1,浙里办,不满意,2023-05-${day} 10:00:00,非客观`;
    write(
      "差评明细.csv",
      ["评价编号,窗口编号,评价渠道,评价等级,评价时间,原因认定", listed("CP1", "02"), listed("CP2", "03"), ""].join("\n"),
    );
    await judge();
    expect(await standing()).toEqual([{ state: "undecided", counted: 2, undecided: 2, excluded: 0 }]);
    const found = await ask<{ what: string }>("select what from mart_violation where name = 'bad_review_may_be_listed_twice' order by 1");
    expect(found.map(({ what }) => what)).toEqual(["H2", "H4"]);
  });

  test("lose their veto when a later file corrects one of them, and bring it again when that file is undone", async () => {
    write("评价记录.csv", [header, bad("H2", "02"), bad("H4", "03"), bad("H5", "04"), bad("H6", "05"), ""].join("\n"));
    write("评价记录更正.csv", [header, "H6,W1,浙里办,满意,2023-05-05 10:00:00,否,", ""].join("\n"));
    await judge();
    expect(await standing()).toEqual([{ state: "near", counted: 3, undecided: 0, excluded: 0 }]);
    rmSync(join(folder, "评价记录更正.csv"));
    await run("ingest", "undo", "评价记录更正.csv");
    await run("evaluate");
    expect(await standing()).toEqual([{ state: "vetoed", counted: 4, undecided: 0, excluded: 0 }]);
  });
});

test("the months of a window come from its reviews where no counts were handed in, with the rows they were counted from", async () => {
  write("评价记录.csv", [header, good("H1"), good("H2"), bad("H3", "02"), "H4,W2,浙里办,满意,2023-06-01,是,", ""].join("\n"));
  await judge();
  const months = await ask(`select window_id, counted_from, cases, active_reviews, default_reviews, good, bad, path, row_no
    from mart_window_month join mart_file using (file_id) order by 1`);
  expect(months).toEqual([
    {
      window_id: "W1",
      counted_from: "reviews",
      cases: null,
      active_reviews: 3,
      default_reviews: 0,
      good: 2,
      bad: 1,
      path: "评价记录.csv",
      row_no: 2,
    },
    {
      window_id: "W2",
      counted_from: "reviews",
      cases: null,
      active_reviews: 0,
      default_reviews: 1,
      good: 0,
      bad: 0,
      path: "评价记录.csv",
      row_no: 5,
    },
  ]);
});
