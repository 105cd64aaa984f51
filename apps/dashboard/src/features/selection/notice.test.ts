import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { type Notice, noticeRows } from "./notice.ts";
import { noticeWorkbook } from "./notice-workbook.ts";
import { verdictRow } from "./verdict-row.fixture.ts";

const rows = [
  verdictRow("A", 1, { city: "宁波市", domain: "fund", subject_name: "示例乙" }),
  verdictRow("B", 2, { city: "杭州市", domain: "fund", subject_name: "示例丙" }),
  verdictRow("C", 3, { city: "杭州市", domain: "housing", subject_name: "示例丁", window_name: "示例窗口" }),
  verdictRow("D", 4, { city: null, domain: null, subject_name: null }),
  verdictRow("E", 5, { city: "杭州市", domain: "housing", subject_name: "示例戊" }),
];
const order = { cities: ["杭州市", "宁波市"], domains: ["housing", "fund"] };

test("a notice names those on the list, by city and domain in the official order, and betrays no rank", () => {
  const listed = noticeRows(rows, new Set(["A", "B", "C", "D"]), { ...order, ofPersons: false });
  expect(listed.map(({ city, name }) => [city, name])).toEqual([
    ["杭州市", "示例丁"],
    ["杭州市", "示例丙"],
    ["宁波市", "示例乙"],
    ["", "W-D"],
  ]);
  expect(Object.keys(listed[0] ?? {}).sort()).toEqual(["city", "domain", "name", "window"]);
});

test("a person stands with the window they work at", () => {
  expect(noticeRows(rows, new Set(["C"]), { ...order, ofPersons: true })).toEqual([
    { city: "杭州市", name: "示例丁", window: "示例窗口", domain: "housing" },
  ]);
});

test("the workbook reads back as it was laid out: words, list, a total that counts the numbers and the seal", async () => {
  const notice: Notice = {
    title: "关于示例名单的公示",
    marks: ["示例数据", "草稿"],
    paragraphs: ["依据示例文件。", "公示时间：　"],
    columns: ["序号", "设区市", "窗口名称"],
    rows: [
      [1, "杭州市", "示例窗口甲"],
      [2, "宁波市", "=示例窗口乙"],
    ],
    total: "合计",
    signature: ["组委会（盖章）", "　年　月　日"],
  };
  const made = new Date("2023-12-31T00:00:00Z");
  const bytes = await noticeWorkbook(notice, "组委会认定", made);
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.name).toBe("组委会认定");
  const text = sheet?.rows.map((row) => row.map((cell) => cell ?? "")) ?? [];
  expect(text.slice(0, 5).map(([first]) => first)).toEqual([notice.title, ...notice.marks, ...notice.paragraphs]);
  expect(text[5]).toEqual(notice.columns);
  expect(text.slice(6, 8)).toEqual(notice.rows);
  // the name as it is, in a cell of text: nothing is calculated from it, and no sign is put before it on a public list
  expect(sheet?.cells?.get("7,2")?.formula).toBeUndefined();
  expect(text[8]?.slice(0, 2)).toEqual(["合计", 2]);
  expect(sheet?.cells?.get("8,1")?.formula).toBe("COUNT(A7:A8)");
  expect(text.flat()).toContain("组委会（盖章）");
});
