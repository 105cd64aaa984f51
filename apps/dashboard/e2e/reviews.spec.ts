import { expect, type Page } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();
const numbers = (text: string) => [...text.replaceAll(",", "").matchAll(/\d+/g)].map(Number);

/** The cells of a step's row: by time, late, done without a day, overdue, open, not recorded, not applicable. */
async function states(page: Page, step: RegExp): Promise<readonly number[]> {
  const row = section(page, "按时不按时").getByRole("row", { name: step });
  await expect(row).toBeVisible();
  const cells = await row.getByRole("cell").allInnerTexts();
  return cells.slice(0, 7).map((cell) => Number(cell.replaceAll(",", "")));
}

test("闭环：写明用的是谁的规则、哪一条，每一步的各种情况加起来就是全部差评", async ({ page, context }) => {
  const foreign = watchForeignRequests(context);
  await visit(page, "/");
  await page.getByRole("link", { name: "看差评办了没有" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "闭环" })).toBeVisible();
  const rule = section(page, "按哪个规则");
  await expect(rule).toContainText("《浙江 2023 版》没有写差评怎样办、几天内办。下面按《奉化 2022 版》的步骤和期限对照");
  await expect(rule.getByRole("row", { name: /^申诉，或整改并反馈/ })).toContainText(/评价之日15 天《.*差评处理·整改/);
  await expect(rule).toContainText("以 2023-12-31 为截止日");

  const told = await page
    .getByRole("figure", { name: /^差评、回访/ })
    .locator(".chart-sentence")
    .innerText();
  const all = Number(/差评 ([\d,]+) 条/.exec(told)?.[1]?.replaceAll(",", ""));
  expect(all).toBeGreaterThan(0);
  for (const step of [/^一件一日一回访/, /^申诉，或整改并反馈/, /^追评一次/]) {
    expect((await states(page, step)).reduce((sum, count) => sum + count, 0)).toBe(all);
  }
  await rule.getByRole("link", { name: /差评处理·整改/ }).click();
  await expect(page).toHaveURL(/\/rubric\?.*scheme=fenghua-2022.*#loop\.bad-review/);
  expect(foreign).toEqual([]);
});

test("闭环：点逾期未办的数列出是哪些，最久的在前，到窗口，也到交来的那一行", async ({ page }) => {
  await visit(page, "/reviews");
  const overdue = (await states(page, /^一件一日一回访/))[3];
  await section(page, "按时不按时")
    .getByRole("row", { name: /^一件一日一回访/ })
    .getByRole("cell")
    .nth(3)
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/\/reviews\?step=call-back/);
  const list = section(page, "要看的差评");
  const rows = list.locator("tbody tr");
  await expect(rows).toHaveCount(overdue ?? 0);
  const over = (await rows.locator("td:nth-child(7)").allInnerTexts()).map((text) => numbers(text)[0] ?? 0);
  expect(over).toEqual([...over].sort((a, b) => b - a));

  const first = await rows.first().getByRole("link").first().innerText();
  await rows.first().locator("a.sourced").click();
  await expect(page).toHaveURL(/\/source\?(?=.*of=record)(?=.*at=bad_reviews)/);
  await expect(section(page, "计入的行")).toContainText("回访时间");
  await page.goBack();
  await rows.first().getByRole("link", { name: first }).click();
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
});

test("闭环：按工作日试算写明不改变评价；不对照规则时只说交来了什么，不说按时", async ({ page }) => {
  await visit(page, "/reviews");
  const before = await states(page, /^一件一日一回访/);
  await section(page, "按哪个规则")
    .getByRole("button", { name: /^工作日/ })
    .click();
  await expect(page).toHaveURL(/days=working/);
  await expect(section(page, "按哪个规则")).toContainText("这里试算的是“工作日");
  await expect(section(page, "按哪个规则")).toContainText("15 个工作日");
  await expect.poll(async () => (await states(page, /^一件一日一回访/))[1]).toBeLessThan(before[1] ?? 0);

  await section(page, "按哪个规则").getByRole("button", { name: "不对照" }).click();
  await expect(page).toHaveURL(/rule=none/);
  await expect(section(page, "办到哪一步")).toContainText("没有规则，就没有“应办”和“按时”");
  await expect(section(page, "按时不按时")).toHaveCount(0);
  await page.goBack();
  await expect(section(page, "按时不按时")).toBeVisible();
});

test("闭环：选一个市，各部分都只看它，别的市仍在旁边，地址发给同事看到的一样", async ({ page, browser }) => {
  await visit(page, "/reviews");
  const cities = page.getByRole("figure", { name: "按设区市（项）" });
  await cities.getByRole("button", { name: "数据表 (T)" }).click();
  await cities.getByRole("link", { name: "宁波市" }).click();
  await expect(page).toHaveURL(/city=330200/);
  await expect(cities.getByRole("link", { name: "杭州市" })).toBeVisible();
  const funnel = section(page, "办到哪一步");
  const ofCity = Number(
    await cities
      .getByRole("row", { name: /^宁波市/ })
      .getByRole("cell")
      .first()
      .innerText(),
  );
  await expect(funnel).toContainText(`2023 年差评 ${ofCity} 条`);
  await section(page, "要看的差评").getByRole("button", { name: "逾期办", exact: true }).click();
  await expect(page).toHaveURL(/state=late/);
  const list = section(page, "要看的差评");
  await expect(list.locator("tbody td:nth-child(2)").first()).toHaveText("宁波市");

  const colleague = await browser.newContext({ locale: "zh-CN" });
  const other = await colleague.newPage();
  await other.goto(page.url());
  await expect(section(other, "要看的差评").locator("tbody tr").first()).toBeVisible();
  expect(await section(other, "要看的差评").innerText()).toBe(await list.innerText());
  await colleague.close();
});

test("闭环：名单导出的每一行带说明，主动评价率写出分母，投诉不说按时", async ({ page }) => {
  await visit(page, "/reviews");
  const download = page.waitForEvent("download");
  await section(page, "要看的差评").getByRole("button", { name: "导出 CSV" }).click();
  const text = Buffer.concat(await (await (await download).createReadStream()).toArray()).toString("utf8");
  expect(text).toMatch(/^\uFEFF窗口,设区市,领域,步骤,评价日,最后一天,逾期,渠道,等级,评价内容,来源,情况\r\n/);
  expect(text).toMatch(/尚未办理，逾期 \d+ 天；/);
  await expect(section(page, "有多少人评价")).toContainText(/主动评价率 \d+\.\d\d%：主动评价 [\d,]+ 条，办件 [\d,]+ 件/);
  await expect(section(page, "投诉")).toContainText("不判断按时与否");
});
