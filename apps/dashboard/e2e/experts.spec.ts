import { expect } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";
import { holdOnPaper, neverPrint } from "./paper-form.ts";
import { plainWords } from "./pdf-pages.ts";

const hundredths = (figure: string) => Math.round(Number(figure.replace("−", "-")) * 100);

test("专家组全程：打开窗口，每一笔扣分查到条款、评分表、记录、文件和单元格，评委逐位对照，再打印填好的考核表", async ({
  page,
  context,
}) => {
  test.slow();
  const foreign = watchForeignRequests(context);
  await neverPrint(page);
  await visit(page, "/");
  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "排名" }).click();
  const row = page
    .getByRole("region", { name: /红旗窗口申报排名/ })
    .locator("tr.ranked")
    .last();
  const name = (await row.getByRole("rowheader").innerText()).trim();
  await row.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const total = (await page.locator(".stat").filter({ hasText: "总分" }).locator(".stat-value").innerText()).trim();
  await expect(page.getByRole("heading", { level: 2, name: `为什么是 ${total} 分` })).toBeVisible();
  await expect(page.getByText(new RegExp(`= ${total.replace(".", "\\.")}。各步按精确分数相加`))).toBeVisible();

  const lines = page.getByRole("region", { name: "逐条扣分" }).getByRole("table");
  const deductions = lines.locator("tbody tr:not(.step)");
  for (const step of await lines.locator("tr.step").all()) await expect(step).toContainText(/附件5·\d/);
  const told = await deductions.evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll("td")].map((cell) => cell.innerText)));
  expect(told.length).toBeGreaterThan(0);
  for (const [at, [grader = "", asked = "", counted = "", reason = "", evidence = "", place = ""]] of told.entries()) {
    expect([asked, counted]).toEqual([expect.stringMatching(/^−\d+\.\d\d$/), expect.stringMatching(/^−\d+\.\d\d$/)]);
    expect(reason, place).not.toBe("–");
    expect(evidence).toContain(grader);
    const [, file = "", sheet = "", cell = ""] = /^(\d{4}\/.+\.xlsx) · (.+)!([A-Z]+\d+)$/.exec(place) ?? [];
    expect(file, place).toContain(grader);
    await deductions.nth(at).getByRole("link").click();
    const record = page.getByRole("region", { name: "计入的行" }).getByRole("article");
    await expect(record.getByRole("heading")).toHaveText(file);
    await expect(record).toContainText(`${sheet}!${cell}　现行`);
    await expect(record.locator("tr[aria-current=true]").getByRole("cell")).toHaveText(["扣分", cell, asked.slice(1)]);
    await page.goBack();
    await expect(deductions).toHaveCount(told.length);
  }

  const matrix = page.getByRole("region", { name: "评委对照" }).getByRole("table");
  const graders = await matrix.getByRole("columnheader").getByRole("button").allInnerTexts();
  expect(graders).toHaveLength(7);
  const taken = await matrix
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll("td")].map((cell) => cell.innerText)));
  const sums = await matrix.locator("tfoot tr").first().getByRole("cell").allInnerTexts();
  const full = sums.map((sum, at) =>
    taken.reduce((points, cells) => points - Math.min(0, hundredths(cells[at] ?? "") || 0), hundredths(sum)),
  );
  expect(new Set(full).size, "a sheet's total and what it takes off are the same full points for everybody").toBe(1);
  const [grader = ""] = told[0] ?? [];
  await matrix.getByRole("button", { name: grader, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`grader=${grader}`));
  await expect(deductions).toHaveCount(told.filter(([who]) => who === grader).length);
  for (const deduction of await deductions.all()) await expect(deduction.getByRole("cell").first()).toHaveText(grader);
  const theirs = taken.map((cells) => cells[graders.indexOf(grader)] ?? "").filter((cell) => cell.startsWith("−"));
  expect((await deductions.evaluateAll((rows) => rows.map((each) => each.children[1]?.textContent ?? ""))).sort()).toEqual(theirs.sort());
  await page.getByRole("button", { name: "显示全部" }).click();
  await expect(deductions).toHaveCount(told.length);

  await page.getByRole("button", { name: "打印考核表" }).click();
  await expect(page.locator(".paper-form h1")).toHaveText("2023 年红旗窗口考核表");
  const pages = await holdOnPaper(page);
  const printed = pages.map(({ text }) => text).join("");
  for (const words of [
    name,
    "附件5",
    total,
    ...told.flatMap(([who = "", asked = "", , reason = ""]) => [`${who} 扣 ${asked.slice(1)}：${reason}`]),
  ])
    expect(printed).toContain(plainWords(words));
  expect(foreign).toEqual([]);
});

test("专家组：按 T 看得分台阶的数据表，末行是总分", async ({ page }) => {
  await visit(page, "/ranking");
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

test("专家组：单看一位评委记在地址里，刷新后照旧，可以还原", async ({ page }) => {
  await visit(page, "/windows/W0317?grader=G1");
  await expect(page.getByText("只看：G1")).toBeVisible();
  await page.getByRole("button", { name: "显示全部" }).click();
  await expect(page.getByText("只看：G1")).toBeHidden();
});

test("专家组：服务先锋的给分逐项逐评委列出，页面自己认定荣誉", async ({ page }) => {
  await visit(page, "/ranking?honour=service-pioneer");
  await page
    .getByRole("region", { name: /服务先锋申报排名/ })
    .locator("tr.ranked")
    .first()
    .getByRole("rowheader")
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { name: "逐项给分" })).toBeVisible();
  const person = new URL(page.url()).pathname;
  await visit(page, person);
  await expect(page).toHaveURL(/honour=service-pioneer/);
  await expect(page.getByRole("region", { name: "评委对照" }).getByRole("rowheader", { name: "政治素质过硬" })).toBeVisible();
});

test("专家组：没有申报的窗口只列服务数据，并说明没有申报", async ({ page }) => {
  await visit(page, "/vetoes?who=all");
  const row = page.locator("table.vetoes tbody tr").filter({ hasText: "未申报" }).first();
  await row.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByText(/没有申报红旗窗口，没有评分和名次/)).toBeVisible();
  await expect(page.getByRole("figure", { name: "逐月办件与评价" })).toBeVisible();
});
