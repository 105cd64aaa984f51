import { expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { watchForeignRequests } from "./foreign-requests.ts";

const ranking = (page: Page) => page.getByRole("region", { name: /红旗窗口申报排名/ }).first();

test("排名：导出的 Excel 就是所见的行和次序，总分是各分项的公式，加起来恰为总分，抬头写明标准、筛选和数据文件", async ({
  page,
  context,
}) => {
  const foreign = watchForeignRequests(context);
  await page.goto("/ranking?city=330100,330200&sort=-bonus,name");
  await expect(ranking(page).locator("tr[data-row]").first()).toBeVisible();
  const names = await ranking(page).getByRole("rowheader").allInnerTexts();
  const totals = await ranking(page).locator("tr[data-row] strong").allInnerTexts();
  const download = page.waitForEvent("download");
  await ranking(page).getByRole("button", { name: "导出 Excel" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("2023 年红旗窗口申报排名.xlsx");
  const bytes = Buffer.concat(await (await file.createReadStream()).toArray());
  const [sheet] = (await readXlsx(new Uint8Array(bytes))).sheets;
  const rows = sheet?.rows ?? [];
  const header = rows.findIndex((row) => row[0] === "名次");
  const head = rows.slice(0, header).map(([first]) => String(first));
  expect(head[0]).toBe("2023 年红旗窗口申报排名（示例数据，全部虚构）");
  expect(head.join("\n")).toMatch(/zhejiang-2023，2023 年版/);
  expect(head.join("\n")).toMatch(/筛选：设区市：杭州市、宁波市　排序：加分 降序；名称 升序　列出 \d+ \/ 39 个/);
  expect(head.join("\n")).toMatch(/数据文件：committee-[0-9a-f]{16}\.duckdb　SHA-256：[0-9a-f]{64}/);

  const below = rows.slice(header + 1);
  const [name, total] = ["名称", "总分"].map((label) => rows[header]?.indexOf(label) ?? -1);
  expect(below.map((row) => row[name ?? -1])).toEqual(names.map((each) => each.trim()));
  expect(below.map((row) => Number(row[total ?? -1]).toFixed(2))).toEqual(totals);
  for (const [index, row] of below.entries()) {
    const at = header + 1 + index;
    const [, from = "", to = ""] = /^SUM\(([A-Z])\d+:([A-Z])\d+\)$/.exec(sheet?.cells?.get(`${at},${total}`)?.formula ?? "") ?? [];
    const parts = row.slice(from.charCodeAt(0) - 65, to.charCodeAt(0) - 64).map(Number);
    expect(parts).toHaveLength(6);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(row[total ?? -1]), 9);
  }
  expect(foreign).toEqual([]);
});

test("排名：没有符合的行时不导出空文件", async ({ page }) => {
  await page.goto("/ranking?q=没有这个窗口");
  await expect(ranking(page)).toContainText("没有符合筛选条件的申报");
  await expect(ranking(page).getByRole("button", { name: "导出 Excel" })).toBeDisabled();
  await expect(ranking(page).getByRole("button", { name: "导出 CSV" })).toBeDisabled();
});
