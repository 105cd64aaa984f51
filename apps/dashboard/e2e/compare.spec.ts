import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { test, visit } from "./one-page.ts";

const picker = (page: Page) => page.getByRole("combobox", { name: "加一个" });
const idsIn = (page: Page) => (new URL(page.url()).searchParams.get("id") ?? "").split(",").filter((id) => id !== "");
const table = (page: Page) => page.getByRole("region", { name: "逐项对照" }).getByRole("table", { name: "逐项对照" });
const hundredths = (figure: string) => Math.round(Number(figure.replace("−", "-").replace("+", "")) * 100);

async function addByKeyboard(page: Page, downwards: number): Promise<void> {
  await picker(page).focus();
  for (let step = 0; step < downwards; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

test("并排比较：用键盘选两个，差额逐项加起来等于总分之差，换基准、只看不同、发给同事看到的一样", async ({ page, browser }) => {
  await visit(page, "/");
  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "比较" }).click();
  await expect(page.getByText("选两个到 6 个申报对象")).toBeVisible();
  await addByKeyboard(page, 1);
  await expect.poll(() => idsIn(page).length).toBe(1);
  await expect(page.getByRole("status").filter({ hasText: "只有一个" })).toBeVisible();
  await addByKeyboard(page, 2);
  await expect.poll(() => idsIn(page).length).toBe(2);

  const parting = page.getByRole("region", { name: "差在哪里" });
  const sentence = await parting.getByRole("listitem").first().innerText();
  const totals = await table(page).getByRole("row", { name: /^总分/ }).getByRole("cell").allInnerTexts();
  const [first = 0, second = 0] = totals.map((text) => hundredths(text.split(/\s/)[0] ?? ""));
  const [, direction, by = ""] = /(高|低) (<?[\d.]+) 分/.exec(sentence) ?? [];
  // rounded figures may seem to be off by a hundredth or so, and the sentence then says why
  const [told, isRounded] = [hundredths(by) * (direction === "高" ? 1 : -1), sentence.includes("四舍五入")];
  expect(Math.abs(told - (first - second))).toBeLessThanOrEqual(isRounded ? 1 : 0);
  const parts = [...sentence.matchAll(/ ([+−][\d.]+)/g)].map(([, figure = ""]) => hundredths(figure));
  expect(parts.length).toBeGreaterThan(0);
  const sum = parts.reduce((total, part) => total + part, 0);
  expect(Math.abs(sum - told)).toBeLessThanOrEqual(isRounded ? parts.length : 0);

  const former = idsIn(page);
  await page
    .getByRole("button", { name: /^移到后面：/ })
    .first()
    .click();
  await expect.poll(() => idsIn(page)).toEqual(former.toReversed());
  await expect(parting.getByRole("listitem").first()).toContainText(direction === "高" ? "低" : "高");

  const rows = await table(page).getByRole("row").count();
  await page.getByRole("button", { name: "只看不同之处" }).click();
  await expect(page).toHaveURL(/different=1/);
  await expect.poll(() => table(page).getByRole("row").count()).toBeLessThan(rows);
  await expect(page.getByText(/各栏相同的 \d+ 行没有显示/)).toBeVisible();
  await expect(
    table(page)
      .getByText(/^(只有[甲乙](未)?失分|失分不等)$/)
      .first(),
  ).toBeVisible();

  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await other.goto(page.url());
  await expect(table(other)).toHaveText((await table(page).textContent()) ?? "");
  await other.context().close();

  const figure = page.getByRole("figure", { name: "历年名次" });
  await figure.getByRole("button", { name: "数据表 (T)" }).click();
  await expect(figure.getByRole("table").getByRole("row")).toHaveCount(3);
  await page
    .getByRole("button", { name: /^去掉：/ })
    .last()
    .click();
  await page.getByRole("button", { name: /^去掉：/ }).click();
  await expect(page.getByText("选两个到 6 个申报对象")).toBeVisible();
});

