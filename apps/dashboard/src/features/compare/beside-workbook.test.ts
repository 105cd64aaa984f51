import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { type BesideRow, besideRow, noFigure } from "./beside-row.ts";
import { type BesideSheet, besideSheet } from "./beside-sheet.ts";
import { besideWorkbook } from "./beside-workbook.ts";
import { honourWithBonus } from "./honour.fixture.ts";

const told = (key: string, values?: object) => (values ? `${key} ${Object.values(values).join(" ")}` : key);
const head = ["2023 年红旗窗口并排比较", "标准：示例"];
const third = 28 / 3;

// Three columns: thirds that add up only unrounded, a total that is not the sum of its items, and one without a score.
const rows: readonly BesideRow[] = [
  besideRow("standing", "state", "状态", [{ text: "在列" }, { text: "在列" }, { text: "未评分" }]),
  besideRow("standing", "rank", "名次", [{ text: "1", figure: 1 }, { text: "4", figure: 4 }, noFigure], { measure: "place" }),
  besideRow("standing", "total", "总分", [{ text: "91.67", figure: third + 82 + 1 / 3 }, { text: "90.00", figure: 90 }, noFigure], {
    measure: "points",
  }),
  besideRow("standing", "base", "评分合计", [{ text: "88.67", figure: 88.67 }, { text: "87.00", figure: 87 }, noFigure], {
    measure: "points",
  }),
  besideRow(
    "standing",
    "self",
    "自评分",
    [
      { text: "95.00", figure: 95 },
      { text: "90.00", figure: 90 },
      { text: "88.00", figure: 88 },
    ],
    {
      measure: "points",
    },
  ),
  besideRow("standing", "gap", "考核减自评", [{ text: "−3.33", figure: -3.33 }, { text: "±0.00", figure: 0 }, noFigure], {
    measure: "difference",
  }),
  besideRow("standing", "rank-city", "本市名次", [{ text: "1 / 3", figure: 1 }, { text: "2 / 4", figure: 2 }, noFigure], {
    measure: "placeAmong",
  }),
  besideRow("items", "organisation", "组织领导", [{ text: "9.33", figure: third }, { text: "10.00", figure: 10 }, noFigure], {
    measure: "points",
  }),
  besideRow("items", "service", "服务", [{ text: "79.33", figure: 79 + 1 / 3 }, { text: "78.00", figure: 78 }, noFigure], {
    measure: "points",
  }),
  besideRow("items", "bonus", "加分", [{ text: "3.00", figure: 3 }, { text: "3.00", figure: 3 }, noFigure], {
    measure: "points",
    differs: false,
  }),
  besideRow(
    "steps",
    "plan",
    "=1+1",
    [{ text: "未扣", figure: 0 }, { text: "−0.71", figure: -5 / 7, details: ["3 / 7 位评委", "=HYPERLINK(1)"] }, noFigure],
    { measure: "lost", mark: "只有乙失分" },
  ),
  besideRow("bonus", "levels", "荣誉", [{ text: "+2.00", figure: 2 }, { text: "+8.00", figure: 8 }, noFigure], { measure: "points" }),
  besideRow("bonus", "measures", "新举措", [{ text: "+1.00", figure: 1 }, { text: "+5.00", figure: 5 }, noFigure], { measure: "points" }),
  besideRow("bonus", "sum", "加分合计", [{ text: "+3.00", figure: 3 }, { text: "+10.00", figure: 10 }, noFigure], { measure: "points" }),
  besideRow(
    "service",
    "good",
    "好评率 %",
    [{ text: "99.50", figure: 99.5, reckoned: "199/200*100" }, { text: "没有评价" }, { text: "98.00", figure: 98, reckoned: "98/100*100" }],
    { measure: "rate" },
  ),
  besideRow(
    "service",
    "bad",
    "计入的差评",
    [
      { text: "0", figure: 0 },
      { text: "3", figure: 3 },
      { text: "1,200", figure: 1200 },
    ],
    {
      measure: "count",
    },
  ),
];
const sheetOf = (different: boolean): BesideSheet =>
  besideSheet({
    rows,
    different,
    letters: ["甲", "乙", "丙"],
    names: ["示例窗口甲", "=示例窗口乙", "示例窗口丙"],
    honour: honourWithBonus,
    text: told,
    top: head.length + 1,
  });
const read = async (sheet: BesideSheet) => {
  const bytes = await besideWorkbook({ sheetName: "并排比较", notesName: "说明", head, sheet, made: new Date("2023-12-31T00:00:00Z") });
  const [table, notes] = (await readXlsx(bytes, { readStyles: true })).sheets;
  const lineOf = (label: string) => table?.rows.findIndex(([first]) => first === label) ?? -1;
  const cellAt = (label: string, column: number) => table?.cells?.get(`${lineOf(label)},${column}`);
  return {
    bytes,
    table,
    notes,
    lineOf,
    cellAt,
    cellsOf: (label: string) => (table?.rows[lineOf(label)] ?? []).map((cell) => cell ?? null),
  };
};

