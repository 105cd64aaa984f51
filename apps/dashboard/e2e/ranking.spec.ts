import { expect, type Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { watchForeignRequests } from "./foreign-requests.ts";
import { test, visit } from "./one-page.ts";

const ranking = (page: Page) => page.getByRole("region", { name: /红旗窗口申报排名/ }).first();
const heads = (page: Page) => ranking(page).locator("th[data-column]");
const order = (page: Page) => heads(page).evaluateAll((all) => all.map((head) => head.getAttribute("data-column")));
const widthOf = async (page: Page, column: string) =>
  Math.round((await ranking(page).locator(`th[data-column="${column}"]`).boundingBox())?.width ?? 0);

async function dragTo(page: Page, from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function middleOf(page: Page, column: string) {
  const box = await ranking(page).locator(`th[data-column="${column}"]`).boundingBox();
  if (box === null) throw new Error(`${column} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + box.height - 12, left: box.x, right: box.x + box.width };
}

test("排名：导出的 Excel 就是所见的行和次序，总分是各分项的公式，加起来恰为总分，抬头写明标准、筛选和数据文件", async ({
  page,
  context,
}) => {
  const foreign = watchForeignRequests(context);
  await visit(page, "/ranking?city=330100,330200&sort=-bonus,name");
  await expect(ranking(page).locator("tr[data-row]").first()).toBeVisible();
  const names = await ranking(page).getByRole("rowheader").allInnerTexts();
  const totals = await ranking(page).locator("tr[data-row] strong").allInnerTexts();
  const download = page.waitForEvent("download");
  await ranking(page).getByRole("button", { name: "导出 Excel" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("2023 年红旗窗口申报排名.xlsx");
  const bytes = Buffer.concat(await (await file.createReadStream()).toArray());
  const [sheet] = (await readXlsx(new Uint8Array(bytes))).sheets;
  const rows = sheet?.rows ?? [];
  const header = rows.findIndex((row) => row[0] === "名次");
  const head = rows.slice(0, header).map(([first]) => String(first));
  expect(head[0]).toBe("2023 年红旗窗口申报排名（示例数据，全部虚构）");
  expect(head.join("\n")).toMatch(/zhejiang-2023，2023 年版/);
  expect(head.join("\n")).toMatch(/筛选：设区市：杭州市、宁波市　排序：加分 降序；名称 升序　列出 \d+ \/ 39 个/);
  expect(head.join("\n")).toMatch(/数据文件：committee-[0-9a-f]{16}\.duckdb　SHA-256：[0-9a-f]{64}/);

  const below = rows.slice(header + 1);
  const [name, total] = ["名称", "总分"].map((label) => rows[header]?.indexOf(label) ?? -1);
  expect(below.map((row) => row[name ?? -1])).toEqual(names.map((each) => each.trim()));
  expect(below.map((row) => Number(row[total ?? -1]).toFixed(2))).toEqual(totals);
  for (const [index, row] of below.entries()) {
    const at = header + 1 + index;
    const [, from = "", to = ""] = /^SUM\(([A-Z])\d+:([A-Z])\d+\)$/.exec(sheet?.cells?.get(`${at},${total}`)?.formula ?? "") ?? [];
    const parts = row.slice(from.charCodeAt(0) - 65, to.charCodeAt(0) - 64).map(Number);
    expect(parts).toHaveLength(6);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(row[total ?? -1]), 9);
  }
  expect(foreign).toEqual([]);
});

test("排名：没有符合的行时不导出空文件", async ({ page }) => {
  await visit(page, "/ranking?q=没有这个窗口");
  await expect(ranking(page)).toContainText("没有符合筛选条件的申报");
  await expect(ranking(page).getByRole("button", { name: "导出 Excel" })).toBeDisabled();
  await expect(ranking(page).getByRole("button", { name: "导出 CSV" })).toBeDisabled();
});

test("排名：拖动列名换位、拖动右缘改宽，都写在地址里，刷新照旧；拖动不排序，导出照新的次序，一键复原", async ({ page }) => {
  await visit(page, "/ranking");
  await expect(heads(page).first()).toBeVisible();
  const first = await order(page);
  await dragTo(page, await middleOf(page, "city"), { ...(await middleOf(page, "change")), x: (await middleOf(page, "change")).left + 4 });
  await expect(page).toHaveURL(/\/ranking\?cols=rank,name,city$/);
  expect((await order(page)).slice(0, 4)).toEqual(["rank", "name", "city", "change"]);

  const edge = await middleOf(page, "name");
  const before = await widthOf(page, "name");
  await dragTo(page, { x: edge.right - 3, y: edge.y }, { x: edge.right + 77, y: edge.y });
  await expect(page).toHaveURL(new RegExp(`w=name:${before + 80}$`));
  expect(await widthOf(page, "name")).toBe(before + 80);
  const separator = ranking(page).getByRole("separator", { name: "“名称”的宽度" });
  await separator.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(separator).toHaveAttribute("aria-valuenow", String(before + 30));

  await page.reload();
  await expect(heads(page).first()).toBeVisible();
  expect((await order(page)).slice(0, 4)).toEqual(["rank", "name", "city", "change"]);
  expect(await widthOf(page, "name")).toBe(before + 30);
  const download = page.waitForEvent("download");
  await ranking(page).getByRole("button", { name: "导出 CSV" }).click();
  const csv = Buffer.concat(await (await (await download).createReadStream()).toArray()).toString("utf8");
  expect(csv).toMatch(/^\uFEFF名次,名称,设区市,升降,/);

  await ranking(page).getByText("列", { exact: true }).click();
  await ranking(page).getByRole("button", { name: "恢复默认的列" }).click();
  await expect(page).toHaveURL(/\/ranking$/);
  expect(await order(page)).toEqual(first);
});

test("排名：只用键盘也能移列、冻结、藏列，焦点不丢；冻结的列在横向滚动时不动", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await visit(page, "/ranking");
  await ranking(page).getByText("列", { exact: true }).focus();
  await page.keyboard.press("Enter");
  const left = ranking(page).getByRole("button", { name: "“总分”左移" });
  await left.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cols=rank,name,total$/);
  await expect(left).toBeFocused();
  await expect(ranking(page).getByRole("status").filter({ hasText: "“总分”现在是第 3 列" })).toHaveCount(1);
  await ranking(page).getByRole("radio", { name: "冻结到“总分”为止" }).focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/frozen=total/);
  await ranking(page).getByRole("checkbox", { name: "升降" }).focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/columns=change/);
  await page.keyboard.press("Escape");
  await expect(ranking(page).getByText("列", { exact: true })).toBeFocused();
  expect(await order(page)).not.toContain("change");

  const at = (await middleOf(page, "total")).left;
  const moving = (await middleOf(page, "city")).left;
  await ranking(page)
    .locator(".ranking-frame")
    .evaluate((frame) => frame.scrollBy(200, 0));
  await expect.poll(async () => (await middleOf(page, "city")).left).toBeLessThan(moving - 100);
  expect((await middleOf(page, "total")).left).toBe(at);
});

test("排名：手机上冻结的列不占满屏；别处来的地址再怪也打得开", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, "/ranking?frozen=goodRate&w=name:640,x:9,total:-1&cols=gone,__proto__,total,total&columns=gone");
  await expect(heads(page).first()).toBeVisible();
  const frozen = await ranking(page)
    .locator("th[data-column].pinned")
    .evaluateAll((all) => all.reduce((sum, head) => sum + head.getBoundingClientRect().width, 0));
  expect(frozen).toBeGreaterThan(0);
  expect(frozen).toBeLessThan(0.65 * 390);
  await expect(ranking(page)).toContainText(/这里不够宽，所选的 \d+ 列只冻结 [1-3] 列/);
  expect((await order(page))[0]).toBe("total");
});

test("排名：按设区市分组，组内名次按总名次、不随筛选和排序变，收起的组写在地址里，导出按组并带组内名次", async ({ page }) => {
  await visit(page, "/ranking");
  await ranking(page).getByLabel("分组").selectOption("city");
  await expect(page).toHaveURL(/\/ranking\?group=city$/);
  const groups = ranking(page).locator("tr.group");
  await expect(groups.first()).toContainText(/\d+ 个.*在列 \d+.*最好第 1 名.*总分均值 \d+\.\d\d、中位 \d+\.\d\d/s);
  await expect(ranking(page).locator("tr.cut")).toHaveCount(0);
  await expect(ranking(page)).toContainText(/左缘粗线：在.+线（前 10 名）内。左缘双线：在.+线（前 20 名）内。/);
  const rankAt = (await order(page)).indexOf("rank");
  const inGroup = (await order(page)).indexOf("groupRank");
  const cells = await ranking(page)
    .locator("tbody tr.group, tbody tr[data-row]")
    .evaluateAll(
      (rows, [rank, group]) =>
        rows.map((row) =>
          row.classList.contains("group")
            ? null
            : {
                rank: Number.parseInt(row.children[rank ?? 0]?.textContent ?? "", 10),
                group: Number.parseInt(row.children[group ?? 0]?.textContent ?? "", 10),
                vetoed: row.classList.contains("vetoed"),
                inside: row.getAttribute("data-inside"),
              },
        ),
      [rankAt, inGroup],
    );
  let better: number[] = [];
  for (const row of cells) {
    if (row === null) better = [];
    else if (row.vetoed) expect([row.group, row.inside]).toEqual([Number.NaN, null]);
    else {
      better.push(row.rank);
      expect(row.group, `第 ${row.rank} 名`).toBe(better.filter((rank) => rank < row.rank).length + 1);
      expect(row.inside).toBe(row.rank <= 10 ? "strictest" : row.rank <= 20 ? "other" : null);
    }
  }
  expect(cells.filter((row) => row !== null && !row.vetoed).length).toBeGreaterThan(10);

  const first = groups.first().getByRole("button");
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(first).toHaveAttribute("aria-expanded", "false");
  await expect(page).toHaveURL(/closed=\d+/);
  await page.keyboard.press("ArrowDown");
  await expect(groups.nth(1).getByRole("button")).toBeFocused();

  const download = page.waitForEvent("download");
  await ranking(page).getByRole("button", { name: "导出 CSV" }).click();
  const [header = "", ...lines] = Buffer.concat(await (await (await download).createReadStream()).toArray())
    .toString("utf8")
    .trim()
    .split("\r\n");
  expect(header).toMatch(/^名次,市内名次,名称,/);
  expect(lines).toHaveLength(39);
  const at = header.split(",").indexOf("设区市");
  const cities = lines.map((line) => line.split(",")[at]);
  expect(cities.filter((city, index) => city !== cities[index - 1])).toHaveLength(new Set(cities).size);

  await visit(page, "/ranking?group=nothing&closed=x,,y");
  await expect(ranking(page).locator("tr.cut").first()).toBeVisible();
});

/** What a spreadsheet would be given, as lines of cells. */
const clipboard = async (page: Page) =>
  (await page.evaluate(() => navigator.clipboard.readText())).split("\r\n").map((line) => line.split("\t"));
const cell = (page: Page, row: number, column: number) => ranking(page).locator(`tr[data-row="${row}"] [data-col="${column}"]`);

test("排名：拖选的单元格复制成带制表符的行列，值与所见一致，并说明复制了多少；拖选不打开窗口", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, "/ranking");
  await expect(cell(page, 0, 1)).toBeVisible();
  const centre = async (row: number, column: number) => {
    const box = await cell(page, row, column).boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  await dragTo(page, await centre(1, 1), await centre(4, 3));
  await expect(page).toHaveURL(/\/ranking$/);
  await expect(ranking(page).locator('[aria-selected="true"]')).toHaveCount(12);
  const status = ranking(page).locator(".selection");
  await expect(status).toHaveText("选中 4 行 × 3 列，按 Ctrl+C 复制");
  await page.keyboard.press("Control+c");
  await expect(status).toHaveText("已复制 4 行 × 3 列");
  const copied = await clipboard(page);
  expect(copied.map((line) => line.length)).toEqual([3, 3, 3, 3]);
  for (const [index, [name, , total]] of copied.entries()) {
    expect(name).toBe((await cell(page, index + 1, 1).innerText()).trim());
    expect(Number(total).toFixed(2)).toBe((await cell(page, index + 1, 3).innerText()).trim());
  }
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType("text/html"))?.text();
  });
  expect(html).toMatch(/<table>.*<tr>.*<td/s);
});

test("排名：只用键盘选单元格：Shift 加方向键、Ctrl+A 连同列名；Tab 一次到表、一次离开，格里的链接都能到", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, "/ranking?city=330100,330200");
  await expect(cell(page, 0, 1)).toBeVisible();
  await expect(ranking(page).locator(':is(td, th[scope="row"]) :is(a)[tabindex="0"], td[tabindex="0"]')).toHaveCount(1);
  await ranking(page).getByRole("rowheader").first().getByRole("link").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Control+c");
  await expect(ranking(page).locator(".selection")).toHaveText("已复制 2 行 × 2 列");
  expect(await clipboard(page)).toEqual(
    await ranking(page)
      .locator("tr[data-row]")
      .evaluateAll((rows) =>
        rows
          .slice(0, 2)
          .map((row) => [Number.parseInt(row.children[0]?.textContent ?? "", 10).toString(), row.children[1]?.textContent ?? ""]),
      ),
  );
  await page.keyboard.press("Escape");
  await expect(ranking(page).locator('[aria-selected="true"]')).toHaveCount(0);

  const rows = await ranking(page).locator("tr[data-row]").count();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect(ranking(page).locator(".selection")).toHaveText(new RegExp(`^已复制 ${rows} 行 × \\d+ 列，连同列名$`));
  const all = await clipboard(page);
  expect(all).toHaveLength(rows + 1);
  expect(all[0]?.slice(0, 3)).toEqual(["名次", "名称", "升降"]);
  expect(new Set(all.map((line) => line.length)).size).toBe(1);

  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  for (const column of ["change", "total"]) {
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.closest("[data-col]")?.getAttribute("data-col")), column).toBe(
      String((await order(page)).indexOf(column)),
    );
  }
  await expect(ranking(page).locator("a.sourced:focus")).toHaveCount(1);
  await page.keyboard.press("Control+ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(ranking(page).getByRole("columnheader", { name: /^总分/ }).getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=-total/);
});

test("排名：名次区间按引擎逐一不计评委重排，含现在的名次，被否决的没有；说明写明算法，导出成两列", async ({ page }) => {
  await visit(page, "/ranking?columns=rankSpan");
  await expect(ranking(page)).toContainText(/名次区间：共 \d+ 位评委，逐一不计其中一位的评分表/);
  const [rankAt, spanAt] = await order(page).then((all) => [all.indexOf("rank"), all.indexOf("rankSpan")]);
  const rows = await ranking(page)
    .locator("tr[data-row]")
    .evaluateAll(
      (all, [rank, span]) =>
        all.map((row) => ({
          vetoed: row.classList.contains("vetoed"),
          rank: Number.parseInt(row.children[rank ?? 0]?.textContent ?? "", 10),
          span: (row.children[span ?? 0]?.textContent ?? "").split("–").map(Number),
        })),
      [rankAt, spanAt],
    );
  for (const { vetoed, rank, span } of rows) {
    if (vetoed) expect(span).toEqual([0, 0]);
    else expect([span[0] ?? 0, rank, span.at(-1) ?? 0]).toEqual([span[0] ?? 0, rank, span.at(-1) ?? 0].toSorted((a, b) => a - b));
  }
  expect(rows.some(({ span }) => span.length === 2 && span[0] !== span[1])).toBe(true);
  const download = page.waitForEvent("download");
  await ranking(page).getByRole("button", { name: "导出 CSV" }).click();
  const csv = Buffer.concat(await (await (await download).createReadStream()).toArray()).toString("utf8");
  expect(csv).toMatch(/^\uFEFF名次,名称,最好名次,最差名次,升降,/);
});

test("排名：打印时每一行、每一栏都在纸内，分项条和状态连底色一起印出", async ({ page }) => {
  await visit(page, "/ranking");
  await expect(ranking(page).locator("tr[data-row]").first()).toBeVisible();
  // what the margins leave of A4 (print.css), at 96 dots to an inch
  await page.setViewportSize({ width: 688, height: 1002 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(ranking(page).locator("tr[data-row]")).toHaveCount(39);
  const outside = await ranking(page)
    .locator("th, td")
    .evaluateAll((cells) => cells.filter((cell) => cell.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length);
  expect(outside).toBe(0);
  const fill = ranking(page).locator(".item-bar .fill").first();
  expect(await fill.evaluate((element) => getComputedStyle(element).getPropertyValue("print-color-adjust"))).toBe("exact");
});