test("并排比较：导出的 Excel 与所见一致，差额和总分是公式，加起来就是页面上的数；只看不同之处时相同的行隐藏", async ({ page }) => {
  await visit(page, "/compare?id=W0317,W0398,W0166&different=1");
  await expect(page.getByText(/各栏相同的 \d+ 行没有显示/)).toBeVisible();
  const hidden = Number(/相同的 (\d+) 行/.exec(await page.getByText(/各栏相同的 \d+ 行没有显示/).innerText())?.[1]);
  const shown = await table(page)
    .locator("tbody tr:not(.group)")
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.children].map((cell) => cell.querySelector(".figure, .badge")?.textContent ?? cell.childNodes[0]?.textContent ?? ""),
      ),
    );
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 Excel" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("2023 年红旗窗口并排比较.xlsx");
  const bytes = Buffer.concat(await (await file.createReadStream()).toArray());
  const [sheet, notes] = (await readXlsx(new Uint8Array(bytes), { readStyles: true })).sheets;
  const rows = sheet?.rows ?? [];
  const header = rows.findIndex(([first]) => first === "比较内容");
  expect(
    rows
      .slice(0, header)
      .map(([line]) => line)
      .join("\n"),
  ).toMatch(/示例数据，全部虚构.*zhejiang-2023，2023 年版.*\/compare\?id=W0317.*committee-[0-9a-f]{16}\.duckdb.*对甲而言/s);
  expect(rows[header]).toHaveLength(7);
  const below = rows.map((row, at) => ({ row, at })).slice(header + 1);
  expect(below.filter(({ row, at }) => row.length > 1 && sheet?.rowDefs?.get(at)?.hidden && row[1] !== null).length).toBe(hidden);
  for (const [label = "", ...texts] of shown) {
    const found = below.find(({ row, at }) => row[0] === label && !sheet?.rowDefs?.get(at)?.hidden);
    expect(found, label).toBeDefined();
    const { row, at } = found ?? { row: [], at: 0 };
    for (const [column, text] of texts.entries()) {
      const value = row[column + 1] ?? null;
      if (typeof value === "number" && /^[+−±]?[\d,]+(\.\d\d)?$/.test(text)) {
        const decimals = text.includes(".") ? 2 : 0;
        expect(Math.abs(value - Number(text.replace("−", "-").replace(/[±+,]/g, ""))), `${label} ${text}`).toBeLessThan(
          decimals ? 0.00501 : 0.001,
        );
      } else if (typeof value === "string") expect(value).toBe(text);
      if (column > 0 && typeof value === "number" && typeof row[1] === "number" && !/^本(市|领域)名次$/.test(label)) {
        expect(sheet?.cells?.get(`${at},${column + 3}`)?.formula, label).toBe(`${"ABCD"[column + 1]}${at + 1}-B${at + 1}`);
        expect(row[column + 3]).toBeCloseTo(value - row[1], 9);
      }
    }
  }
  const total = below.find(({ row }) => row[0] === "总分");
  const [, from = "", to = ""] = /^SUM\(B(\d+):B(\d+)\)$/.exec(sheet?.cells?.get(`${total?.at},1`)?.formula ?? "") ?? [];
  const parts = rows.slice(Number(from) - 1, Number(to)).map((row) => Number(row[1]));
  expect(parts).toHaveLength(6);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(total?.row[1]), 9);
  expect(notes?.name).toBe("说明");
  expect(notes?.rows.flat().some((cell) => String(cell).includes("位评委"))).toBe(true);
});

test("并排比较：查不到的和没有申报的各有一句话，多于六个被拒绝，导出的表与所见一致", async ({ page }) => {
  await visit(page, "/compare");
  for (const downwards of [1, 3, 5]) {
    const before = idsIn(page).length;
    await addByKeyboard(page, downwards);
    await expect.poll(() => idsIn(page).length).toBe(before + 1);
  }
  const three = idsIn(page);
  await visit(page, `/compare?id=${three.join("&id=")}&id=W0001&id=NOBODY`);
  await expect(page.getByText(/（W0001）没有申报 2023 年的红旗窗口，不列一栏/)).toBeVisible();
  await expect(page.getByText("没有编号为 NOBODY 的申报对象，不列一栏。")).toBeVisible();
  await expect(table(page).getByRole("columnheader")).toHaveCount(4);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  const lines = Buffer.concat(await (await (await download).createReadStream()).toArray())
    .toString("utf8")
    .trim();
  const shown = await table(page)
    .getByRole("row", { name: /^名次 / })
    .getByRole("cell")
    .allInnerTexts();
  expect(lines).toContain(["名次", ...shown.map((cell) => cell.trim()), ""].join(","));

  await visit(page, `/compare?id=${[...three, "W0001", "W0002", "W0003", "W0004"].join(",")}`);
  await expect(page.getByRole("alert")).toHaveText("一次最多并排 6 个，地址里有 7 个，请先去掉 1 个。");
  await expect(table(page)).toHaveCount(0);
  await expect(picker(page)).toHaveCount(0);
  await page
    .getByRole("button", { name: /^去掉：/ })
    .last()
    .click();
  await expect(table(page)).toBeVisible();
});

