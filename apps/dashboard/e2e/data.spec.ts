import { expect, type Page } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();

test("数据：收下多少对得上，每个退回的单元格说明在哪里、写了什么、怎么改，地址发给同事看到的一样", async ({ page, context, browser }) => {
  const foreign = watchForeignRequests(context);
  await visit(page, "/");
  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "数据" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "数据" })).toBeVisible();
  const account = await section(page, "交来多少，收下多少").locator(".sum").innerText();
  const [rows, accepted, rejected, superseded] = [...account.replaceAll(",", "").matchAll(/\d+/g)].map(Number);
  expect(rows).toBe((accepted ?? 0) + (rejected ?? 0) + (superseded ?? 0));
  expect(rejected).toBeGreaterThan(0);

  const quarantine = section(page, "退回与提醒");
  await quarantine.getByRole("button", { name: /^D221 / }).click();
  await expect(page).toHaveURL(/code=D221/);
  const row = quarantine.getByRole("row").filter({ hasText: "D221" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(/好差评统计!D\d+.*2022\/.*嘉兴市\.xlsx.*\d+ ≠ \d+.*五个等级之和不等于主动评价量.*核对各等级数/s);
  await row.getByText("看整行").click();
  await expect(row).toContainText("非常满意");

  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await other.goto(page.url());
  await expect(section(other, "退回与提醒").getByRole("row").filter({ hasText: "D221" })).toHaveCount(1);
  await other.context().close();
  await page.goBack();
  await expect(quarantine.getByRole("row").filter({ hasText: "D204" }).first()).toBeVisible();
  expect(foreign).toEqual([]);
});

test("数据：退回的单元格可导出，表头在前，每行带编号和改法", async ({ page }) => {
  await visit(page, "/data?severity=rejected");
  const download = page.waitForEvent("download");
  await section(page, "退回与提醒").getByRole("button", { name: "导出 CSV" }).click();
  const text = Buffer.concat(await (await (await download).createReadStream()).toArray()).toString("utf8");
  expect(text).toMatch(/^\uFEFF文件,工作表,单元格,字段,内容,编号,哪里不对，怎么改,怎么改,整行\r\n/);
  expect(text.trim().split("\r\n").length).toBe(6);
});

test("数据：覆盖图的数据表里点缺的数，列出是哪个窗口，再到它的页面", async ({ page }) => {
  await visit(page, "/data");
  const coverage = section(page, "覆盖");
  await expect(coverage).toContainText(/2023 年 12 个月应有 [\d,]+ 个窗口月份，交来 [\d,]+ 个（\d+\.\d\d%）。缺得最多的是台州市 2023-08/);
  await coverage.getByRole("button", { name: "数据表 (T)" }).click();
  await coverage
    .getByRole("row", { name: /台州市 2023-08/ })
    .getByRole("button", { name: "1" })
    .click();
  await expect(page).toHaveURL(/city=331000.*month=2023-08/);
  await coverage.getByRole("link", { name: /台州市/ }).click();
  await expect(page).toHaveURL(/\/windows\/W\d+/);
});

test("数据：点一个文件，看到它的工作表、行数相加和读法，退回的单元格跟着只列这个文件", async ({ page }) => {
  await visit(page, "/data");
  await section(page, "文件").getByRole("link", { name: "2021/4-投诉/投诉记录-2021.csv" }).click();
  await expect(page).toHaveURL(/file=[0-9a-f]{16}/);
  const detail = page.getByRole("region", { name: "2021/4-投诉/投诉记录-2021.csv" });
  await expect(detail).toContainText(/编码gb18030.*521 行 = 采纳 518 \+ 退回 3 \+ 更替 0/s);
  await expect(section(page, "退回与提醒").locator("tbody tr")).toHaveCount(3);
});

test("来源：窗口一个月的差评，查到文件、工作表、单元格和值，再到数据页的这个文件", async ({ page }) => {
  await visit(page, "/windows/W0001");
  const months = page.getByRole("figure", { name: "逐月办件与评价" });
  await months.getByRole("button", { name: "数据表 (T)" }).click();
  const row = months.getByRole("row", { name: /^2023-04/ });
  const shown = await row.getByRole("cell").first().innerText();
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/source\?(?=.*id=W0001)(?=.*at=2023-04)(?=.*field=cases)/);
  const fields = section(page, "计入的行").getByRole("row", { name: /^办件量/ });
  await expect(fields).toHaveAttribute("aria-current", "true");
  await expect(fields).toContainText(/办件量[A-Z]+\d+/);
  await expect(fields.getByRole("cell").last()).toHaveText(shown);
  await page.getByRole("link", { name: "到“数据”页看这个文件" }).click();
  await expect(page).toHaveURL(/\/data\?.*file=[0-9a-f]{16}/);
  await page.goBack();
  await expect(fields).toBeVisible();
});

test("来源：排名里的总分逐层查到一个评委填的一格，被更正的旧行也在", async ({ page }) => {
  await visit(page, "/ranking");
  const total = page
    .getByRole("region", { name: /红旗窗口申报排名/ })
    .locator("tr[data-row]")
    .first()
    .locator("a.sourced")
    .first();
  const points = await total.innerText();
  await total.click();
  const items = section(page, "由哪些项目相加");
  await expect(items).toContainText(`= ${points}。`);
  await items.getByRole("link").first().click();
  await expect(page).toHaveURL(/of=item/);
  await expect(section(page, "各评委交来的行").getByRole("row").nth(1)).toContainText(/\.xlsx/);
  await expect(section(page, "计入得分的步骤")).toContainText("相加即为本项得分");
});

test("来源：一个市一年的数先分到窗口，再到月，没有交来的不按零计", async ({ page }) => {
  await visit(page, "/cities?city=331000");
  await page.getByRole("link", { name: "台州市 2023 年各数的来源" }).click();
  const parts = section(page, "由哪些部分相加");
  await expect(parts).toContainText(/40 个登记窗口/);
  await parts
    .getByRole("row", { name: /示例台州市椒江区公积金窗口/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(/of=year/);
  await expect(parts).toContainText("2023 年的 11 个月");
  await parts
    .getByRole("row", { name: /^2023-09/ })
    .getByRole("link")
    .first()
    .click();
  await expect(section(page, "计入的行")).toContainText("这个数就是这一行里的数");
  await visit(page, "/source?of=month&id=W0333&at=2023-08&field=bad");
  await expect(section(page, "计入的行")).toContainText("2023-08 没有交来统计，不按零计");
});

test("来源：总览的一个数到来源页是同一个数，再分到各窗口", async ({ page }) => {
  await page.goto("/?year=2023");
  const figure = page.locator(".stat", { hasText: "每万条评价中差评" });
  const [bad, active] = (await figure.locator(".stat-basis").innerText()).split(" ÷ ");
  await figure.getByRole("link", { name: "来源" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2023");
  await expect(page.locator(".source-sums .stat-value")).toHaveText([active ?? "", bad ?? ""]);
  await expect(page.getByRole("table").first().getByRole("row").nth(1)).toBeVisible();
});

test("来源：一票否决的一条记录查到它的行", async ({ page }) => {
  await visit(page, "/vetoes?state=vetoed&rule=V2");
  await page
    .getByRole("button", { name: /^查看记录：.* V2$/ })
    .first()
    .click();
  await page.getByRole("region", { name: "记录：表" }).locator("a.sourced").first().click();
  await expect(page).toHaveURL(/of=record/);
  await expect(section(page, "计入的行").getByRole("row", { name: /^原因认定/ })).toContainText("非客观");
});
