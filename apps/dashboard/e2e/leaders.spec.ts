import { expect, type Page } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";

const figure = (page: Page, name: string | RegExp) => page.getByRole("figure", { name });
const navigation = (page: Page) => page.getByRole("navigation", { name: "页面" });

test("领导全程：从总览找到下降的市，看到是哪一项、哪些窗口，把地址发给别人看到的一样", async ({ page, context, browser }) => {
  const foreign = watchForeignRequests(context);
  await visit(page, "/");
  const map = figure(page, "申报对象均分");
  await expect(map).toContainText("比上年下降最多的是");
  const told = await map.innerText();
  const fallen = /比上年下降最多的是(\S+?)（−\d+\.\d\d）/.exec(told)?.[1];
  expect(fallen, told).toBeTruthy();

  await map.getByRole("button", { name: "数据表 (T)" }).click();
  await map.getByRole("link", { name: fallen ?? "" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `城市 · ${fallen}` })).toBeVisible();

  const items = figure(page, "各项得分率与全省、上年相比（%）");
  await expect(items).toContainText("比上年下降最多的是");
  const item = /比上年下降最多的是“(.+?)”/.exec(await items.innerText())?.[1];
  expect(item).toBeTruthy();
  await items.getByRole("button", { name: "数据表 (T)" }).click();
  await items.getByRole("button", { name: item ?? "", exact: true }).click();
  const nominees = page.getByRole("region", { name: `申报对象，按“${item}”由低到高` });
  await expect(nominees).toBeVisible();
  const points = await nominees.locator("tbody strong").allInnerTexts();
  expect(points.length).toBeGreaterThan(0);
  expect(points.map(Number)).toEqual(points.map(Number).sort((a, b) => a - b));

  await expect(page.getByRole("figure", { name: "申报对象均分（分）" })).toBeVisible();
  const address = page.url();
  const colleague = await browser.newContext({ locale: "zh-CN" });
  const other = await colleague.newPage();
  await other.goto(address);
  const theirs = other.getByRole("region", { name: `申报对象，按“${item}”由低到高` });
  await expect(theirs).toBeVisible();
  expect(await theirs.innerText()).toBe(await nominees.innerText());
  await colleague.close();

  const window = nominees.getByRole("rowheader").first();
  const name = (await window.innerText()).trim();
  await window.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.goBack();
  await expect(nominees).toBeVisible();
  expect(foreign).toEqual([]);
});

test("领导：一个市三年的年均分，每一格通到该市该年的排名", async ({ page }) => {
  await visit(page, "/cities");
  const years = page.getByRole("region", { name: "城市 × 年度" });
  const row = years.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "杭州市" }) });
  for (const year of ["2021", "2022", "2023"]) await expect(years.getByRole("columnheader", { name: `${year} 均分` })).toBeVisible();
  await row.getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/\/ranking\?(?=.*city=330100)(?=.*year=2021)/);
  await expect(page.getByRole("heading", { level: 1, name: "排名" })).toBeVisible();
});

test("领导：换指标、换一条线都写进地址，退后即回到原处", async ({ page }) => {
  await visit(page, "/trends");
  await expect(page.getByRole("button", { name: "每万条差评", pressed: true })).toBeVisible();
  await page.getByRole("button", { name: "好评率" }).click();
  await expect(page).toHaveURL(/measure=good/);
  await page.getByLabel("突出").selectOption({ label: "绍兴市" });
  await expect(page).toHaveURL(/focus=330600/);
  await expect(figure(page, /^绍兴市\s好评率/)).toContainText(/2023 年绍兴市全年 \d+\.\d\d，比上年 [+−]?\S+；/);
  await page.goBack();
  await expect(figure(page, /^全省\s好评率/)).toBeVisible();
});

test("领导：没有交来统计的月份是缺口，列出是哪个窗口、哪个月", async ({ page }) => {
  await visit(page, "/");
  await page.getByRole("link", { name: /个窗口缺月份统计/ }).click();
  const gaps = page.getByRole("region", { name: "2023 年缺报（窗口 × 月）" });
  await gaps.getByRole("link").first().click();
  await expect(page).toHaveURL(/window=/);
  await expect(page.getByText(/共 \d+ 个月有统计，缺 [1-9]\d* 个月。/)).toBeVisible();
});

test("领导：年份换到 2021，各页都说明是按 2023 年版重算的示例数据", async ({ page }) => {
  await visit(page, "/");
  await page.getByLabel("年度").selectOption("2021");
  await expect(page).toHaveURL(/year=2021/);
  for (const name of ["总览", "城市", "趋势", "排名"]) {
    await navigation(page).getByRole("link", { name }).click();
    await expect(page.getByRole("complementary", { name: "示例数据" })).toContainText("2021、2022 年按 2023 年版标准重算");
    await expect(page).toHaveURL(/year=2021/);
  }
});

test("图形旁按 T 换成数据表，再按换回；导出的 CSV 带表头并能被 Excel 认作 UTF-8", async ({ page }) => {
  await visit(page, "/cities");
  const chart = figure(page, "申报对象均分（分）");
  await chart.getByRole("button", { name: "数据表 (T)" }).focus();
  await page.keyboard.press("t");
  await expect(chart.getByRole("row")).toHaveCount(12);
  await page.keyboard.press("t");
  await expect(chart.getByRole("img").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await chart.getByRole("button", { name: /CSV/ }).click();
  const stream = await (await download).createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString("utf8");
  expect(text).toMatch(/^\uFEFF市,申报对象均分（分）\r\n杭州市,\d+(\.\d+)?\r\n/);
});

test("图形可导出为 SVG 和 PNG", async ({ page }) => {
  await visit(page, "/cities");
  const chart = figure(page, "申报对象均分（分）");
  for (const [format, begins] of [
    ["SVG", "<svg"],
    ["PNG", "\u0089PNG"],
  ] as const) {
    const download = page.waitForEvent("download");
    await chart.getByRole("button", { name: new RegExp(format) }).click();
    const stream = await (await download).createReadStream();
    expect(
      Buffer.concat(await stream.toArray())
        .toString("latin1")
        .slice(0, begins.length),
    ).toBe(begins);
  }
});
