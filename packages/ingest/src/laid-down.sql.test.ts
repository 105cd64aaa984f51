import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FileOverrides, fits, overrideOf } from "./file-override.ts";
import { parseMapping } from "./mapping.ts";
import { gb18030 } from "./testing/gb18030.ts";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = ["工单号", "窗口编号", "受理时间", "性质", "投诉内容"];
const row = (id: string) => [id, "W1", "2023-09-01 10:00", "投诉", "排队"];
const plain = csv(header, row("T1"), row("T2"));
const ingest = async (files: unknown, more = {}) => onlyFile(await sandbox.ingest({ overrides: [FileOverrides.parse(files)], ...more }));

describe("which settings a file has", () => {
  test.each([
    ["a.csv", "a.csv", true],
    ["./a.csv", "a.csv", true],
    ["*.csv", "2023/a.csv", false],
    ["**/*.csv", "2023/a.csv", true],
    ["2023/*", "2023/a.csv", true],
    ["评分(初审).csv", "评分(初审).csv", true],
    ["a[1].csv", "a[1].csv", true],
    ["!a.csv", "b.csv", false],
  ])("%s and %s: %s", (key, path, expected) => {
    expect(fits(key, path)).toBe(expected);
  });

  test("a later pattern goes before an earlier one, the path itself before all, a later list first, each setting by itself", () => {
    const folder = FileOverrides.parse({
      "a.csv": { kind: "people" },
      "*.csv": { encoding: "gbk", headerRow: 1 },
      "a*": { headerRow: 2, kind: "scores" },
    });
    expect(overrideOf("a.csv", [folder])).toEqual({ encoding: "gb18030", headerRow: 2, kind: "people" });
    expect(overrideOf("a.csv", [folder, FileOverrides.parse({ "a.csv": { kind: "windows" } })])).toMatchObject({ kind: "windows" });
    expect(overrideOf("b.xlsx", [folder])).toBeNull();
  });
});

