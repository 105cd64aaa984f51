import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { windowSheet } from "@mingchuang/evaluation/evaluation-fixture";
import { contracts } from "@mingchuang/ingest/contracts/catalogue";
import type { Profile } from "@mingchuang/warehouse/manifest";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runPipeline } from "./pipeline.ts";
import { recordingTerminal } from "./recording-terminal.ts";
import { workspaceAt } from "./workspace.ts";

/**
 * Everything personal that goes in: one value of its own for every field that may hold something of a person, and more of them in the
 * places where they do not belong. All of it is invented: born in 1900, at numbers nobody has.
 */
const values = {
  names: {
    person: "职员甲0421",
    corrected: "职员乙0422",
    rejected: "职员丙0423",
    contact: "职员丁0424",
    deputy: "职员戊0425",
    applicant: "职员己0426",
    grader: "专家庚",
    stranger: "职员辛0427",
  },
  phones: {
    mobile: "13900000001",
    landline: "0571-00000002",
    inName: "13900000003",
    inReviewId: "13900000004",
    inComplaintId: "13900000005",
    inFileName: "13900000006",
    inSheet: "13900000007",
    inHeader: "13900000008",
    inRejected: "13900000009",
    asPersonId: "13900000010",
    fullWidth: "13900000011",
    spaced: "13900000012",
    prefixed: "13900000013",
    byDigit: "13900000014",
    inDeeds: "13900000015",
    inOpinion: "13900000016",
    inReason: "13900000017",
    inEvidence: "13900000018",
    inHonour: "13900000019",
    inInnovation: "13900000020",
    inFinding: "13900000021",
    inCell: "13900000022",
    inRecommender: "13900000023",
    inSource: "13900000024",
    inPosition: "13900000025",
  },
  identities: {
    asPersonId: "110101190001010014",
    withX: "11010119000101009X",
    old: "110101000101005",
    inRejected: "110101190001010030",
  },
  staffNumbers: { person: "GH-0421", applicant: "GH-0426", rejected: "GH-0423" },
  others: { mail: "zhiyuan.jia@example.com", plate: "浙A00001", card: "6222000000000000000", address: "示例路9901号" },
} as const;

