import { expect, type Page } from "@playwright/test";
import { test, visit } from "./one-page.ts";
import { serveProfile } from "./serve-profile.ts";

const section = (page: Page) => page.getByRole("region", { name: "标准变了，还是工作变了" });
const hundredths = (figure: string) => Math.round(Number(figure.replace("−", "-").replace("±", "").replace("+", "")) * 100);

test("趋势·按另一版次：换一个版次，平均与逐个对象的标准变化加工作变化都等于总变化，点开看四个总分，地址带走一切", async ({
  page,
  browser,
}) => {
  await visit(page, "/trends");
  await expect(section(page).getByText("两年按同一版次，标准变化为零。")).toBeVisible();
  await section(page)
    .getByRole("combobox", { name: /^2023 年按/ })
    .selectOption("zhejiang-2024-example");
  await expect(page).toHaveURL(/nowBy=zhejiang-2024-example/);
  const figure = section(page).getByRole("figure", { name: "2022 至 2023 年的总分变化" });
  await expect(figure.locator(".chart-sentence")).toContainText("按浙江 2024 版 · 示例（虚构）平均");
  const [, change = "", rule = "", work = ""] =
    /变化 (\S+)，其中标准变化 (\S+)，工作变化 (\S+)。/.exec(await figure.locator(".chart-sentence").innerText()) ?? [];
  expect(Math.abs(hundredths(rule) + hundredths(work) - hundredths(change))).toBeLessThanOrEqual(1);

  await figure.getByRole("button", { name: "数据表 (T)" }).click();
  const rows = figure.getByRole("table").locator("tbody tr");
  const cells = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")));
  expect(cells.length).toBeGreaterThan(5);
  for (const [, , whole = "", byRule = "", byWork = ""] of cells) {
    expect(Math.abs(hundredths(byRule) + hundredths(byWork) - hundredths(whole))).toBeLessThanOrEqual(1);
  }
  expect(cells.some(([, , , byRule = ""]) => hundredths(byRule) !== 0)).toBe(true);

  const moved = rows.filter({ hasNotText: "±0.00" }).first();
  const name = await moved.getByRole("button").innerText();
  await moved.getByRole("button").click();
  await expect(page).toHaveURL(/who=/);
  const one = section(page).getByRole("region", { name });
  await expect(one.getByText(/^先换标准：标准 \S+，工作 \S+；先换年份：标准 \S+，工作 \S+。/)).toBeVisible();
  await expect(one.getByRole("table", { name: "四个总分" }).getByRole("row")).toHaveCount(3);
  await expect(section(page).getByRole("region", { name: "套用时不相符之处" })).toContainText("按浙江 2024 版 · 示例（虚构）");

  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await other.goto(page.url());
  await expect(section(other).getByRole("region", { name })).toHaveText((await one.textContent()) ?? "");
  await other.context().close();
});

test("趋势·按另一版次：各年各项荣誉按评定所用的版次重算，都与公布的总分一致；第一年没有更早的可比", async ({ page }) => {
  for (const year of [2022, 2023]) {
    for (const honour of ["red-flag-window", "service-pioneer"]) {
      await visit(page, `/trends?year=${year}&honour=${honour}`);
      await expect(
        section(page)
          .getByText(/\d+ 个对象两年都有成绩/)
          .first(),
        `${year} ${honour}`,
      ).toBeVisible();
    }
  }
  await visit(page, "/trends?year=2021");
  await expect(section(page).getByText("2021 年之前没有本项荣誉的结果，无从比较。")).toBeVisible();
});

test("趋势·按另一版次：领导没有评分表，也看到各市的标准变化与工作变化，全省与组委会按评分表重算的一字不差；公众的页写明不含", async ({
  page,
  browser,
}) => {
  test.slow();
  const [leader, everyone] = [await serveProfile("leader"), await serveProfile("public")];
  try {
    const told = (text: string) => /变化 (\S+)，其中标准变化 (\S+)，工作变化 (\S+)。/.exec(text)?.slice(0) ?? [];
    for (const path of ["/trends?nowBy=zhejiang-2024-example", "/trends?honour=service-pioneer"]) {
      await visit(page, path);
      const live = section(page).locator("figure .chart-sentence");
      await expect(live).toContainText("其中标准变化");
      const theirs = await (await browser.newContext({ locale: "zh-CN" })).newPage();
      await theirs.goto(new URL(path, leader.address).href);
      const figure = section(theirs).getByRole("figure", { name: "2022 至 2023 年各市的平均变化" });
      await expect(figure.locator(".chart-sentence")).toContainText("其中标准变化");
      expect(told(await figure.locator(".chart-sentence").innerText())).toEqual(told(await live.innerText()));
      await figure.getByRole("button", { name: "数据表 (T)" }).click();
      const rows = figure.getByRole("table").locator("tbody tr");
      const cells = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
      expect(cells[0]?.[0]).toBe("全省");
      if (path.includes("pioneer")) {
        // people go under another number every year: the few of a city would be told by their mean
        expect(cells).toHaveLength(1);
        await expect(figure).toContainText("人员只列全省平均");
        await theirs.context().close();
        continue;
      }
      expect(cells.length).toBeGreaterThan(8);
      const counts = cells.map(([, subjects = ""]) => Number(subjects));
      expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(counts[0]);
      for (const [, , , , whole = "", byRule = "", byWork = ""] of cells)
        expect(Math.abs(hundredths(byRule) + hundredths(byWork) - hundredths(whole))).toBeLessThanOrEqual(1);

      const [, city = ""] = cells.map(([name = ""]) => name);
      await rows.nth(1).getByRole("button").click();
      await expect(theirs).toHaveURL(/who=33\d{4}/);
      const items = section(theirs).getByRole("region", { name: city }).getByRole("table").locator("tbody tr");
      const changes = await items.evaluateAll((all) => all.map((row) => row.children[3]?.textContent ?? ""));
      const sum = changes.slice(0, -1).reduce((all, change) => all + hundredths(change), 0);
      expect(Math.abs(sum - hundredths(changes.at(-1) ?? ""))).toBeLessThanOrEqual(changes.length / 2);
      expect(changes.at(-1)).toBe(cells[1]?.[4]);
      await theirs.context().close();
    }
    const open = await (await browser.newContext({ locale: "zh-CN" })).newPage();
    await open.goto(new URL("/trends", everyone.address).href);
    await expect(section(open)).toContainText("此发布范围不含评分表与申报记录，不能按另一版次重算。");
    await open.context().close();
  } finally {
    leader.close();
    everyone.close();
  }
});
