import { describe, expect, test } from "vitest";
import { contracts } from "./contracts/catalogue.ts";
import { recogniseTable } from "./detect.ts";
import { IngestError } from "./errors.ts";
import { parseMapping } from "./mapping.ts";

const head = (...rows: string[][]) => rows.map((cells, index) => ({ rowNo: index + 1, cells }));

describe("a table of its own template is recognised", () => {
  test.each(contracts.map((contract) => [contract.kind, contract] as const))("%s", (kind, contract) => {
    const found = recogniseTable(
      head(
        ["标题"],
        contract.fields.map((field) => field.header),
      ),
      [],
    );
    expect(found).toMatchObject({ kind, headIndex: 1, ignored: [] });
  });

  test.each(contracts.map((contract) => [contract.kind, contract] as const))("%s, by code names", (kind, contract) => {
    expect(recogniseTable(head(contract.fields.map((field) => field.name)), [])).toMatchObject({ kind });
  });
});

test("headers are found with spaces, line breaks, stars, units and full-width letters in them", () => {
  const found = recogniseTable(head(["*窗口 编号", "统计\n月份", "办件量（件）", "主动评价量(条)", "备注"]), []);
  expect(found).toMatchObject({ kind: "review_counts", ignored: ["备注"] });
  expect("columns" in found && [...found.columns.keys()]).toEqual(["window_id", "month", "cases", "active_reviews"]);
});

test("a table that lacks a header is not recognised, and the nearest kind and the lack are named", () => {
  expect(recogniseTable(head(["窗口编号", "办件量", "主动评价量", "非常满意"]), [])).toEqual({
    nearest: "好差评统计",
    matched: 4,
    hasKeyedRows: false,
    missing: ["统计月份"],
  });
});

test("words that are no headers resemble nothing", () => {
  expect(recogniseTable(head(["说明"], ["一、按月填报"]), [])).toEqual({ nearest: null, matched: 0, hasKeyedRows: false, missing: [] });
});

test("a header further down than fifteen rows is not looked for", () => {
  const titles = Array.from({ length: 15 }, () => ["标题"]);
  expect(recogniseTable(head(...titles, ["窗口编号", "月份", "主动评价量"]), [])).not.toHaveProperty("kind");
});

test("a field's own header goes before its aliases; two equal claims stop the file", () => {
  expect(recogniseTable(head(["窗口编号", "窗口代码", "统计月份", "主动评价量"]), [])).toMatchObject({ ignored: ["窗口代码"] });
  expect(() => recogniseTable(head(["窗口代码", "窗口编码", "统计月份", "主动评价量"]), [])).toThrow(IngestError);
});

describe("a mapping", () => {
  const yaml =
    "name: x\nkind: complaints\nmatch: [Key, When]\ncolumns: { complaint_id: Key, received_at: When }\nconstants: { nature: 投诉, window_id: W1 }\n";

  test("makes a foreign table one of ours when all its headers are there", () => {
    const mapping = parseMapping(yaml, "x.yaml");
    expect(recogniseTable(head(["Key", "When", "What"]), [mapping])).toMatchObject({ kind: "complaints", mapping, ignored: ["What"] });
    expect(recogniseTable(head(["Key", "What"]), [mapping])).not.toHaveProperty("kind");
  });

  test.each([
    ["is no YAML", "name: [", "F115"],
    ["has a word too many", `${yaml}colour: red\n`, "F115"],
    ["names a field that the kind does not have", yaml.replace("received_at", "recieved_at"), "F115"],
    ["names a kind that does not exist", yaml.replace("complaints", "praise"), "F115"],
  ])("that %s is refused", (_name, text, code) => {
    expect(() => parseMapping(text, "x.yaml")).toThrow(expect.objectContaining({ code }));
  });
});
