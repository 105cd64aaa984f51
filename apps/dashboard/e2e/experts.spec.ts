import { expect, test } from "@playwright/test";

test("专家组：从名次打开窗口，每一笔扣分都有条款、原因、佐证和来源单元格，逐步相加恰为总分", async ({ page }) => {
  await page.goto("/ranking");
  const row = page
    .getByRole("region", { name: /红旗窗口申报排名/ })
    .locator("tr.ranked")
    .last();
  await row.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByText("为什么是这个分数？")).toBeVisible();
  const total = (await page.locator(".stat").filter({ hasText: "总分" }).locator(".stat-value").innerText()).trim();

  await expect(page.getByRole("heading", { level: 2, name: `为什么是 ${total} 分` })).toBeVisible();
  await expect(page.getByText(new RegExp(`= ${total.replace(".", "\\.")}。各步按精确分数相加`))).toBeVisible();

  const lines = page.getByRole("region", { name: "逐条扣分" }).getByRole("table");
  const deductions = lines.locator("tbody tr:not(.step)");
  expect(await deductions.count()).toBeGreaterThan(0);
  for (const deduction of await deductions.all()) {
    await expect(deduction.getByRole("cell").last()).toHaveText(/^\d{4}\/.+\.xlsx · .+![A-Z]+\d+$/);
    await expect(deduction.getByRole("cell").nth(1)).toHaveText(/^−\d+\.\d\d$/);
  }
  for (const step of await lines.locator("tr.step").all()) await expect(step).toContainText(/附件5·\d/);
});

test("专家组：按 T 看得分台阶的数据表，末行是总分", async ({ page }) => {
  await page.goto("/ranking");
  await page
    .getByRole("region", { name: /红旗窗口申报排名/ })
    .locator("tr.ranked")
    .first()
    .getByRole("rowheader")
    .getByRole("link")
    .click();
  const figure = page.getByRole("figure", { name: "得分台阶" });
  await figure.getByRole("button", { name: "数据表 (T)" }).focus();
  await page.keyboard.press("t");
  await expect(figure.getByRole("row").nth(1)).toContainText("评分满分90.00");
  await expect(figure.getByRole("row").last()).toContainText("总分");
});

test("专家组：评委对照，单看一位评委的扣分，地址记住所选", async ({ page }) => {
  await page.goto("/ranking");
  await page
    .getByRole("region", { name: /红旗窗口申报排名/ })
    .locator("tr.ranked")
    .last()
    .getByRole("rowheader")
    .getByRole("link")
    .click();
  const matrix = page.getByRole("region", { name: "评委对照" }).getByRole("table");
  const graders = matrix.getByRole("columnheader").getByRole("button");
  await expect(graders).toHaveCount(7);
  const deductions = page.getByRole("region", { name: "逐条扣分" }).locator("tbody tr:not(.step)");
  const grader = (await deductions.first().getByRole("cell").first().innerText()).trim();
  await graders.filter({ hasText: grader }).click();
  await expect(page).toHaveURL(new RegExp(`grader=${grader}`));
  for (const deduction of await deductions.all()) await expect(deduction.getByRole("cell").first()).toHaveText(grader);
  await page.reload();
  await expect(page.getByText(`只看：${grader}`)).toBeVisible();
  await page.getByRole("button", { name: "显示全部" }).click();
  await expect(page.getByText(`只看：${grader}`)).toBeHidden();
});

test("专家组：服务先锋的给分逐项逐评委列出，页面自己认定荣誉", async ({ page }) => {
  await page.goto("/ranking?honour=service-pioneer");
  await page
    .getByRole("region", { name: /服务先锋申报排名/ })
    .locator("tr.ranked")
    .first()
    .getByRole("rowheader")
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { name: "逐项给分" })).toBeVisible();
  const person = new URL(page.url()).pathname;
  await page.goto(person);
  await expect(page).toHaveURL(/honour=service-pioneer/);
  await expect(page.getByRole("region", { name: "评委对照" }).getByRole("rowheader", { name: "政治素质过硬" })).toBeVisible();
});

test("专家组：没有申报的窗口只列服务数据，并说明没有申报", async ({ page }) => {
  await page.goto("/vetoes?who=all");
  const row = page.locator("table.vetoes tbody tr").filter({ hasText: "未申报" }).first();
  await row.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByText(/没有申报红旗窗口，没有评分和名次/)).toBeVisible();
  await expect(page.getByRole("figure", { name: "逐月办件与评价" })).toBeVisible();
});
