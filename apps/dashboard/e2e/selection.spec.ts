import { expect, type Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";

const section = (page: Page, name: string | RegExp) => page.getByRole("region", { name }).first();
const nominees = (page: Page, stage: string) => section(page, `${stage}：谁入选，为什么`);

test("评选：从推荐到名单，每一步几个名额几个入选，并列待定的写明，落选的说得出差几分、差在谁后面", async ({ page, context }) => {
  const foreign = watchForeignRequests(context);
  await visit(page, "/");
  await page.getByRole("link", { name: "看名单怎样选出，逐条核对" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "评选" })).toBeVisible();
  const stages = section(page, "2023 年红旗窗口：从推荐到名单");
  await expect(stages.getByRole("row", { name: /^专家初审/ })).toContainText(/20.*20.*0.*已定/s);
  await expect(stages.getByRole("row", { name: /^组委会认定/ })).toContainText(/10.*9.*1.*有并列，待组委会决定/s);

  const final = nominees(page, "组委会认定");
  await expect(final.getByRole("row").filter({ hasText: "并列待定" })).toHaveCount(2);
  await expect(final.getByRole("row", { name: "以下 2 个并列第 10 名，争 1 个名额，由组委会决定并写明理由" })).toBeVisible();
  await expect(final.locator("tr.cut")).toContainText(/以上 9 个入选，2 个并列争 1 个名额。线外最近的.*差 \d+\.\d\d 分/);

  await final.getByRole("button", { name: "专家初审", exact: true }).click();
  await expect(page).toHaveURL(/stage=shortlist/);
  const shortlist = nominees(page, "专家初审");
  await expect(shortlist.locator("tr.in")).toHaveCount(20);
  const waiting = shortlist.locator("tr.waiting");
  await expect(waiting.first()).toContainText(/如认定可以参加：可以入选，线上排在最后的（.*）要让出 1 个名额/);
  await expect(waiting.last()).toContainText("如认定可以参加：名次仍在线外，名单不变。");
  const out = shortlist.locator("tr.out").first();
  await expect(out).toContainText(/未入选：名次在入围线以下，排在.*之后，相差 (\d+\.\d\d)/);
  const gap = /相差 (\d+\.\d\d)/.exec(await out.innerText())?.[1];
  await expect(out).toContainText(`−${gap}`);

  await out.getByRole("rowheader").getByRole("link").click();
  await expect(page).toHaveURL(/\/windows\/W\d+/);
  await page.goBack();
  await expect(shortlist.locator("tr.in")).toHaveCount(20);
  expect(foreign).toEqual([]);
});

test("评选：公布的名单逐条核对都站得住，缺的领域与评定时写下的一样", async ({ page }) => {
  await visit(page, "/selection?stage=nomination");
  const told = (await page.locator("details.stage-told p").first().textContent()) ?? "";
  const missing = [...told.matchAll(/“原则上覆盖四个领域”/g)].length;
  const coverage = section(page, "推荐：名额与覆盖");
  await expect(coverage).toContainText("每个设区市至多");
  await expect(coverage).toContainText(`原则上　${missing} 处不符合`);
  for (const [honour, year] of [
    ["red-flag-window", 2021],
    ["service-pioneer", 2023],
  ] as const) {
    await visit(page, `/selection?honour=${honour}&year=${year}&stage=shortlist`);
    await expect(section(page, "专家初审：名额与覆盖")).toContainText("硬性　全部符合");
    await expect(page.locator(".broken")).toHaveCount(0);
  }
});

