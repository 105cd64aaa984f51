import { afterEach, beforeEach, expect, test } from "vitest";
import { parseMapping } from "./mapping.ts";
import { csv, openSandbox, type Sandbox } from "./testing/sandbox.ts";
import { undoDocument } from "./undo.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const places = (path: string) =>
  sandbox.query<{ column: string }>(
    `select concat_ws(' ', sheet, kind, header_row, field, header, place) as column
    from ingest_column join ingest_file using (file_id) where path = '${path}' order by 1`,
  );
/** The cell of a stored value, from the store alone. */
const cellOf = (kind: string, field: string, row: string) =>
  sandbox.query<{ cell: string }>(
    `select if(file.format = 'xlsx', concat(place, row_no), concat('第', row_no, '行·', place)) as cell
    from raw_${kind} join ingest_file file using (file_id)
    join ingest_column on ingest_column.file_id = file.file_id and ingest_column.sheet = raw_${kind}.sheet and kind = '${kind}' and field = '${field}'
    where ${row}`,
  );

test("the cell of every stored value is known without reading the file again", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "说明", rows: [["请各市填写"]] },
    {
      name: "统计",
      rows: [["示例市统计表"], [], ["序号", "统计月份", "*窗口编号", "办件量（件）", "主动评价量"], [1, "2023-09", "W1", 5, 1]],
    },
  ]);
  sandbox.write("b.csv", csv(["窗口编号", "统计月份", "办件量", "主动评价"], ["W2", "2023-09", 6, 2]));
  await sandbox.ingest();
  expect(await places("a.xlsx")).toEqual([
    { column: "统计 review_counts 3 active_reviews 主动评价量 E" },
    { column: "统计 review_counts 3 cases 办件量（件） D" },
    { column: "统计 review_counts 3 month 统计月份 B" },
    { column: "统计 review_counts 3 window_id *窗口编号 C" },
  ]);
  expect(await cellOf("review_counts", "cases", "window_id = 'W1'")).toEqual([{ cell: "D4" }]);
  expect(await cellOf("review_counts", "active_reviews", "window_id = 'W2'")).toEqual([{ cell: "第2行·主动评价" }]);
});

test("a self score's column is recorded under the item's header", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    {
      name: "申报",
      rows: [
        ["申报编号", "年度", "荣誉", "申报对象编号", "自评·组织领导"],
        ["A1", 2023, "红旗窗口", "W1", 9],
      ],
    },
  ]);
  await sandbox.ingest();
  const [own] = await sandbox.query("select header, place from ingest_column where field = 'self_0'");
  expect(own).toEqual({ header: "自评·组织领导", place: "E" });
  expect(await sandbox.query("select cell from raw_self_scores")).toEqual([{ cell: "E2" }]);
});

test("a field that a mapping gives as a constant was read from no column, one that it renames from the foreign header", async () => {
  const mapping = parseMapping(
    "{ name: m, kind: innovations, match: [unit, measure], columns: { subject_id: unit, title: measure }, constants: { evidence: 外部系统 } }",
    "m.yaml",
  );
  sandbox.write("a.csv", csv(["unit", "measure", "evidence"], ["W1", "示例举措", "x"]));
  await sandbox.ingest({ mappings: [mapping] });
  expect(await sandbox.query("select evidence from raw_innovations")).toEqual([{ evidence: "外部系统" }]);
  expect(await places("a.csv")).toEqual([
    { column: " innovations 1 subject_id unit unit" },
    { column: " innovations 1 title measure measure" },
  ]);
});

test("columns stay with a version in history, a repeat has those of its original, a refused file has none, and nothing is listed twice", async () => {
  const content = csv(["对象编号", "举措名称"], ["W1", "甲"]);
  sandbox.write("a.csv", content);
  sandbox.write("b.csv", content);
  sandbox.write("c.csv", csv(["不知道"], ["1"]));
  await sandbox.ingest();
  await sandbox.ingest();
  const counts = () =>
    sandbox.query(
      "select path, count(field)::int as columns from ingest_file left join ingest_column using (file_id) group by path order by path",
    );
  const before = [
    { path: "a.csv", columns: 2 },
    { path: "b.csv", columns: 2 },
    { path: "c.csv", columns: 0 },
  ];
  expect(await counts()).toEqual(before);
  sandbox.remove("a.csv");
  expect(await undoDocument({ storePath: sandbox.storePath, path: "a.csv" })).toMatchObject({ path: "a.csv" });
  expect(await counts()).toEqual(before);
});
