import { expect, type Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";

const ranking = (page: Page) => page.getByRole("region", { name: /红旗窗口申报排名/ });

test("组委会全程：谁因一票否决失去名次，依据是哪些记录，假如解除会怎样，再导出名单；地址发给同事看到的一样", async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  const foreign = watchForeignRequests(context);
  await visit(page, "/");
  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "排名" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "排名" })).toBeVisible();

  const vetoedRow = ranking(page).locator("tr.vetoed").first();
  await expect(vetoedRow).toContainText("一票否决 V2");
  const struck = vetoedRow.getByText(/一票否决，不列名次；否则列第 \d+/).first();
  const lost = /否则列第 (\d+)/.exec((await struck.textContent()) ?? "")?.[1] ?? "";
  expect(Number(lost)).toBeGreaterThan(0);
  const subject = (await vetoedRow.getByRole("rowheader").innerText()).trim();
  await expect(ranking(page).locator("tr.cut").first()).toContainText(/前 10 名/);

  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "一票否决" }).click();
  await page.getByRole("button", { name: `查看记录：${subject} V2` }).click();
  const records = page.getByRole("region", { name: "记录：表" });
  const counted = records.getByRole("row").filter({ hasText: "计入日期和各项条件都符合" });
  await expect(counted.first()).toBeVisible();
  expect(await counted.count()).toBeGreaterThanOrEqual(4);
  for (const row of await counted.all()) await expect(row).toContainText(/非客观.*\.(xlsx|csv) · .*第 \d+ 行/s);

  const address = page.url();
  expect(address).toContain("open=");
  const colleague = await browser.newContext({ locale: "zh-CN" });
  const other = await colleague.newPage();
  await other.goto(address);
  await expect(other.getByRole("button", { name: `收起记录：${subject} V2` })).toHaveAttribute("aria-expanded", "true");
  expect(await other.getByRole("region", { name: "记录：表" }).innerText()).toBe(await records.innerText());
  await colleague.close();

  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "排名" }).click();
  await page.getByRole("link", { name: "试算：如果另作决定" }).click();
  const choice = page.getByRole("combobox", { name: "申报对象" });
  await choice.selectOption({ label: await choice.locator("option").filter({ hasText: subject }).innerText() });
  await expect(page.getByRole("combobox", { name: "决定" })).toHaveValue("lift");
  await page.getByRole("textbox", { name: /事由/ }).fill("假设四条差评另有认定");
  await page.getByRole("button", { name: "加入试算" }).click();
  const trial = page.getByRole("region", { name: /试算（不是结果）$/ }).first();
  await expect(trial.getByRole("row", { name: new RegExp(subject) }).last()).toContainText(`一票否决${lost}有了名次`);
  await page.getByRole("button", { name: "全部撤销" }).click();
  await expect(trial).toContainText("没有改动，名次与公布的一致");

  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "评选" }).click();
  await page
    .getByRole("region", { name: "组委会认定：谁入选，为什么" })
    .first()
    .getByRole("button", { name: "专家初审", exact: true })
    .click();
  await expect(page.locator("tr.barred").filter({ hasText: subject })).toContainText("一票否决");
  const notice = page.getByRole("region", { name: "专家初审：公示名单" }).first();
  const download = page.waitForEvent("download");
  await notice.getByRole("button", { name: "导出 Excel" }).click();
  const bytes = Buffer.concat(await (await (await download).createReadStream()).toArray());
  const [list] = (await readXlsx(new Uint8Array(bytes))).sheets;
  const written = list?.rows.map((row) => row.filter((cell) => cell !== null && cell !== "").join("|")) ?? [];
  const shown = await notice.getByRole("table").locator("tbody tr").allInnerTexts();
  expect(shown).toHaveLength(20);
  for (const row of shown) expect(written).toContain(row.split("\t").join("|"));
  expect(written.join("\n")).not.toContain(subject);
  expect(foreign).toEqual([]);
});

test("组委会：待认定的差评若计入或不计入，名次各会怎样", async ({ page }) => {
  await visit(page, "/vetoes?state=undecided&rule=V2");
  await page
    .getByRole("button", { name: /^查看记录：.* V2$/ })
    .first()
    .click();
  await expect(page.getByText(/若待认定的都不计入：共 3 条，差一条即否决。.*保留第 \d+ 名/s)).toBeVisible();
  await expect(page.getByText(/若待认定的都计入：共 4 条，一票否决。.*不列名次/s)).toBeVisible();
});

test("组委会：筛选、多列排序写在地址里，刷新后照旧", async ({ page }) => {
  await visit(page, "/ranking");
  const table = ranking(page);
  await page.getByText("设区市", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: /杭州市/ }).check();
  await page.keyboard.press("Escape");
  await table.getByRole("button", { name: "加分" }).click();
  await table.getByRole("button", { name: "总分" }).click({ modifiers: ["Shift"] });
  await expect(table.getByRole("columnheader", { name: /^加分/ })).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/city=330100/);
  await expect(page).toHaveURL(/sort=-bonus,-total/);
  const shown = () => table.getByRole("rowheader").allInnerTexts();
  const before = await shown();
  expect(before.length).toBeGreaterThan(1);
  expect(before.every((name) => name.includes("杭州市"))).toBe(true);
  await page.reload();
  await expect(table.getByRole("columnheader", { name: /^加分/ })).toHaveAttribute("aria-sort", "descending");
  expect(await shown()).toEqual(before);
});

test("组委会：方向键在名次表里逐行移动，回车打开窗口", async ({ page }) => {
  await visit(page, "/ranking");
  const links = ranking(page).getByRole("rowheader").getByRole("link");
  await links.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("Control+ArrowDown");
  await expect(ranking(page).locator("tr[data-row]").last().getByRole("rowheader").getByRole("link")).toBeFocused();
  await page.keyboard.press("Control+ArrowUp");
  await expect(links.first()).toBeFocused();
  const name = (await links.first().innerText()).trim();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("组委会：在手机上，一票否决的结论、计数与名次都在屏内，不必横向滚动", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, "/vetoes");
  const rows = page.getByRole("row").filter({ has: page.getByRole("button", { name: /^查看记录/ }) });
  await expect(rows.first()).toContainText(/一票否决.*5 \/ 4|一票否决.*4 \/ 4|一票否决.*1 \/ 1/s);
  for (const row of await rows.all()) {
    const cell = await row.getByRole("cell").last().boundingBox();
    expect((cell?.x ?? 0) + (cell?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});