test("评选：并列由组委会选入一个并写明理由，名单随即站得住；多选一个、选入被否决的，都说违反哪一条；地址和文件带着决定走", async ({
  page,
  browser,
}) => {
  await visit(page, "/selection");
  const final = nominees(page, "组委会认定");
  const hand = section(page, "组委会认定：手工名单");
  await expect(hand).toContainText("有 1 个名额并列未定");
  const tied = final.locator("tr.tied");
  const name = (await tied.first().getByRole("rowheader").getByRole("link").innerText()).trim();
  await tied.first().getByLabel(`手工决定：${name}`).selectOption("in");
  await tied.first().getByLabel(`理由：${name}`).fill("现场核查：办件更快~更稳");
  await page.keyboard.press("Enter");
  await expect(hand).toContainText("名单 10 个，硬性规定全部符合。");
  await expect(hand).not.toContainText("没有写明理由");

  const address = page.url();
  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await other.goto(address);
  await expect(section(other, "组委会认定：手工名单")).toContainText("现场核查：办件更快~更稳");
  await other.context().close();

  const vetoed = final.locator("tr.barred").first();
  const barredName = (await vetoed.getByRole("rowheader").getByRole("link").innerText()).trim();
  await vetoed.getByRole("combobox").selectOption("in");
  await expect(hand).toContainText("有 1 处违反硬性规定，不能成立");
  await expect(hand).toContainText(`${barredName}不参加评选：一票否决。`);
  await expect(hand).toContainText(`没有写明理由的决定：${barredName}`);
  await hand.getByRole("button", { name: `撤回对${barredName}的决定` }).click();

  await tied.nth(1).getByRole("combobox").selectOption("in");
  await expect(hand).toContainText("“组委会认定”多 1 个。");
  await expect(page.getByRole("status").filter({ hasText: "组委会认定手工名单" })).toContainText("不能成立");
  await final.locator("tr.in").nth(2).getByRole("combobox").selectOption("out");
  await expect(hand).toContainText("硬性规定全部符合");
  await expect(hand).toContainText(/（第 3 名）不在名单内，名次在后的.*却在，没有规则要求这样。/);

  const download = page.waitForEvent("download");
  await hand.getByRole("button", { name: "下载决定（CSV）" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("2023 年红旗窗口手工决定.csv");
  const lines = Buffer.concat(await (await file.createReadStream()).toArray())
    .toString("utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain("阶段,申报编号,对象,名次,总分,按规则,决定,理由");
  expect(lines.some((line) => line.includes(name) && line.includes("选入") && line.includes("现场核查：办件更快~更稳"))).toBe(true);
});

test("评选：公示名单按公示的样式排好，并列未定时写明是草稿；Word 和 Excel 打开就是这份名单，没有分数；打印只有公示", async ({
  page,
  context,
}) => {
  const foreign = watchForeignRequests(context);
  await visit(page, "/selection?stage=shortlist");
  const notice = section(page, "专家初审：公示名单");
  await expect(notice.getByRole("heading", { name: "关于 2023 年红旗窗口（专家初审）名单的公示" })).toBeVisible();
  await expect(notice).toContainText("示例数据，全部虚构，不是真实公示");
  await expect(notice.getByRole("table").getByRole("row")).toHaveCount(22);
  await expect(notice).not.toContainText("草稿");

  const download = page.waitForEvent("download");
  await notice.getByRole("button", { name: "导出 Excel" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("关于 2023 年红旗窗口（专家初审）名单的公示.xlsx");
  const bytes = Buffer.concat(await (await file.createReadStream()).toArray());
  const [sheet] = (await readXlsx(new Uint8Array(bytes))).sheets;
  const written = sheet?.rows.map((row) => row.filter((cell) => cell !== null && cell !== "").join("|")) ?? [];
  const shown = await notice.getByRole("table").locator("tbody tr").allInnerTexts();
  expect(shown).toHaveLength(20);
  for (const row of shown) expect(written).toContain(row.split("\t").join("|"));
  expect(written.join("\n")).not.toMatch(/\d\.\d\d/);

  const documents = page.waitForEvent("download");
  await notice.getByRole("button", { name: "导出 Word" }).click();
  const word = await documents;
  expect(word.suggestedFilename()).toBe("关于 2023 年红旗窗口（专家初审）名单的公示.docx");
  const parts = unzipSync(new Uint8Array(Buffer.concat(await (await word.createReadStream()).toArray())));
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const listed = [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, cell]) => cell).join("\t"),
  );
  expect(listed.slice(1, -1)).toEqual(shown);
  expect(body).toContain("示例数据，全部虚构，不是真实公示");
  expect(foreign).toEqual([]);

  await page.evaluate(() => {
    document.documentElement.dataset.paper = "notice";
  });
  await page.emulateMedia({ media: "print" });
  await expect(notice.getByRole("heading", { level: 3 })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await page.evaluate(() => {
    delete document.documentElement.dataset.paper;
  });

  await page.emulateMedia({ media: "screen" });
  await visit(page, "/selection?stage=final");
  await expect(section(page, "组委会认定：公示名单")).toContainText("草稿，不得印发：还有 1 个名额未定");
});