const wide = (text: string) => text.replace(/[\d]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const spaced = (text: string) => `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`;
const { names, phones, identities, staffNumbers, others } = values;

const table = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");

const csvFiles: Readonly<Record<string, string>> = {
  "2023/窗口名录.csv": table([
    ["窗口编号", "窗口名称", "设区市", "县(市、区)", "层级", "领域", "主管单位", "所在地址", "邮编", "联系人", "电话", "曾用名"],
    [
      "W1",
      `示例窗口（${phones.inName}）`,
      "杭州市",
      "西湖区",
      "县",
      "住建",
      "示例主管单位",
      others.address,
      "310999",
      `${names.contact}、${names.deputy}`,
      `${phones.landline} ${phones.mobile}`,
      "示例旧窗口",
    ],
    ["W2", "示例窗口乙", "杭州市", "西湖区", "县", "公积金", "示例主管单位", "", "", "", "", ""],
  ]),
  "2023/人员-01.csv": table([
    ["人员编号", "姓名", "所在窗口", "职务", `备注${phones.inHeader}`],
    [staffNumbers.person, names.person, "W1", `值班员${phones.inPosition}`, "x"],
    [staffNumbers.applicant, names.applicant, "W1", "", "x"],
    [identities.asPersonId, names.corrected, "W1", "", "x"],
    [phones.asPersonId, "职员壬0428", "W2", "", "x"],
    [staffNumbers.rejected, names.rejected, "", "", "x"],
  ]),
  // The same person again under the name that is right: the first row stays in the store, superseded.
  "2023/人员-02.csv": table([
    ["人员编号", "姓名", "所在窗口"],
    [identities.asPersonId, "职员癸0429", "W1"],
  ]),
  "2023/好差评统计.csv": table([
    ["窗口编号", "统计月份", "办件量", "主动评价量", "好评数", "差评数"],
    ["W1", "2023-03", "100", "50", "48", "2"],
    ["W2", "2023-03", "90", "40", "40", "0"],
  ]),
  "2023/差评.csv": table([
    ["评价编号", "窗口编号", "人员编号", "评价渠道", "评价时间", "评价等级", "差评原因", "原因认定"],
    [
      `R-${phones.inReviewId}`,
      "W1",
      staffNumbers.person,
      "浙江政务服务网",
      "2023-03-01 10:00",
      "1",
      `${names.person}让我打${wide(phones.fullWidth)}`,
      "非客观",
    ],
    ["R-2", "W1", phones.asPersonId, "浙江政务服务网", "2023-03-02 10:00", "2", `电话${spaced(phones.spaced)}没人接`, "非客观"],
    [
      "R-3",
      "W1",
      "",
      "浙江政务服务网",
      `三月二日${phones.inRejected}`,
      "1",
      `${names.rejected}（${identities.inRejected}）态度差`,
      "非客观",
    ],
  ]),
  [`2023/投诉-${names.contact}-${phones.inFileName}.csv`]: table([
    ["工单号", "窗口编号", "人员编号", "来源", "性质", "投诉类别", "受理时间", "是否属实", "投诉内容"],
    [
      `TS${phones.inComplaintId}`,
      "W1",
      identities.asPersonId,
      `来信·${phones.inSource}`,
      "投诉",
      "态度",
      "2023-03-05 09:00",
      "属实",
      `本人${names.stranger}，+86 ${phones.prefixed}、${[...phones.byDigit].join("-")}，身份证${identities.withX}、${identities.old}，车牌${others.plate}`,
    ],
    [
      "TS-2",
      "W1",
      "",
      "12345",
      "投诉",
      "态度",
      "2023-03-06 09:00",
      "属实",
      `邮箱${others.mail}，卡号${others.card}，也见过${names.rejected}和${names.corrected}`,
    ],
  ]),
  "2023/申报.csv": table([
    ["申报编号", "荣誉", "申报对象编号", "申报对象名称", "推荐单位", "申报时间", "纪检意见", "主要事迹"],
    [
      "SB-1",
      "红旗窗口",
      "W1",
      "示例窗口",
      `杭州市建委（${phones.inRecommender}）`,
      "2023-08-20",
      `同意，${phones.inOpinion}`,
      `事迹：${phones.inDeeds}`,
    ],
    ["SB-2", "红旗窗口", "W2", "示例窗口乙", "杭州市建委", "2023-08-20", "同意", ""],
    ["SB-3", "服务先锋", staffNumbers.applicant, names.applicant, "杭州市建委", "2023-08-20", "同意", ""],
    ["SB-4", "服务先锋", identities.asPersonId, "职员癸0429", "杭州市建委", "2023-08-20", "同意", ""],
  ]),
  "2023/荣誉.csv": table([
    ["对象编号", "荣誉名称", "级别", "授予单位", "授予日期"],
    ["W1", `示例文明窗口（联系${phones.inHonour}）`, "市级", "示例单位", "2023-02-01"],
  ]),
  "2023/新举措.csv": table([
    ["对象编号", "举措名称", "实施日期", "佐证"],
    ["W1", `免申即办，${names.deputy}主导`, "2023-02-01", `咨询${phones.inInnovation}`],
  ]),
  "2023/查实事项.csv": table([
    ["事项编号", "对象编号", "事项类别", "认定状态", "认定日期", "文号", "情况摘要"],
    ["F-1", "W1", "办件差错", "查实", "2023-04-01", "示例文〔2023〕1号", `经${names.person}陈述，${phones.inFinding}`],
  ]),
};

/** Where a value stays in the store because no page asks for it; the committee finds it in the file it came from. */
const staysInStore = new Set<string>([phones.inDeeds, phones.inOpinion, phones.inFinding, phones.inInnovation]);

const all = Object.values(values).flatMap((group) => Object.values(group));
const written: { profile: Profile; path: string; bytes: Buffer; texts: readonly string[] }[] = [];

let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-privacy-"));
  const folder = join(root, "in");
  mkdirSync(join(folder, "2023"), { recursive: true });
  for (const [path, text] of Object.entries(csvFiles)) writeFileSync(join(folder, path), `${text}\r\n`);
  writeFileSync(join(folder, `2023/评分-${names.grader}.xlsx`), await scoreSheet());
  writeFileSync(join(folder, "workspace.yaml"), "year: 2023\n");
  const workspace = workspaceAt(join(root, "workspace"));
  mkdirSync(workspace.folder);
  await runPipeline(folder, workspace, recordingTerminal("zh"), { mayMix: false });
  const manifest = JSON.parse(readFileSync(join(workspace.published, "manifest.json"), "utf8"));
  for (const { profile, file } of manifest.files) {
    const path = join(workspace.published, file);
    written.push({ profile, path, bytes: readFileSync(path), texts: await everyText(path) });
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const publishedFor = (profile: Profile) =>
  written.find((file) => file.profile === profile) ?? { path: "", bytes: Buffer.alloc(0), texts: [] };

test("the values that go in cover every kind of personal data that the contracts know", () => {
  const kinds = new Set(contracts.flatMap(({ fields }) => fields.map(({ personal }) => personal ?? "none")));
  expect([...kinds].sort()).toEqual(["address", "free_text", "id_number", "name", "none", "phone"]);
  expect(new Set(all).size).toBe(all.length);
});

describe.each(["public", "leader"] as const)("for %s", (profile) => {
  test("no personal value that went in is in any column of any table, however it is written", () => {
    const { texts } = publishedFor(profile);
    expect(texts.length).toBeGreaterThan(100);
    const found = all.filter((value) => texts.some((text) => holds(text, value)));
    expect(found).toEqual([]);
  });

  test("nor among the bytes of the file, of which no block is left over from rows that are gone", async () => {
    const { bytes, path } = publishedFor(profile);
    expect(all.filter((value) => bytes.includes(value) || bytes.includes(Buffer.from(value, "utf16le")))).toEqual([]);
    expect(await freeBlocks(path)).toBe(0);
  });
});

test("the committee's file holds them all, in its columns and as bytes that a search finds", () => {
  const { texts, bytes } = publishedFor("committee");
  const missing = all.filter((value) => !staysInStore.has(value) && !texts.some((text) => holds(text, value)));
  expect(missing).toEqual([]);
  expect(all.filter((value) => bytes.includes(value)).length).toBeGreaterThan(all.length / 2);
});

test("what is masked is still told: where it stood and that it was blotted out", () => {
  const { texts } = publishedFor("leader");
  const marks = ["〔姓名〕", "〔电话〕", "〔编号000", "示例窗口（〔电话〕）", "2023/投诉-〔姓名〕-〔电话〕.csv"];
  expect(marks.filter((mark) => !texts.some((text) => text.includes(mark)))).toEqual([]);
});

/** A whole sheet of one grader for the first application, on which one clause is not met, and one row that is no score. */
async function scoreSheet(): Promise<Uint8Array> {
  const head = ["申报编号", "荣誉", "轮次", "评委编号", "评分项目", "条款", "扣分", "扣分原因", "佐证"];
  const rows = windowSheet("SB-1", names.grader, { plan: 300 }).map(({ item, clause, points_c }) => {
    const unmet = Number(points_c) > 0;
    const reason = unmet ? `${names.contact}未到岗，${phones.inReason}` : "";
    return [
      "SB-1",
      "红旗窗口",
      "初审",
      names.grader,
      item,
      clause,
      Number(points_c) / 100,
      reason,
      unmet ? `照片 ${phones.inEvidence}` : "",
    ];
  }) as (string | number)[][];
  const wrong = ["SB-2", "红旗窗口", "初审", names.grader, "organisation", "plan", phones.inCell, "", ""];
  return writeXlsx({ sheets: [{ name: `评分${phones.inSheet}`, rows: [head, ...rows, wrong] }] });
}

/** Whether a text has a value in it, whatever stands between its characters and however wide they are. */
function holds(text: string, value: string): boolean {
  const bare = (given: string) => given.normalize("NFKC").replace(/[\s\-‐-―−.·•()]/gu, "");
  return bare(text).includes(bare(value));
}

/** Every text of every column, and every number as text: a phone number may have become a figure. */
async function everyText(path: string): Promise<readonly string[]> {
  const db = await openNodeDatabase(path, { readOnly: true });
  try {
    const columns = await db.query<{ t: string; c: string }>(
      "select table_name as t, column_name as c from duckdb_columns() where not internal",
    );
    const texts: string[] = [];
    for (const { t, c } of columns) {
      const rows = await db.query<{ value: string }>(`select distinct "${c}"::varchar as value from "${t}" where "${c}" is not null`);
      texts.push(...rows.map(({ value }) => value));
    }
    return texts;
  } finally {
    await db.close();
  }
}

async function freeBlocks(path: string): Promise<number> {
  const db = await openNodeDatabase(path, { readOnly: true });
  try {
    const [size] = await db.query<{ free_blocks: number }>("select free_blocks::int as free_blocks from pragma_database_size()");
    return size?.free_blocks ?? -1;
  } finally {
    await db.close();
  }
}