describe("what is laid down for a file", () => {
  test("is obeyed, told in the report, and decides again when it changes though the file does not", async () => {
    sandbox.write("a.csv", gb18030(plain.replaceAll("排队", "一")));
    const first = onlyFile(await sandbox.ingest());
    expect(first).toMatchObject({ state: "loaded", encoding: "gb18030", separator: ",", laidDown: null });
    const settings = { "a.csv": { encoding: "gbk", kind: "投诉记录", headerRow: 1 } };
    expect(await ingest(settings)).toMatchObject({ state: "loaded", laidDown: '{"encoding":"gb18030","headerRow":1,"kind":"complaints"}' });
    expect(await ingest({ "*.csv": { kind: "complaints", headerRow: 1, encoding: "gb2312" } })).toMatchObject({ state: "unchanged" });
    expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([2, 2, 0, 0]);
    expect(await sandbox.query("select count(*)::int as n from ingest_account where rows_in <> accepted + rejected + superseded")).toEqual([
      { n: 0 },
    ]);
    expect(await sandbox.query("select count(*)::int as n from raw_complaints where superseded_by is null")).toEqual([{ n: 2 }]);
  });

  test.each<[string, object, RegExp]>([
    ["an encoding", { encoding: "utf-8" }, /encoding: utf-8/],
    ["a kind", { kind: "windows" }, /kind: windows \(.*窗口名称/],
    ["a separator", { separator: ";" }, /separator: ";"/],
    ["a header row that is data", { headerRow: 2 }, /headerRow: 2/],
    ["a header row that is not there", { headerRow: 40 }, /headerRow: 40/],
    ["a sheet", { sheet: "明细" }, /sheet: 明细/],
    ["a mapping", { mapping: "没有" }, /mapping: 没有/],
  ])("is refused by number where it does not fit: %s", async (_name, settings, detail) => {
    sandbox.write("a.csv", gb18030(plain));
    const file = await ingest({ "a.csv": settings });
    expect(file).toMatchObject({ state: "refused", errorCode: "F128" });
    expect(file.errorDetail).toMatch(detail);
    expect(await ingest({ "a.csv": settings })).toMatchObject({ state: "unchanged", errorCode: "F128" });
    expect(await ingest({})).toMatchObject({ state: "loaded", accepted: 2 });
  });

  test("may be that it is ignored: then it counts no more, and counts again when that is taken back", async () => {
    sandbox.write("a.csv", plain);
    await sandbox.ingest();
    const report = await sandbox.ingest({ overrides: [{ "a.*": { ignore: true } }] });
    expect(report).toMatchObject({ files: [], skipped: [{ path: "a.csv", code: "F131" }], changed: true });
    expect(await sandbox.query("select 1 as found from raw_complaints where superseded_by is null")).toEqual([]);
    expect((await sandbox.ingest({ overrides: [{ "a.*": { ignore: true } }] })).changed).toBe(false);
    expect(onlyFile(await sandbox.ingest())).toMatchObject({ state: "loaded", accepted: 2 });
  });

  test("names one of several sheets, and the others are told as not read", async () => {
    await sandbox.writeWorkbook("a.xlsx", [
      { name: "一", rows: [header, row("T1")] },
      { name: "二", rows: [header, row("T2")] },
    ]);
    const file = await ingest({ "a.xlsx": { sheet: "二" } });
    expect(file.tables).toMatchObject([
      { sheet: "一", kind: null, note: "F131", rowsIn: 2 },
      { sheet: "二", accepted: 1 },
    ]);
  });

  test("and fits no file is told so", async () => {
    sandbox.write("a.csv", plain);
    const report = await sandbox.ingest({
      overrides: [FileOverrides.parse({ "b.csv": { kind: "people" }, "*.csv": { kind: "complaints" } })],
    });
    expect(report.unused).toEqual({ overrides: ["b.csv"], mappings: [] });
  });
});

describe("a mapping that the folder brings along", () => {
  const mapping = (values: string, more = "") =>
    `name: 热线\nkind: complaints\nmatch: [编号, 时间]\ncolumns: { complaint_id: 编号, window_id: 窗口, received_at: 时间, nature: 类型 }\nvalues: { nature: { ${values} } }\n${more}`;
  const foreign = csv(["编号", "窗口", "时间", "类型"], ["T1", "W1", "2023-09-01", "甲类"]);

  test("is used, is no data file, and a file is read again when it changes", async () => {
    sandbox.write("a.csv", foreign);
    sandbox.write("mappings/热线.yaml", mapping("甲类: 咨询"));
    const report = await sandbox.ingest();
    expect(report).toMatchObject({ skipped: [], files: [{ state: "loaded", mapping: "热线", accepted: 1 }] });
    expect(onlyFile(await sandbox.ingest())).toMatchObject({ state: "unchanged" });
    sandbox.write("mappings/热线.yaml", mapping("甲类: 投诉"));
    expect(onlyFile(await sandbox.ingest())).toMatchObject({ state: "loaded" });
    expect(await sandbox.query("select nature from raw_complaints where superseded_by is null")).toEqual([{ nature: "complaint" }]);
  });

  test("goes before one of the same name, and is told when it is not used", async () => {
    sandbox.write("a.csv", foreign);
    sandbox.write("mappings/热线.yaml", mapping("甲类: 投诉"));
    const other = parseMapping(mapping("甲类: 咨询"), "other");
    expect((await sandbox.ingest({ mappings: [other] })).unused.mappings).toEqual([]);
    expect(await sandbox.query("select nature from raw_complaints")).toEqual([{ nature: "complaint" }]);
    sandbox.write("a.csv", plain);
    expect((await sandbox.ingest()).unused.mappings).toEqual(["热线"]);
  });

  test("may be for some sheets only, and say how numbers and dates are written", async () => {
    sandbox.write(
      "mappings/m.yaml",
      `name: m\nkind: review_counts\nsheets: [汇总]\nmatch: [Fenster]\ncolumns: { window_id: Fenster, month: Tag, cases: Zahl }\ndateFormat: "%d.%m.%Y"\nnumberFormat: "1.234,5"\n`,
    );
    const rows = [
      ["Fenster", "Tag", "Zahl"],
      ["W1", "2023-09", "1.234"],
      ["W2", "2023-09", "12.345,0"],
    ];
    await sandbox.writeWorkbook("a.xlsx", [
      { name: "汇总", rows },
      { name: "备份", rows: [["Fenster"], ["x"]] },
    ]);
    expect(onlyFile(await sandbox.ingest()).tables).toMatchObject([
      { sheet: "备份", note: "F121" },
      { sheet: "汇总", accepted: 2 },
    ]);
    expect(await sandbox.query("select cases from raw_review_counts order by window_id")).toEqual([{ cases: 1234 }, { cases: 12345 }]);
  });

  test("with a mistake stops the load and names the place", async () => {
    sandbox.write("a.csv", plain);
    sandbox.write("mappings/m.yaml", mapping("甲类: 投诉", "extra: 1\n"));
    await expect(sandbox.ingest()).rejects.toMatchObject({ code: "F115", detail: expect.stringContaining("m.yaml") });
  });
});
