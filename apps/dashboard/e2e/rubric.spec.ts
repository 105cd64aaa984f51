import { expect } from "@playwright/test";
import { test, visit } from "./one-page.ts";

const schemes = ["浙江 2023 版", "苏州 2019 版", "湖南 2011 版", "奉化 2022 版", "三型红旗窗口（模板方案）"] as const;

test("标准：五个方案都能当作文件读，每条规则有出处，来源未规定的标明", async ({ page }) => {
  await visit(page, "/");
  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "标准" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "标准" })).toBeVisible();
  for (const name of schemes) {
    await page.getByRole("button", { name }).click();
    await expect(page.locator(".annex-edition")).toHaveText(name);
    await expect(page.getByRole("heading", { level: 2, name: "一、依据文件" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 3, name: /评分项目/ }).first()).toBeVisible();
    expect(await page.locator(".cite").count()).toBeGreaterThan(15);
    await expect(page.getByText("来源未规定，组委会设定").first()).toBeVisible();
    await expect(page.getByText("undefined")).toHaveCount(0);
  }
});

test("标准：浙江窗口方案的分值、加分上限、否决门槛、政策与条款如文件所写", async ({ page }) => {
  await visit(page, "/rubric?scheme=zhejiang-2023");
  const items = page.getByRole("region", { name: "评分项目" }).first();
  await expect(items.getByRole("row", { name: /亮明身份、仪表与用语.*不满足扣 5 分.*附件5·3·1/ })).toBeVisible();
  await expect(items.getByRole("row", { name: /近三年获得荣誉.*最多 8 分/ })).toBeVisible();
  await expect(items.getByText("3 条共扣 3 + 3 + 3 = 9 分，满分 10 分，还剩 1 分")).toBeVisible();
  const vetoes = page.getByRole("region", { name: "一票否决" });
  await expect(vetoes.first().getByRole("row", { name: /V2 .*4 条以上（含）/ })).toBeVisible();
  const policy = page.getByRole("article", { name: "差评的来源" });
  await expect(policy).toContainText("来源未规定，组委会设定");
  await expect(policy.locator(".in-force")).toContainText("只计浙江政务服务网");
  await policy.getByRole("link", { name: "红旗窗口·非客观原因差评过多" }).click();
  await expect(page).toHaveURL(/#red-flag-window\.veto\.V2$/);
  await expect(page.locator("[data-cited]")).toContainText("V2");
  await expect(page.locator("[data-cited]")).toBeInViewport();
});

test("标准：模板方案的权重、指标、称号状态图和自相矛盾之处都在", async ({ page }) => {
  await visit(page, "/rubric?scheme=template-plan");
  await expect(page.locator(".branch", { hasText: "第三方评价" })).toContainText("40%");
  await expect(page.getByRole("row", { name: /平均办理时限 工作日 3\.5 – ≤ 1\.75 –/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /好评率 % – ≥ 95 ≥ 98 –/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /红旗窗口称号的状态图：未授旗 · 已授旗 · 星级 · 撤销/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /20 × 10 \+ .*100 × 5 700 万元/ })).toBeVisible();
  await expect(page.getByText("前后不一致")).toHaveCount(3);
});

test("标准：从窗口的一处扣分走到它的条款", async ({ page }) => {
  await visit(page, "/ranking");
  await page
    .getByRole("region", { name: /申报排名/ })
    .getByRole("rowheader")
    .getByRole("link")
    .nth(20)
    .click();
  const citation = page.locator("#lines .rule-link").first();
  const clause = ((await citation.innerText()).split("　").at(-1) ?? "").trim();
  await citation.click();
  await expect(page.getByRole("heading", { level: 1, name: "标准" })).toBeVisible();
  await expect(page.locator("[data-cited]")).toContainText(clause);
  await expect(page.locator("[data-cited]")).toBeInViewport();
});

test("标准：两个版次并排，不同之处标明，地址里写着对照的是什么", async ({ page }) => {
  await visit(page, "/rubric?scheme=zhejiang-2024-example");
  await expect(page.locator(".annex-edition")).toContainText("示例（虚构）");
  await page.getByLabel("对照").selectOption({ label: "浙江 2023 版" });
  await expect(page).toHaveURL(/compare=zhejiang-2023/);
  await page.reload();
  const differences = page.getByRole("region", { name: "规则的不同" }).last();
  await expect(differences.getByRole("row", { name: /态度与效率 不满足时扣分 分值 5 .*6 / })).toBeVisible();
  await expect(differences.getByRole("row", { name: /否决门槛 门槛 4 .*3 / })).toBeVisible();
  await expect(page.locator(".side-by-side tr.differs")).toHaveCount(5);
});

test("标准：打印时整份都在，目录和选择不印", async ({ page }) => {
  await visit(page, "/rubric?scheme=zhejiang-2023");
  await expect(page.locator(".annex-title")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "目录" })).toBeHidden();
  await expect(page.locator(".scheme-choice")).toBeHidden();
  await expect(page.locator(".policy").last()).toBeVisible();
  for (const frame of await page.locator(".table-frame").all()) {
    expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  }
});

for (const scheme of ["zhejiang-2023", "suzhou-2019", "hunan-2011", "fenghua-2022", "template-plan"]) {
  test(`${scheme} fits a telephone of 390 pixels without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await visit(page, `/rubric?scheme=${scheme}`);
    await expect(page.locator(".annex-title")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