test("并排比较：从排名打勾或按空格选行，带着地址去比较；筛选、刷新不丢，第七行选不上，打印没有勾", async ({ page }) => {
  await visit(page, "/ranking");
  const ranking = page.getByRole("region", { name: /红旗窗口申报排名/ }).first();
  await expect(ranking.getByRole("checkbox", { name: /^选来比较/ })).toHaveCount(0);
  await page.getByRole("button", { name: "选行比较" }).click();
  const bar = page.getByRole("region", { name: "并排比较的行" });
  await expect(bar).toContainText("选 2 到 6 行并排比较");
  const ticks = ranking.locator("tr[data-row]").getByRole("checkbox");
  await expect(ticks.nth(6)).toBeVisible();
  const names = (await ranking.getByRole("rowheader").allInnerTexts()).map((name) => name.trim());

  await ticks.nth(1).check();
  await expect(page).toHaveURL(/pick=W\d+/);
  await expect(bar.getByRole("status")).toHaveText("已选 1 行，再选一行就能比较。");
  await expect(bar.getByRole("link")).toHaveCount(0);
  await ranking.getByRole("rowheader").getByRole("link").first().focus();
  await page.keyboard.press("Space");
  await expect(ticks.first()).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(ticks.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(ticks.nth(2)).toBeChecked();
  await expect(page.getByRole("heading", { level: 1, name: "排名" })).toBeVisible();
  await expect(bar.getByRole("listitem")).toHaveText([names[1], names[0], names[2]].map((name) => `${name}×`));

  await page.reload();
  await expect(ticks.nth(2)).toBeChecked();
  for (const at of [3, 4, 5]) await ticks.nth(at).check();
  await expect(bar.getByRole("status")).toHaveText("已选 6 行，已到上限；去掉一行才能再选。");
  await expect(ticks.nth(6)).toBeDisabled();
  for (const at of [3, 4, 5]) await bar.getByRole("button", { name: `不选：${names[at]}` }).click();
  await expect(ticks.nth(6)).toBeEnabled();

  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);

  await page.emulateMedia({ media: "print" });
  await expect(bar).toBeHidden();
  await expect(ranking.getByRole("checkbox").first()).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await bar.getByRole("link", { name: "并排比较这 3 行" }).click();
  await expect(table(page).getByRole("columnheader")).toHaveText(["比较内容", `甲 ${names[1]}`, `乙 ${names[0]}`, `丙 ${names[2]}`]);
  await page.goBack();
  await bar.getByRole("button", { name: "全部不选" }).click();
  await expect(page).not.toHaveURL(/pick=/);
  await page.getByRole("button", { name: "选行比较" }).click();
  await expect(ranking.getByRole("checkbox", { name: /^选来比较/ })).toHaveCount(0);
});

test("并排比较：从窗口页与前后名次比较，往年与当年的前后名次比较；在手机上选行，宽不出屏", async ({ page }) => {
  await visit(page, "/ranking");
  await expect(page.locator("tr.ranked").nth(5)).toBeVisible();
  const names = (await page.locator("tr.ranked").getByRole("rowheader").allInnerTexts()).map((name) => name.trim());
  await page.locator("tr.ranked").nth(4).getByRole("rowheader").getByRole("link").click();
  const offered = page.getByRole("navigation", { name: "并排比较" });
  await expect(offered.getByRole("link").first()).toContainText(/^与第 4 名/);
  await offered.getByRole("link", { name: "与前后两名一起" }).click();
  await expect(table(page).getByRole("columnheader")).toHaveText(["比较内容", `甲 ${names[4]}`, `乙 ${names[3]}`, `丙 ${names[5]}`]);
  await visit(page, "/windows/W0166?year=2022");
  const former = offered.getByRole("link", { name: /^2021 年第 \d+ 名，与当年前后名次/ });
  const rank = /第 (\d+) 名/.exec(await former.innerText())?.[1];
  await former.click();
  await expect(page).toHaveURL(/year=2021/);
  await expect(
    table(page)
      .getByRole("row", { name: /^名次 / })
      .getByRole("cell")
      .first(),
  ).toContainText(rank ?? "none");

  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, "/ranking");
  await expect(page.locator("tr[data-row]").first()).toBeInViewport();
  await page.getByText("筛选、分组、比较与导出").click();
  await page.getByRole("button", { name: "选行比较" }).click();
  for (const at of [0, 1]) await page.locator("tr[data-row]").nth(at).getByRole("checkbox").check();
  await expect(page.getByRole("link", { name: "并排比较这 2 行" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
