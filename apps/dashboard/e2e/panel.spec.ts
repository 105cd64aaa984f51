import { expect, type Page, test } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();
const stat = (page: Page, name: string) => page.locator(".stat").filter({ hasText: name }).locator(".stat-value");

test("专家组：从总览进入，一致程度、松紧、进度都有数和话，点一位评委记在地址里", async ({ page, context, browser }) => {
  const foreign = watchForeignRequests(context);
  await page.goto("/");
  await page.getByRole("link", { name: "看评委意见是否一致" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "专家组" })).toBeVisible();
  await expect(page.getByText("2023 年红旗窗口，初审的评委意见一致吗？")).toBeVisible();
  await expect(stat(page, "评委（位）")).toHaveText("7");
  await expect(stat(page, "评完的评分表")).toHaveText("273");

  const mean = section(page, "是否一致").getByRole("row", { name: /^平均分的可靠性/ });
  await expect(mean).toContainText(/0\.\d\d0\.\d\d – 0\.\d\d/);
  await expect(mean).toContainText("7 位评委，39 个对象");
  await expect(section(page, "评分进度")).toContainText("7 位评委都评完了 39 个申报对象，共 273 份。");

  // In the sample G5 takes off the most, G6 the least.
  const severity = section(page, "评委松紧");
  await expect(severity).toContainText(/G5最严（−\d\.\d\d），G6最宽（\+\d\.\d\d）/);
  await severity.getByRole("button", { name: "数据表 (T)" }).click();
  const rows = severity.locator("tbody tr");
  await expect(rows).toHaveCount(7);
  await expect(rows.first()).toContainText(/^G5.*偏严$/);
  await rows.first().getByRole("button", { name: "G5" }).click();
  await expect(page).toHaveURL(/grader=G5/);
  await expect(severity).toContainText(/G5比其他评委偏严 \d\.\d\d 分，95% 区间/);

  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await other.goto(page.url());
  await expect(other.getByText("只突出：G5")).toBeVisible();
  await other.context().close();
  await page.getByRole("button", { name: "显示全部" }).click();
  await expect(page).not.toHaveURL(/grader=/);
  expect(foreign).toEqual([]);
});

test("专家组：单看一个项目，松紧跟着只算这个项目", async ({ page }) => {
  await page.goto("/panel");
  const items = section(page, "是否一致").getByRole("figure");
  await items.getByRole("button", { name: "数据表 (T)" }).click();
  await items.getByRole("button", { name: "政务服务规范化" }).click();
  await expect(page).toHaveURL(/item=conduct/);
  await expect(section(page, "评委松紧")).toContainText("“政务服务规范化”与其他评委平均相差（分）");
});

test("专家组：没有评完的评分表写明缺哪一条、按哪条规则不计入，点名称到窗口", async ({ page }) => {
  await page.goto("/panel?year=2022");
  await expect(section(page, "评分进度")).toContainText("应有 266 份，评完 265 份，评了一部分 1 份，空表 0 份，没有交 0 份。");
  const dropped = section(page, "不计入得分的评分表");
  await expect(dropped).toContainText("来源未规定，组委会设定。");
  const row = dropped.locator("tbody tr");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(/没有评完政务服务规范化/);
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/windows\/W\d+/);
  await expect(section(page, "评委对照")).toContainText(/的评分表没有评完，不计入/);
});
