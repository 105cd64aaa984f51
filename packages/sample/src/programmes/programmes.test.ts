import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { readBack, rowsWith } from "../handed-in.ts";
import { sampleMark } from "../table.ts";
import type { SampleFile } from "../workbook.ts";
import { published } from "./fenghua.ts";
import { generateProgrammes, programmes } from "./generate-programmes.ts";
import { shareOut, textOf } from "./programme.ts";

let files: SampleFile[];
let tables: Awaited<ReturnType<typeof readBack>>;
beforeAll(async () => {
  files = await generateProgrammes();
  tables = await readBack(files);
});

const digests = (all: readonly SampleFile[]) => all.map(({ path, bytes }) => `${path} ${createHash("sha256").update(bytes).digest("hex")}`);
const sum = (rows: readonly { readonly cells: Readonly<Record<string, string>> }[], header: string) =>
  rows.reduce((total, { cells }) => total + Number(cells[header] ?? 0), 0);

describe("the files of the other programmes", () => {
  test("the same seed gives the same bytes, another seed other figures", async () => {
    expect(digests(await generateProgrammes())).toEqual(digests(files));
    expect(digests(await generateProgrammes({ seed: 1 }))).not.toEqual(digests(files));
  });

  test("are small, and each programme's folder is a set of data by itself", () => {
    expect(files.reduce((bytes, file) => bytes + file.bytes.length, 0)).toBeLessThan(600_000);
    const folders = [...new Set(files.map(({ path }) => path.split("/")[0]))];
    expect(folders).toEqual(["fenghua-2022", "hunan-2011", "suzhou-2019", "template-plan"]);
    const settings = files.filter(({ path }) => path.endsWith("/workspace.yaml"));
    expect(settings.map(({ bytes }) => new TextDecoder().decode(bytes).split("\n")[0])).toEqual(programmes.map(() => "sample: true"));
  });

  test("every table says in its first cell that it is invented, and so do all windows, units and persons", () => {
    expect(tables.filter(({ lines }) => !lines[0]?.[0]?.startsWith(sampleMark))).toEqual([]);
    const offices = rowsWith(tables, "窗口名称").map(({ cells }) => cells);
    expect(offices.filter((cells) => !cells.窗口名称?.startsWith("示例") || cells.电话 !== "000-00000000")).toEqual([]);
    const people = rowsWith(tables, "姓名").map(({ cells }) => cells.姓名 ?? "");
    expect(people.filter((name) => !/^职员[戊己]\d{4}$/u.test(name))).toEqual([]);
  });

  test("every row of a register or an application names its scheme", () => {
    for (const header of ["窗口名称", "姓名", "申报对象编号"]) {
      const unnamed = rowsWith(tables, header).filter(({ path, cells }) => cells.方案编号 !== path.split("/")[0]);
      expect(unnamed).toEqual([]);
    }
  });
});

describe("Fenghua's rows add up to what was published", () => {
  test("61 units, 1,410,000 cases, over 830,000 active reviews, 154 bad ones: 148 appealed and 6 rectified", () => {
    const counts = rowsWith(tables, "办件量", "差评数");
    expect(new Set(counts.map(({ cells }) => cells.窗口编号)).size).toBe(61);
    expect([sum(counts, "办件量"), sum(counts, "主动评价量"), sum(counts, "差评数")]).toEqual([1_410_000, published.active, 154]);
    expect(published.active).toBeGreaterThan(830_000);
    const bad = rowsWith(tables, "申诉时间", "整改完成");
    expect(bad.length).toBe(154);
    expect(bad.filter(({ cells }) => cells.申诉时间).length).toBe(148);
    expect(bad.filter(({ cells }) => cells.整改完成).length).toBe(6);
  });

  test("no channel of a unit has more active reviews than cases, or more bad ones than active", () => {
    const wrong = rowsWith(tables, "办件量", "差评数").filter(
      ({ cells }) => Number(cells.主动评价量) > Number(cells.办件量) || Number(cells.差评数) > Number(cells.主动评价量),
    );
    expect(wrong).toEqual([]);
  });

  test("3,180 persons called back of whom 99.87 % are satisfied, and 88.10 % through one network", () => {
    const figures = rowsWith(tables, "指标", "分子").filter(({ path }) => path.startsWith("fenghua"));
    const rate = (metric: string) => {
      const rows = figures.filter(({ cells }) => cells.指标 === metric);
      return [sum(rows, "分子"), sum(rows, "分母")];
    };
    const [satisfied = 0, called = 0] = rate("回访满意率");
    expect([called, ((100 * satisfied) / called).toFixed(2)]).toEqual([3180, "99.87"]);
    const [online = 0, cases = 0] = rate("一网通办率");
    expect(((100 * online) / cases).toFixed(2)).toBe("88.10");
    expect(rate("申诉整改率")).toEqual([154, 154]);
  });
});

test("a total shared out in proportion adds up to it exactly", () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(shareOut(7, [0, 5, 2])).toEqual([0, 5, 2]);
});

test("a text has exactly as many characters as are asked for", () => {
  expect(textOf(1001).length).toBe(1001);
});
