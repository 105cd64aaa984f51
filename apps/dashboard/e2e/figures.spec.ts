import { writeFile } from "node:fs/promises";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { type APIRequestContext, expect, type Page, type TestInfo } from "@playwright/test";
import { test, visit } from "./one-page.ts";

/**
 * The figures that people read, held against plain SQL on the very file the pages were served: written here once more, in another way than
 * the queries of the pages, so that one of the two being wrong does not go unseen.
 */

const year = 2023;
const honour = "red-flag-window";
const ofRun = `year = ${year} and honour = '${honour}'`;
const monthsOf = (of: number) => `month between date '${of}-01-01' and date '${of}-12-31'`;

async function openPublished(request: APIRequestContext, info: TestInfo): Promise<NodeDatabase> {
  const manifest = (await (await request.get("/data/manifest.json")).json()) as { files: { profile: string; file: string }[] };
  const file = manifest.files.find(({ profile }) => profile === "committee")?.file;
  const path = info.outputPath("published.duckdb");
  await writeFile(path, await (await request.get(`/data/${file}`)).body());
  return openNodeDatabase(path, { readOnly: true });
}

/** Rounded half away from zero, with separators between thousands, as the pages write figures. */
const counted = (value: unknown) => Number(value).toLocaleString("en-US");
const rounded = (column: string, digits = 2) => `printf('%.${digits}f', round((${column})::decimal(38, 12), ${digits}))`;

/** What a page says, with each run of white space as one blank. */
async function textOf(page: Page, path: string, settled: string | RegExp): Promise<string> {
  await visit(page, path);
  await expect(page.locator("main")).toContainText(settled);
  await expect(page.locator("main")).not.toContainText("正在读取");
  return (await page.locator("main").innerText()).replace(/\s+/g, " ");
}

/** The rows of the data table behind a chart, each as its cells. */
async function dataTable(page: Page, chart: string): Promise<string[][]> {
  const figure = page.getByRole("figure").filter({ hasText: chart }).first();
  await figure.getByRole("button", { name: "数据表 (T)" }).click();
  const rows = figure.getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  return rows.evaluateAll((all) =>
    all.slice(1).map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim() ?? "")),
  );
}

test("总览的数与对发布文件直接查询的一样", async ({ page, request }, info) => {
  const db = await openPublished(request, info);
  const [now] = await db.query<Record<string, number>>(
    `select sum(cases) as cases, sum(active_reviews) as active, sum(good) as good, sum(bad) as bad from mart_window_month where ${monthsOf(year)}`,
  );
  const [rates] = await db.query<Record<string, string>>(`
    with year_of as (select extract(year from month) as y, sum(cases) as cases, sum(active_reviews) as active, sum(good) as good, sum(bad) as bad
      from mart_window_month group by y)
    select ${rounded("100.0 * (now.cases - before.cases) / before.cases")} as more_cases,
      ${rounded("100.0 * (now.active - before.active) / before.active")} as more_active,
      ${rounded("100.0 * now.active / now.cases")} as share, ${rounded("100.0 * now.good / now.active")} as good, ${rounded("10000.0 * now.bad / now.active")} as bad
    from year_of now, year_of before where now.y = ${year} and before.y = ${year - 1}`);
  const [run] = await db.query<Record<string, number>>(`
    select count(*) as all, count(*) filter (where state = 'vetoed') as vetoed, count(*) filter (where state = 'undecided') as undecided
    from eval_result where ${ofRun}`);
  const text = await textOf(page, "/", "各市一览");
  const says = [
    `办件量（件） ${counted(now?.cases)} 比上年 +${rates?.more_cases}%`,
    `主动评价（条） ${counted(now?.active)} 比上年 +${rates?.more_active}% 占办件的 ${rates?.share}%`,
    `好评率（%） ${rates?.good} `,
    `${counted(now?.good)} ÷ ${counted(now?.active)}`,
    `每万条评价中差评（条） ${rates?.bad} `,
    `${counted(now?.bad)} ÷ ${counted(now?.active)}`,
    `申报窗口（个） ${run?.all} `,
    `一票否决（个） ${run?.vetoed} `,
    `待认定（个） ${run?.undecided} `,
  ];
  for (const figure of says) expect.soft(text).toContain(figure);
  const cities = await db.query<{ city: string; mean: string }>(`
    select city, ${rounded("sum(total_num / total_den::double) / count(*) / 100")} as mean
    from eval_result where ${ofRun} and total_num is not null group by city`);
  expect(cities.length).toBe(11);
  const means = await dataTable(page, "申报对象均分：");
  for (const { city, mean } of cities) expect.soft(means.find(([name]) => name === city)?.slice(0, 2), city).toEqual([city, mean]);
  await db.close();
});