test("the sheet has the figures of the page, unrounded, and every difference from the first column as a formula with its value", async () => {
  const { table, cellsOf, cellAt, lineOf } = await read(sheetOf(false));
  expect(table?.rows.slice(0, 2).map(([first]) => first)).toEqual(head);
  expect(table?.rows[2]).toEqual(["fact", "甲 示例窗口甲", "乙 =示例窗口乙", "丙 示例窗口丙", "less 乙 甲", "less 丙 甲", "differ"]);
  expect(cellsOf("组织领导").slice(0, 5)).toEqual(["组织领导", third, 10, null, 10 - third]);
  const line = lineOf("组织领导") + 1;
  expect(cellAt("组织领导", 4)).toMatchObject({ formula: `C${line}-B${line}`, style: { numFmt: "+0.00;-0.00;0.00" } });
  expect(cellAt("组织领导", 5)?.formula).toBeUndefined();
  expect(cellAt("自评分", 5)?.formula).toBe(`D${lineOf("自评分") + 1}-B${lineOf("自评分") + 1}`);
  expect(cellAt("名次", 4)).toMatchObject({ value: 3, style: { numFmt: "+0;-0;0" } });
  expect(cellsOf("状态")).toEqual(["状态", "在列", "在列", "未评分", null, null, null]);
  expect(cellsOf("'=1+1").at(-1)).toBe("只有乙失分");
});

test("sums are formulas over their parts where the parts come to them; a total that they do not come to is the result's own, in italics", async () => {
  const { cellAt, lineOf } = await read(sheetOf(false));
  const [from, to] = [lineOf("组织领导") + 1, lineOf("加分") + 1];
  expect(cellAt("总分", 1)).toMatchObject({ formula: `SUM(B${from}:B${to})` });
  expect(cellAt("总分", 1)?.formulaResult).toBeCloseTo(91 + 2 / 3, 10);
  expect(cellAt("总分", 2)).toMatchObject({ value: 90, style: { font: { italic: true } } });
  expect(cellAt("总分", 2)?.formula).toBeUndefined();
  expect(cellAt("评分合计", 1)?.formula).toBe(`SUM(B${from}:B${to - 1})`);
  expect(cellAt("评分合计", 1)?.formulaResult).toBeCloseTo(88 + 2 / 3, 10);
  expect(cellAt("考核减自评", 1)?.formula).toBe(`B${lineOf("总分") + 1}-B${lineOf("自评分") + 1}`);
  const parts = `C${lineOf("荣誉") + 1}:C${lineOf("新举措") + 1}`;
  expect(cellAt("加分合计", 2)).toMatchObject({ formula: `MIN(SUM(${parts}),10)`, formulaResult: 10 });
  expect(cellAt("好评率 %", 1)).toMatchObject({ formula: "199/200*100", formulaResult: 99.5 });
});

test("every figure says how it is written: points, places with how many there are, counts, and nothing lost in words", async () => {
  const { cellAt } = await read(sheetOf(false));
  const formatOf = (label: string, column: number) => cellAt(label, column)?.style?.numFmt;
  expect(formatOf("总分", 1)).toBe("0.00");
  expect([1, 2].map((column) => formatOf("本市名次", column))).toEqual(['0" / 3"', '0" / 4"']);
  expect(cellAt("本市名次", 4)?.value ?? null).toBeNull();
  expect(formatOf("'=1+1", 1)).toBe('0.00;-0.00;"notLost"');
  expect(formatOf("计入的差评", 3)).toBe("#,##0");
  expect(formatOf("考核减自评", 1)).toBe("+0.00;-0.00;0.00");
});

test("words that start like a formula are kept from being run, on both sheets, and figures stay figures", async () => {
  const { table, notes } = await read(sheetOf(false));
  expect(notes?.name).toBe("说明");
  expect(notes?.rows[1]).toEqual(["'=1+1", null, "3 / 7 位评委\n=HYPERLINK(1)", null].slice(0, notes?.rows[1]?.length));
  const started = [...(table?.rows ?? []), ...(notes?.rows ?? [])].flat().filter((cell) => typeof cell === "string" && /^[=+@]/.test(cell));
  expect(started).toEqual([]);
  expect([...(table?.cells?.values() ?? [])].filter(({ formula }) => formula?.includes("1+1"))).toEqual([]);
});

test("rows that are the same for all are hidden when the page shows only differences, and sums still reckon with them", async () => {
  const { table, lineOf, cellAt } = await read(sheetOf(true));
  expect(table?.rowDefs?.get(lineOf("加分"))?.hidden).toBe(true);
  expect(table?.rowDefs?.get(lineOf("总分"))?.hidden ?? false).toBe(false);
  expect(cellAt("总分", 1)?.formula).toContain(`:B${lineOf("加分") + 1}`);
  const all = (await read(sheetOf(false))).table;
  expect([...(all?.rowDefs?.values() ?? [])].some(({ hidden }) => hidden)).toBe(false);
});

test("the same comparison gives the same file, its facts and header stay in sight and on every printed page", async () => {
  const [once, again] = [await read(sheetOf(false)), await read(sheetOf(false))];
  expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  expect(once.table?.freezePane).toMatchObject({ rows: 3, columns: 1 });
  expect(once.table?.pageSetup?.printTitlesRow).toMatch(/3/);
});
