import { expect, test } from "vitest";
import { copiedCells } from "./copied-cells.ts";
import { placeRows } from "./place-rows.ts";
import { rankingColumns } from "./ranking-columns.tsx";
import { rankingRow } from "./ranking-row.fixture.ts";

const { rows, cuts } = placeRows(
  [
    rankingRow({
      application_id: "A1",
      rank: 1,
      total_num: 28000,
      total_den: 3,
      total_c: 9333,
      subject_name: '=HYPERLINK("x")',
      items_c: "1000 -",
    }),
    rankingRow({ application_id: "A2", rank: 2, total_num: 9000, total_c: 9000, subject_name: "甲\t乙\r\n<b>", items_c: "950 200" }),
    rankingRow({
      application_id: "A3",
      rank: null,
      state: "vetoed",
      total_num: 8000,
      total_c: 8000,
      subject_name: "@丙",
      previous_rank: 5,
    }),
  ],
  [{ id: "final", size: 1 }],
);
const columns = rankingColumns({
  text: (key) => key,
  rows,
  cuts,
  items: [
    { id: "organisation", label: "组织领导", maxHundredths: 1000, isBonus: false },
    { id: "bonus", label: "加分", maxHundredths: 1000, isBonus: true },
  ],
  lineName: (stage) => stage,
  domainName: (domain) => domain,
  levelName: (level) => level,
  stateName: (row) => row.state,
  tierName: null,
  lowerIsBetter: false,
  ofPersons: false,
  groupRank: null,
  spanOf: null,
  narrow: false,
  isPicking: false,
});
const only = (...ids: string[]) => ids.flatMap((id) => columns.filter((column) => column.id === id));

test("cells are parted by tabs, a rank that nobody holds is empty, and a total is the exported figure", () => {
  const { text, rows: lines, columns: width } = copiedCells(rows, only("rank", "total", "state"), false);
  expect(text).toBe("1\t93.33\tranked\r\n2\t90\tranked\r\n\t80\tvetoed");
  expect([lines, width]).toEqual([3, 3]);
});

test("words that start like a formula are copied as words, and a tab or line end within a name parts nothing", () => {
  expect(copiedCells(rows, only("name"), false).text).toBe("'=HYPERLINK(\"x\")\r\n甲 乙 <b>\r\n'@丙");
});

test("a negative number stays a number", () => {
  expect(copiedCells(rows.slice(1, 2), only("toLines"), false).text).toBe("-3.33");
});

test("the bar of the items is copied as one number for each of them", () => {
  const copied = copiedCells(rows, only("rank", "items"), true);
  expect(copied.text).toBe("rank\t组织领导\t加分\r\n1\t10\t\r\n2\t9.5\t2\r\n\t\t");
  expect([copied.rows, copied.columns]).toEqual([3, 3]);
});

test("the table for word processors carries the same cells, signs of markup as text", () => {
  const { html } = copiedCells(rows.slice(0, 2), only("rank", "name"), false);
  expect(html).toContain("<tr><td>1</td><td style=\"mso-number-format:'\\@'\">'=HYPERLINK(&quot;x&quot;)</td></tr>");
  expect(html).toContain("甲 乙 &lt;b&gt;");
});
