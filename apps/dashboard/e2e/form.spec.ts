import { expect, type Page } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";
import { holdOnPaper, neverPrint } from "./paper-form.ts";

test.beforeEach(({ page }) => neverPrint(page));

const openFirst = async (page: Page, address: string) => {
  await visit(page, address);
  await page.locator("tr.ranked").first().getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByText("为什么是这个分数？")).toBeVisible();
};

const textsOf = async (page: Page, cells: string) => (await page.locator(cells).allTextContents()).map((text) => text.trim());

test("考核表：打印窗口的附件5考核表，每个项目每条条款都在，自评分、考核分、合计与页面一致，签章栏空着，打印完页面照旧", async ({
  page,
  context,
}) => {
  const foreign = watchForeignRequests(context);
  await openFirst(page, "/ranking");
  const stat = async (name: string) => (await page.locator(".stat").filter({ hasText: name }).locator(".stat-value").innerText()).trim();
  const [total, self] = [await stat("总分"), await stat("自评分")];
  await expect(page.locator(".self-assessed tbody tr")).toHaveCount(6);
  const clauses = await textsOf(page, ".matrix tbody th[scope=row]");
  const items = await page
    .locator(".self-assessed tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].slice(0, 4).map((cell) => cell.textContent?.trim() ?? "")),
    );
  const title = await page.title();
  expect(clauses.filter((clause) => clause !== "酌情扣分")).toHaveLength(19);

  await page.getByRole("button", { name: "打印考核表" }).click();
  const form = page.locator(".paper-form");
  await expect(form.locator("h1")).toHaveText("2023 年红旗窗口考核表");
  await expect(form.locator(".form-under")).toContainText("附件5");
  await expect(form.locator("thead")).toContainText("示例数据，全部虚构");
  expect(await page.title()).toMatch(/^2023 年红旗窗口考核表　示例/);

  const told = await textsOf(page, ".paper-form tbody[data-item] th[scope=row]");
  for (const clause of clauses) expect(told.some((text) => text.startsWith(clause))).toBe(true);
  await expect(form.locator("tbody[data-item]")).toHaveCount(items.length);
  for (const [index, [name, max, own, assessed]] of items.entries()) {
    const first = form.locator("tbody[data-item]").nth(index).locator("tr").first();
    await expect(first.locator("th").first()).toContainText(`${name}满分 ${max}`);
    expect((await first.locator("td").allTextContents()).slice(-2)).toEqual([own, assessed]);
  }
  expect((await form.locator(".form-total").first().locator("td").allTextContents()).slice(-2)).toEqual([self, total]);
  expect(await form.locator("tr[data-veto]").count()).toBe(4);
  await expect(form.locator(".form-opinions tr")).toHaveCount(3);
  for (const opinion of await form.locator(".form-opinions td").allTextContents()) expect(opinion).toMatch(/^（盖章）[　年月日]+$/);

  await holdOnPaper(page);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(form).toHaveCount(0);
  expect(await page.title()).toBe(title);
  expect(await page.evaluate(() => document.documentElement.dataset.paper)).toBeUndefined();
  await expect(page.getByRole("heading", { level: 2, name: `为什么是 ${total} 分` })).toBeVisible();
  expect(foreign).toEqual([]);
});

test("考核表：扣分的行写明哪位评委扣几分、为什么，扣分加总回到考核分", async ({ page }) => {
  await visit(page, "/ranking");
  await page.locator("tr.ranked").last().getByRole("rowheader").getByRole("link").first().click();
  await expect(page.locator(".score-lines tr.step").first()).toBeVisible();
  const steps = await page.locator(".score-lines tr.step").count();
  await page.getByRole("button", { name: "打印考核表" }).click();
  const form = page.locator(".paper-form");
  await expect(form.locator("h1")).toBeAttached();
  const taken = await form
    .locator("tbody[data-item] tr")
    .evaluateAll((rows) =>
      rows
        .map((row) => ({ row: row.getAttribute("data-row"), cells: [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "") }))
        .filter(({ cells }) => cells[1]?.startsWith("−")),
    );
  expect(taken).toHaveLength(steps);
  for (const { cells } of taken) expect(cells[2]).toMatch(/^G\d+ 扣 \d+\.\d\d：/);
  await holdOnPaper(page);
});

test("考核表：打印人员的附件6考核表，没有条款扣分，每位评委给几分都在，合计与页面一致；英文界面用英文", async ({ page }) => {
  await openFirst(page, "/ranking?honour=service-pioneer");
  const total = (await page.locator(".stat").filter({ hasText: "总分" }).locator(".stat-value").innerText()).trim();
  await page.getByRole("button", { name: "打印考核表" }).click();
  const form = page.locator(".paper-form");
  await expect(form.locator(".form-under")).toContainText("附件6");
  await expect(form.locator(".form-facts")).toContainText("所在窗口");
  expect(await form.locator("tbody[data-item]").evaluateAll((all) => all.map((one) => one.querySelectorAll("tr").length))).toEqual([
    1, 1, 1, 1, 2,
  ]);
  await expect(form.locator("tr[data-row=graded]").first()).toContainText(/由评委直接给分.*G1 给 \d+\.\d\d；G2 给/s);
  expect((await form.locator(".form-total").first().locator("td").allTextContents()).at(-1)).toBe(total);
  await holdOnPaper(page);

  await visit(page, `${page.url()}&lang=en`);
  await page.getByRole("button", { name: "Print the assessment form" }).click();
  await expect(form.locator("h1")).toHaveText("Assessment form of Service pioneer 2023");
  await expect(form).not.toContainText("{{");
  await holdOnPaper(page);
});
