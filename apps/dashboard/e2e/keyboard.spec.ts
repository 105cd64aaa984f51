import { expect, type Locator, type Page, test } from "@playwright/test";

// The three readers' ways with nothing but a keyboard: no click, no focus but by Tab, no address typed after the first.

/** Presses Tab until `target` has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const wanted = await target.elementHandle();
  for (let stop = 0; stop < 500; stop += 1) {
    if (await page.evaluate((element) => element === document.activeElement, wanted)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by Tab to ${String(target)}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name }).first();
const toPage = (page: Page, name: string) =>
  press(page, page.getByRole("navigation", { name: "页面" }).getByRole("link", { name, exact: true }));

test("组委会只用键盘：找到因一票否决失去名次的、看记录、试算、导出名单", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await toPage(page, "一票否决");
  const open = page.getByRole("button", { name: /^查看记录：.* V2$/ }).first();
  await press(page, open);
  await expect(region(page, "记录：表").getByRole("row").filter({ hasText: "计入" }).first()).toBeVisible();

  await toPage(page, "排名");
  await press(page, page.getByRole("link", { name: "试算：如果另作决定" }));
  await expect(page.getByText(/不作改动时，\d+ 个申报对象的状态、名次、总分和各阶段评选都与公布的一致/)).toBeVisible();
  await press(page, page.getByRole("button", { name: /^G1（/ }));
  await expect(page).toHaveURL(/without=G1/);
  await expect(region(page, /试算（不是结果）$/).getByRole("status")).toContainText(/名次改变|没有变化|一致/);
  await toPage(page, "排名");
  const download = page.waitForEvent("download");
  await press(page, region(page, /红旗窗口申报排名/).getByRole("button", { name: "导出 Excel" }));
  expect((await download).suggestedFilename()).toBe("2023 年红旗窗口申报排名.xlsx");
});

test("组委会只用键盘：从 20 个到 10 个，并列的选入一个、写明理由，名单站得住，导出公示", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await toPage(page, "评选");
  const final = region(page, "组委会认定：谁入选，为什么");
  await press(page, final.getByRole("button", { name: "专家初审", exact: true }));
  const shortlist = region(page, "专家初审：谁入选，为什么");
  await expect(shortlist.locator("tr.in")).toHaveCount(20);
  await press(page, shortlist.getByRole("button", { name: "组委会认定", exact: true }));

  const tied = final.locator("tr.tied").first();
  await press(page, tied.getByLabel(/^手工决定：/), "ArrowDown");
  await expect(tied.getByLabel(/^手工决定：/)).toHaveValue("in");
  await reach(page, tied.getByLabel(/^理由：/));
  await page.keyboard.type("现场核查办件更快");
  await page.keyboard.press("Enter");
  const hand = region(page, "组委会认定：手工名单");
  await expect(hand).toContainText("名单 10 个，硬性规定全部符合。");
  await expect(hand).toContainText("现场核查办件更快");
  const download = page.waitForEvent("download");
  await press(page, region(page, "组委会认定：公示名单").getByRole("button", { name: "导出 Excel" }));
  expect((await download).suggestedFilename()).toMatch(/公示\.xlsx$/);
});

test("专家只用键盘：打开窗口，逐条看扣分，对照评委，看图的数据表", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await toPage(page, "排名");
  const ranking = region(page, /红旗窗口申报排名/);
  await reach(page, ranking.locator("tr[data-row]").first().getByRole("rowheader").getByRole("link"));
  const name = ranking.locator("tr.ranked").first().getByRole("rowheader").getByRole("link");
  for (let line = 0; line < 5 && !(await name.evaluate((link) => link === document.activeElement)); line += 1)
    await page.keyboard.press("ArrowDown");
  await press(page, name);
  await expect(page.getByText("为什么是这个分数？")).toBeVisible();
  const steps = page.getByRole("figure", { name: "得分台阶" });
  await press(page, steps.getByRole("button", { name: "数据表 (T)" }), "t");
  await expect(steps.getByRole("row").last()).toContainText("总分");
  const lines = region(page, "逐条扣分").locator("tbody tr:not(.step)");
  const grader = (await lines.first().getByRole("cell").first().innerText()).trim();
  await press(page, region(page, "评委对照").getByRole("columnheader").getByRole("button").filter({ hasText: grader }));
  await expect(page).toHaveURL(new RegExp(`grader=${grader}`));
  await press(page, lines.first().getByRole("cell").last().getByRole("link"));
  await expect(page).toHaveURL(/\/source\?/);
});

test("领导只用键盘：从总览到下降的市，到是哪一项、哪些窗口", async ({ page }) => {
  test.slow();
  await page.goto("/");
  const map = page.getByRole("figure", { name: "申报对象均分" });
  await expect(map).toContainText("比上年下降最多的是");
  const fallen = /比上年下降最多的是(\S+?)（/.exec(await map.innerText())?.[1] ?? "";
  await press(page, map.getByRole("button", { name: "数据表 (T)" }), "t");
  await press(page, map.getByRole("link", { name: fallen }));
  await expect(page.getByRole("heading", { level: 1, name: `城市 · ${fallen}` })).toBeVisible();
  const items = page.getByRole("figure", { name: "各项得分率与全省、上年相比（%）" });
  await expect(items).toContainText("比上年下降最多的是");
  const item = /比上年下降最多的是“(.+?)”/.exec(await items.innerText())?.[1] ?? "";
  await press(page, items.getByRole("button", { name: "数据表 (T)" }), "t");
  await press(page, items.getByRole("button", { name: item, exact: true }));
  const nominees = region(page, `申报对象，按“${item}”由低到高`);
  await press(page, nominees.getByRole("rowheader").first().getByRole("link"));
  await expect(page).toHaveURL(/\/windows\//);
  // the browser's own key for going back does not exist without its window
  await page.goBack();
  await expect(nominees).toBeVisible();
});
