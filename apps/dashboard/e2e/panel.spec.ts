import { expect, type Page } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();
const stat = (page: Page, name: string) => page.locator(".stat").filter({ hasText: name }).locator(".stat-value");

test("专家组：从总览进入，一致程度、松紧、进度都有数和话，点一位评委记在地址里", async ({ page, context, browser }) => {
  const foreign = watchForeignRequests(context);
  await visit(page, "/");
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
  await expect(severity).toContainText(/G5 最严（−\d\.\d\d），G6 最宽（\+\d\.\d\d）/);
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
  await visit(page, "/panel");
  const items = section(page, "是否一致").getByRole("figure");
  await items.getByRole("button", { name: "数据表 (T)" }).click();
  await items.getByRole("button", { name: "政务服务规范化" }).click();
  await expect(page).toHaveURL(/item=conduct/);
  await expect(section(page, "评委松紧")).toContainText("“政务服务规范化”与其他评委平均相差（分）");
});

test("专家组：没有评完的评分表写明缺哪一条、按哪条规则不计入，点名称到窗口", async ({ page }) => {
  await visit(page, "/panel?year=2022");
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

test("专家组：点一份异常评分，看到与其他评委逐条的对照，再到窗口页只看这位评委，到来源看每位评委的行", async ({ page }) => {
  await visit(page, "/panel");
  const deviations = section(page, "逐份偏离");
  await expect(deviations).toContainText(/273 份评分中有 \d+ 份异常/);
  const outliers = page.getByRole("region", { name: "请评委核对的评分" });
  const first = outliers.locator("tbody tr").first();
  const subject = await first.getByRole("rowheader").innerText();
  const grader = await first.getByRole("button").innerText();
  await first.getByRole("button").click();
  await expect(page).toHaveURL(new RegExp(`application=.+&grader=${grader}`));
  const detail = page.locator(".sheet-detail");
  await expect(detail.getByRole("heading", { level: 3 })).toHaveText(new RegExp(`${grader}\\s+${subject}`));
  await expect(detail).toContainText(/其他评委平均 \d+\.\d\d 分，相差 [+−]\d+\.\d\d 分。.*请核对。/);
  await expect(detail.getByRole("row").nth(1)).toContainText(/\d 位中 \d 位扣分/);

  await detail.getByRole("row").nth(1).getByRole("link").click();
  await expect(page).toHaveURL(/\/source\?.*of=item/);
  await expect(section(page, "各评委交来的行").getByRole("row").nth(1)).toContainText(/\.xlsx/);
  await page.goBack();
  await detail.getByRole("link", { name: `到对象的页面，只看 ${grader} 的评分与佐证` }).click();
  await expect(page).toHaveURL(new RegExp(`/windows/W\\d+\\?.*grader=${grader}`));
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
});

test("专家组：点偏离图的一格选中那份评分，数据表里同一格也能选", async ({ page }) => {
  await visit(page, "/panel?order=spread");
  const figure = page.getByRole("figure", { name: "与其他评委相差（分）" });
  const cell = figure.locator("svg text").filter({ hasText: /^[+−]\d+\.\d$/ });
  await cell.first().scrollIntoViewIfNeeded();
  const box = await cell.first().boundingBox();
  await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 6);
  await expect(page).toHaveURL(/application=.+&grader=G1/);
  const chosen = await page.locator(".sheet-detail").getByRole("heading").innerText();
  await page.getByRole("button", { name: "收起" }).click();
  await expect(page.locator(".sheet-detail")).toHaveCount(0);
  await figure.getByRole("button", { name: "数据表 (T)" }).click();
  await figure.locator("tbody tr").first().getByRole("button").first().click();
  await expect(page.locator(".sheet-detail").getByRole("heading")).toHaveText(chosen.trim());
});

test("专家组：抹平松紧只是假设，写明不计入；少一份评分表时只有那个对象的分会变", async ({ page }) => {
  await visit(page, "/panel");
  const adjusted = section(page, "假设：抹平松紧后的得分与名次");
  await expect(adjusted).toContainText("只供比较，不计入。");
  await expect(adjusted).toContainText("没有变化：每位评委都评完了全部对象");
  await visit(page, "/panel?year=2022");
  await expect(adjusted).toContainText("38 个对象中，得分会变的 1 个，名次会变的 0 个。没有对象因此越过入选线。");
  await adjusted.getByRole("button", { name: "数据表 (T)" }).click();
  await expect(adjusted.locator("tbody tr")).toHaveCount(38);
});
