import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultSeed, generateSample } from "./generate.ts";
import { readBack, rowsWith } from "./handed-in.ts";
import { personItems, windowItems } from "./rubric-2023.ts";
import { sampleMark } from "./table.ts";
import type { SampleFile } from "./workbook.ts";

const digests = (files: readonly SampleFile[]) =>
  files.map(({ path, bytes }) => `${path} ${createHash("sha256").update(bytes).digest("hex")}`);

describe("the sample's files", () => {
  let files: SampleFile[];
  let tables: Awaited<ReturnType<typeof readBack>>;
  beforeAll(async () => {
    files = await generateSample();
    tables = await readBack(files);
  });

  test("the same seed gives the same bytes, in any time zone", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    try {
      const again = await generateSample({ seed: defaultSeed, years: [2023] });
      expect(digests(again.filter(({ path }) => path.startsWith("2023/")))).toEqual(
        digests(files.filter(({ path }) => path.startsWith("2023/"))),
      );
    } finally {
      process.env.TZ = zone;
    }
  });

  test("another seed gives other figures", async () => {
    const others = new Set(digests(await generateSample({ seed: defaultSeed + 1, years: [2023] })));
    const same = digests(files).filter((digest) => others.has(digest));
    expect(same.map((digest) => digest.split(" ")[0])).toEqual(["workspace.yaml", "示例数据.md"]);
  });

  test("one year's folder is the same whether or not the others are written", async () => {
    const only2022 = (await generateSample({ years: [2022] })).filter(({ path }) => path.startsWith("2022/"));
    expect(digests(only2022)).toEqual(digests(files.filter(({ path }) => path.startsWith("2022/"))));
  });

  test("60 to 90 files of less than 4 MB together, in three formats", () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    expect(files.length).toBeLessThanOrEqual(90);
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(4_000_000);
    const csv = files.filter(({ path }) => path.endsWith(".csv"));
    const withMark = csv.filter(({ bytes }) => bytes[0] === 0xef);
    expect(withMark.length).toBeGreaterThanOrEqual(2);
    expect(csv.length - withMark.length).toBeGreaterThanOrEqual(2);
    expect(files.filter(({ path }) => path.endsWith(".xlsx")).length).toBeGreaterThan(60);
  });

  test("files are sorted by path, and a correction comes after what it corrects", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    for (const path of paths.filter((one) => one.includes("-更正."))) {
      const name =
        path
          .split("/")
          .at(-1)
          ?.replace(/(-7月)?-更正\.xlsx$/u, "") ?? "";
      expect(paths.findIndex((one) => one.includes(`${name}.`))).toBeLessThan(paths.indexOf(path));
      expect(paths.some((one) => one.includes(`${name}.`))).toBe(true);
    }
  });

  test("every table says in its first cell that it is invented", () => {
    expect(tables.length).toBeGreaterThan(files.length);
    expect(tables.filter(({ lines }) => !lines[0]?.[0]?.startsWith(sampleMark))).toEqual([]);
  });

  test("reviews handed in one by one come to the counts of their windows, and their bad ones are on the list under the same number", () => {
    const reviews = rowsWith(tables, "评价编号", "默认评价").map(({ cells }) => cells);
    const listed = new Map(rowsWith(tables, "评价编号", "原因认定").map(({ cells }) => [cells.评价编号, cells]));
    const counts = rowsWith(tables, "统计月份", "默认评价量").map(({ cells }) => cells);
    const windowIds = [...new Set(reviews.map(({ 窗口编号 }) => 窗口编号))];
    expect(windowIds.length).toBe(3);
    for (const id of windowIds) {
      const own = reviews.filter(({ 窗口编号 }) => 窗口编号 === id);
      const rated = (level: string) => String(own.filter((cells) => cells.默认评价 === "否" && cells.评价等级 === level).length);
      const levels = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"];
      expect(counts.find(({ 窗口编号, 统计月份 }) => 窗口编号 === id && 统计月份 === "2023-12")).toMatchObject({
        ...Object.fromEntries(levels.map((level) => [level, rated(level)])),
        默认评价量: String(own.filter(({ 默认评价 }) => 默认评价 === "是").length),
      });
    }
    const bad = reviews.filter((cells) => cells.评价等级?.endsWith("不满意"));
    expect(bad.length).toBeGreaterThanOrEqual(3);
    for (const { 评价编号, 评价时间, 评价等级 } of bad) expect(listed.get(评价编号 ?? "")).toMatchObject({ 评价时间, 评价等级 });
    expect(new Set(reviews.map(({ 评价编号 }) => 评价编号)).size).toBe(reviews.length);
  });

  test("windows, people, phones and addresses are visibly invented", () => {
    const windows = rowsWith(tables, "窗口名称", "领域").map(({ cells }) => cells);
    const people = rowsWith(tables, "姓名").map(({ cells }) => cells);
    expect(windows.filter((cells) => !cells.窗口名称?.startsWith("示例") || !cells.所在地址?.startsWith("示例路"))).toEqual([]);
    expect(new Set(windows.map((cells) => cells.电话))).toEqual(new Set(["000-00000000"]));
    expect(people.filter((cells) => !/^职员[甲乙丙丁]\d{4}$/u.test(cells.姓名 ?? ""))).toEqual([]);
    const contacts = windows.flatMap((cells) => cells.联系人 ?? []);
    expect(contacts.filter((name) => !/^职员[甲乙丙丁]\d{4}$/u.test(name))).toEqual([]);
  });

  test("a grader's clauses and items have the names of the scheme", () => {
    const scheme = readFileSync(new URL("../../../data/schemes/zhejiang-2023.yaml", import.meta.url), "utf8");
    const labels = [...windowItems, ...windowItems.flatMap(({ clauses }) => clauses), ...personItems].map(({ label }) => label);
    expect(labels.length).toBe(5 + 19 + 4);
    expect(labels.filter((label) => !scheme.includes(`zh: ${label},`) && !scheme.includes(`zh: "${label}",`))).toEqual([]);
  });
});
