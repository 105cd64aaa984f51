import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { expect, test, vi } from "vitest";
import { type Notice, noticeRows } from "./notice.ts";
import { noticeDocument } from "./notice-document.ts";
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

test("the workbook reads back as it was laid out: words, list, a total that counts the numbers and the seal", async () => {
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

/** The parts of a document of Word, as text. */
async function partsOf(laidOut: Notice, language: "zh" | "en" = "zh") {
  const files = unzipSync(await noticeDocument(laidOut, language, made));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const unescaped = (xml: string) =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
const paragraphsOf = (xml = "") =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    unescaped([...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join("")),
  );
const rowsOf = (xml = "") => [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => paragraphsOf(row));

test("the document says title, marks, words, list in its order, total and seal, in this order", async () => {
  const body = (await partsOf(notice))["word/document.xml"];
  expect(paragraphsOf(body).filter((text) => text !== "")).toEqual([
    notice.title,
    ...notice.marks,
    ...notice.paragraphs,
    ...notice.columns,
    ...notice.rows.flat().map(String),
    notice.total,
    "2",
    ...notice.signature,
  ]);
  expect(rowsOf(body)).toEqual([notice.columns, ...notice.rows.map((row) => row.map(String)), ["合计", "2"]]);
});

test("the document has the page of an official document, and the head of the list again on every page", async () => {
  const parts = await partsOf(notice);
  const body = parts["word/document.xml"] ?? "";
  expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
  // 37, 26, 35 and 28 mm
  expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  const [head, ...others] = [...body.matchAll(/<w:trPr>.*?<\/w:trPr>/gs)].map(([row]) => row);
  expect(head).toContain("<w:tblHeader/>");
  for (const row of others) expect(row).not.toContain("<w:tblHeader/>");
  expect(body).toMatch(/<w:spacing[^>]*w:line="560"[^>]*w:lineRule="exact"/);
  expect(body).toContain('<w:ind w:firstLine="640"/>');
  const columns = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(columns).toHaveLength(3);
  expect(columns.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(11906 - 1474 - 1587);
  const footers = Object.keys(parts).filter((path) => /footer\d/.test(path) && !path.includes("_rels"));
  expect(footers).toHaveLength(3);
  for (const path of footers) expect(parts[path]).toMatch(/<w:t[^>]*>— <\/w:t>.*<w:instrText[^>]*>PAGE<.*<w:t[^>]*> —<\/w:t>/s);
});

test("no page after the first can be taken for a real or final notice", async () => {
  const parts = await partsOf(notice);
  const headers = Object.entries(parts).filter(([path]) => /word\/header\d/.test(path));
  expect(headers.map(([, xml]) => paragraphsOf(xml).join("")).sort()).toEqual(["", "示例数据；草稿", "示例数据；草稿"]);
});

test("whatever a name holds is text in the document: no formula, no field, no mark-up", async () => {
  const names = ["=1+1", "{ PAGE }", '<w:fldSimple w:instr="PAGE"/>', "甲&乙", "一\u0000\n二", "@示例"];
  const body = (await partsOf({ ...notice, rows: names.map((name, index) => [index + 1, "杭州市", name]) }))["word/document.xml"] ?? "";
  expect(
    rowsOf(body)
      .slice(1, -1)
      .map((row) => row[2]),
  ).toEqual([...names.slice(0, 4), "一 二", "@示例"]);
  expect(body).not.toMatch(/<w:(fldSimple|instrText|hyperlink|fldChar)/);
});

test("the same notice makes the same bytes whenever it is written, dated by the data", async () => {
  const first = await noticeDocument(notice, "zh", made);
  vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
  try {
    expect(Buffer.compare(first, await noticeDocument(notice, "zh", made))).toBe(0);
  } finally {
    vi.useRealTimers();
  }
  expect((await partsOf(notice))["docProps/core.xml"]).toContain("2023-12-31T00:00:00Z");
  expect(Buffer.compare(first, await noticeDocument(notice, "zh", new Date("2024-01-01T00:00:00Z")))).not.toBe(0);
});

test("a long title is broken where its bracket opens, and figures stand close among Chinese characters, names as they are", async () => {
  const title = "关于 2023 年示例红旗窗口（专家初审）名单的公示";
  const body = (await partsOf({ ...notice, title, rows: [[1, "杭州市", "示例 7 号窗口"]] }))["word/document.xml"] ?? "";
  expect(paragraphsOf(body)[0]).toBe("关于2023年示例红旗窗口（专家初审）名单的公示");
  expect(/<w:t[^>]*>([^<]*)<\/w:t><\/w:r><w:r>.*?<w:br\/><w:t/s.exec(body)?.[1]).toBe("关于2023年示例红旗窗口");
  expect(rowsOf(body)[1]?.[2]).toBe("示例 7 号窗口");
  expect(paragraphsOf((await partsOf({ ...notice, title: "Notice of 2023" }, "en"))["word/document.xml"])[0]).toBe("Notice of 2023");
});
