import { execFileSync } from "node:child_process";
import { expect, type Page } from "@playwright/test";
import { test, visit } from "./one-page.ts";

const result = (page: Page) => page.getByRole("region", { name: /试算（不是结果）$/ }).first();

test("试算：先与公布的逐行核对，再去掉一位评委、改权重、作出否决，地址发给同事看到的一样，撤销后回到公布的", async ({ page, browser }) => {
  await visit(page, "/ranking");
  await page.getByRole("link", { name: "试算：如果另作决定" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "试算" })).toBeVisible();
  await expect(page.getByText(/不作改动时，\d+ 个申报对象的状态、名次、总分和各阶段评选都与公布的一致/)).toBeVisible();
  await expect(page.locator(".trial-mark")).toContainText("试算，不是结果");
  await expect(result(page)).toContainText("没有改动，名次与公布的一致");

  await page.getByRole("button", { name: /^G1（/ }).click();
  await expect(page).toHaveURL(/without=G1/);
  const weight = page.getByRole("textbox", { name: /的权重（%）$/ }).first();
  await weight.fill("300");
  await weight.press("Enter");
  await expect(page).toHaveURL(/weights=\w+:300/);
  const first = page.getByRole("combobox", { name: "申报对象" });
  const option = await first.locator("option").nth(1).innerText();
  await first.selectOption({ index: 1 });
  await page.getByRole("textbox", { name: /事由/ }).fill("复核认定");
  await page.getByRole("button", { name: "加入试算" }).click();
  await expect(result(page).getByRole("status")).toContainText(/\d+ 个申报对象的名次改变/);
  const name = option.replace(/^1　/, "").replace(/（.*/, "");
  await expect(
    result(page)
      .getByRole("row", { name: new RegExp(name) })
      .last(),
  ).toContainText("不列名次");
  await expect(page.getByRole("figure", { name: /名次变动（试算，不是结果）/ })).toBeVisible();

  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await other.goto(page.url());
  await expect(other.getByText("共 3 处改动")).toBeVisible();
  await expect(result(other).getByRole("status")).toHaveText(await result(page).getByRole("status").innerText());
  await other.context().close();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV", exact: true }).click();
  const lines = Buffer.concat(await (await (await download).createReadStream()).toArray())
    .toString("utf8")
    .trim()
    .split("\r\n");
  expect(lines.slice(1).every((line) => line.endsWith("试算，不是结果"))).toBe(true);

  await page.getByRole("button", { name: "撤销：不计评委 G1" }).click();
  await expect(page.getByText("共 2 处改动")).toBeVisible();
  await page.getByRole("button", { name: "全部撤销" }).click();
  await expect(result(page)).toContainText("没有改动，名次与公布的一致");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".trial-mark")).toBeVisible();
});

test("试算：各年各项荣誉不作改动时，每个申报对象都与公布的一致", async ({ page }) => {
  test.slow();
  for (const year of [2021, 2022, 2023]) {
    for (const honour of ["red-flag-window", "service-pioneer"]) {
      await visit(page, `/what-if?year=${year}&honour=${honour}`);
      await expect(
        page.getByText(/不作改动时，[1-9]\d* 个申报对象的状态、名次、总分和各阶段评选都与公布的一致/),
        `${year} ${honour}`,
      ).toBeVisible();
    }
  }
});

test("试算：名次范围按需计算，图、数据表和离线最近的对象都说得出凭什么，与命令行算出的一样", async ({ page }) => {
  await visit(page, "/what-if");
  await page.getByRole("button", { name: "计算名次范围" }).click();
  const picture = page.getByRole("figure", { name: "名次范围（试算，不是结果）" });
  await expect(picture).toContainText(/“组委会认定”前 10 名中，\d+ 个在所有变动下都留在线内，\d+ 个可能出线；线外有 \d+ 个可能进入。/);
  await picture.getByRole("button", { name: "数据表 (T)" }).click();
  const rows = picture.locator("tbody tr");
  await expect(rows).toHaveCount(36);
  const told = JSON.parse(
    execFileSync(
      process.execPath,
      ["scripts/mingchuang.mjs", "robustness", "--workspace", "e2e", "--year", "2023", "--honour", "red-flag-window", "--json"],
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      },
    ),
  ) as {
    robustness: Record<
      "ranked" | "withoutOne" | "redrawn" | "weights",
      { id: string; rank: number | null; best: number; worst: number; usual: { best: number; worst: number } }[]
    >;
  };
  const span = ({ best, worst }: { best: number; worst: number }) => (best === worst ? String(best) : `${best}–${worst}`);
  const { ranked, redrawn, withoutOne, weights } = told.robustness;
  const expected = ranked.flatMap(({ rank }, place) => {
    const [drawn, without, weight] = [redrawn[place], withoutOne[place], weights[place]];
    return rank === null || !drawn || !without || !weight ? [] : [[String(rank), span(drawn.usual), span(without), span(weight)]];
  });
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => [1, 3, 4, 5].map((at) => row.children[at]?.textContent?.replace("*", "") ?? "")),
  );
  expect(shown).toEqual(expected);
  await expect(page.getByRole("table", { name: /离“组委会认定”前 10 名的线最近的/ }).locator("tbody tr")).toHaveCount(10);
});