test("排名每一行的总分和名次，与直接查询的一样", async ({ page, request }, info) => {
  const db = await openPublished(request, info);
  const results = await db.query<{ name: string; total: string; rank: number | null; city: string }>(`
    select subject_name as name, ${rounded("total_num / total_den::double / 100")} as total, if(state = 'vetoed', null, rank) as rank, city
    from eval_result where ${ofRun}`);
  await visit(page, "/ranking");
  const table = page
    .getByRole("table", { name: /申报排名/ })
    .or(page.getByRole("grid", { name: /申报排名/ }))
    .first();
  await expect(table.getByRole("row").nth(5)).toBeVisible();
  const shown = await table
    .getByRole("row")
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, " ").trim()));
  const found = results.flatMap(({ name, total, rank, city }) =>
    shown.filter((row) => row.includes(`${name} `)).map((row) => ({ row, total, rank, city })),
  );
  expect(found.length).toBeGreaterThanOrEqual(15);
  for (const { row, total, rank, city } of found) {
    expect.soft(row).toContain(` ${total} `);
    expect.soft(row).toContain(city);
    if (rank !== null) expect.soft(row).toMatch(new RegExp(`^${rank} `));
  }
  await db.close();
});

test("城市的好评率和每万条差评，与直接查询的一样", async ({ page, request }, info) => {
  const db = await openPublished(request, info);
  const cities = await db.query<{ city: string; good: string; bad: string }>(`
    select city, ${rounded("100.0 * sum(good) / sum(active_reviews)")} as good, ${rounded("10000.0 * sum(bad) / sum(active_reviews)")} as bad
    from mart_window_month join (select distinct window_id, city from mart_window where year = ${year} and city is not null) using (window_id)
    where ${monthsOf(year)} group by city`);
  expect(cities.length).toBeGreaterThanOrEqual(11);
  await visit(page, "/cities");
  const good = await dataTable(page, "好评率（%）");
  const bad = await dataTable(page, "每万条主动评价中的差评（条）");
  const held = cities.filter(({ city }) => good.some(([name]) => name === city));
  expect(held.length).toBe(11);
  for (const each of held) {
    expect
      .soft(
        good.find(([name]) => name === each.city),
        each.city,
      )
      .toContain(each.good);
    expect
      .soft(
        bad.find(([name]) => name === each.city),
        each.city,
      )
      .toContain(each.bad);
  }
  await db.close();
});

test("数据、专家组与评选的数，与直接查询的一样", async ({ page, request }, info) => {
  const db = await openPublished(request, info);
  const [files] = await db.query<Record<string, number>>(`
    select count(*) as files, sum(rows_in) as rows, sum(accepted) as accepted, sum(rejected) as rejected, sum(superseded) as superseded
    from mart_file where state = 'loaded' and replaced_by is null`);
  const data = await textOf(page, "/data", "一行不少");
  expect.soft(data).toContain(`在用的文件（个） ${files?.files} `);
  expect
    .soft(data)
    .toContain(
      `${counted(files?.rows)} 行 = 采纳 ${counted(files?.accepted)} + 退回 ${files?.rejected} + 更替 ${files?.superseded}，一行不少`,
    );

  const [sheets] = await db.query<Record<string, number>>(
    `select count(*) as sheets, count(distinct grader_id) as graders, count(distinct application_id) as subjects from eval_sheet where ${ofRun}`,
  );
  const panel = await textOf(page, "/panel", "ICC(2,k)");
  expect.soft(panel).toContain(`评委（位） ${sheets?.graders} `);
  expect.soft(panel).toContain(`评分对象（个） ${sheets?.subjects} `);
  expect.soft(panel).toContain(`评完的评分表（份） ${sheets?.sheets} `);

  const [stages] = await db.query<Record<string, number>>(`
    select count(distinct application_id) as applied, count(*) filter (where stage = 'nomination' and outcome = 'in') as nominated,
      count(*) filter (where stage = 'shortlist' and outcome = 'in') as listed, count(*) filter (where stage = 'final' and outcome = 'in') as confirmed
    from eval_selection where ${ofRun}`);
  const selection = await textOf(page, "/selection", "个申报 →");
  expect
    .soft(selection)
    .toContain(
      `${stages?.applied} 个申报 → 推荐 ${stages?.nominated} 个 → 专家初审 ${stages?.listed} 个 → 组委会认定 ${stages?.confirmed} 个`,
    );
  await db.close();
});
