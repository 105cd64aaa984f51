import { expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { holdOnPaper, neverPrint } from "./paper-form.ts";
import { type ProfileServer, serveProfile } from "./serve-profile.ts";

/** What the sample calls people: names, numbers, telephones; and graders as they signed their sheets. */
const persons = /职员|\bP\d{4}\b|000-\d{6,}/;
const graders = /\bG\d\b|专家G/;

const section = (page: Page, name: string | RegExp) => page.getByRole("region", { name }).first();
const settled = async (page: Page) => {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
};

/** Goes there as a link does, without opening the data anew, and waits until the page stays as it is. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, "", to), path);
  await settled(page);
  let shown = "";
  await expect
    .poll(async () => {
      const [before, loading] = [shown, await page.getByRole("progressbar").count()];
      shown = `${await page.evaluate(() => document.body.innerText)}${loading}`;
      return before === shown && loading === 0;
    }, path)
    .toBe(true);
}

for (const profile of ["leader", "public"] as const) {
  const called = { leader: "领导", public: "公众" }[profile];

  test.describe(`${called}的发布范围`, () => {
    let server: ProfileServer;
    test.beforeAll(async () => {
      server = await serveProfile(profile);
    });
    test.afterAll(() => server.close());
    const open = async (page: Page, path: string) => {
      await page.goto(new URL(path, server.address).href);
      await settled(page);
    };

    test(`${called}：各页和从各页去得到的地方都打得开，没有空框和失败，不出现任何人的姓名、编号、电话和评委签名`, async ({ page }) => {
      test.slow();
      const complaints: string[] = [];
      page.on("pageerror", ({ message }) => complaints.push(message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      const waiting = [
        "/",
        "/ranking",
        "/ranking?honour=service-pioneer",
        "/vetoes",
        "/selection?stage=shortlist",
        "/selection?honour=service-pioneer&stage=shortlist",
        "/cities?city=330600",
        "/compare?id=W0317,W0398",
        "/trends?focus=330600",
        "/panel",
        "/reviews",
        "/data",
      ];
      await open(page, "/");
      // one of each kind of place, not each of the thousands
      const kinds = new Set<string>(waiting.map(kindOf));
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await goWithin(page, path);
        const found = await page.evaluate(() => ({
          title: document.querySelector("h1")?.textContent ?? "",
          words: document.body.innerText,
          links: [...document.querySelectorAll("main a[href^='/']")].map((link) => link.getAttribute("href") ?? ""),
          empty: [...document.querySelectorAll("main table")].filter((table) => table.querySelector("tbody tr, tfoot tr") === null).length,
        }));
        expect(found.title, path).not.toBe("没有这一页");
        expect(await page.getByRole("main").getByRole("alert").allInnerTexts(), path).toEqual([]);
        expect(found.empty, path).toBe(0);
        expect(persons.exec(found.words)?.[0], path).toBeUndefined();
        // on the pages of sources G4 is a cell
        expect((path.startsWith("/source") ? /专家G/ : graders).exec(found.words)?.[0], path).toBeUndefined();
        for (const link of found.links) {
          if (kinds.has(kindOf(link))) continue;
          kinds.add(kindOf(link));
          waiting.push(link);
        }
      }
      expect(kinds.size).toBeGreaterThan(12);
      expect(complaints).toEqual([]);
      // the places that this audience has nothing at are not offered
      expect([...kinds].some((kind) => kind.startsWith("/what-if"))).toBe(false);
      expect([...kinds].some((kind) => kind.startsWith("/source"))).toBe(profile === "leader");
    });

    test(`${called}：窗口和人员的考核表打印在 A4 上，不含的写明不含，人员只有代号`, async ({ page }) => {
      await neverPrint(page);
      for (const [path, title] of [
        ["/ranking", "2023 年红旗窗口考核表"],
        ["/ranking?honour=service-pioneer", "2023 年服务先锋考核表"],
      ] as const) {
        await open(page, path);
        await page.locator("tr.ranked").first().getByRole("rowheader").getByRole("link").click();
        await expect(page.getByRole("button", { name: "打印考核表" })).toBeVisible();
        await page.getByRole("button", { name: "打印考核表" }).click();
        await expect(page.locator(".paper-form h1")).toHaveText(title);
        const printed = (await holdOnPaper(page)).map(({ text }) => text).join("");
        expect(persons.exec(printed)?.[0]).toBeUndefined();
        expect(graders.exec(printed)?.[0]).toBeUndefined();
        expect(printed).toContain(profile === "leader" ? "评委1" : "此发布范围不含评委身份");
        expect(printed).toContain(profile === "leader" ? "姓名和号码已隐去" : "此发布范围不含扣分原因与佐证");
        if (title.includes("先锋")) expect(printed).toContain("此发布范围不含人员姓名,以代号显示");
        else if (profile === "public") expect(printed).toContain("此发布范围不含否决规则的计数与记录");
      }
    });

    test(`${called}：窗口的公示名单齐全，人员的名单写明不在此列，不给导出`, async ({ page }) => {
      await open(page, "/selection?stage=shortlist");
      const notice = section(page, "专家初审：公示名单");
      await expect(notice.getByRole("table").locator("tbody tr")).toHaveCount(20);
      const download = page.waitForEvent("download");
      await notice.getByRole("button", { name: "导出 Excel" }).click();
      const bytes = Buffer.concat(await (await (await download).createReadStream()).toArray());
      const [list] = (await readXlsx(new Uint8Array(bytes))).sheets;
      expect(persons.exec(list?.rows.flat().join("\n") ?? "职员")?.[0]).toBeUndefined();
      await open(page, "/selection?honour=service-pioneer&stage=shortlist");
      const withheld = section(page, "专家初审：公示名单");
      await expect(withheld).toContainText("本发布范围不列人员姓名，人员的公示名单只在组委会的发布范围里提供。");
      await expect(withheld.getByRole("button")).toHaveCount(0);
      await expect(page.getByText("手工名单要看得到每个对象的名称和依据，只在组委会的发布范围里提供。").first()).toBeVisible();
    });

    test(`${called}：从排名选行并排比较，人员以代号列出，没有的写明没有，导出的 Excel 里也没有`, async ({ page }) => {
      await open(page, "/ranking?honour=service-pioneer");
      await page.getByRole("button", { name: "选行比较" }).click();
      const rows = page.locator("tr.ranked");
      for (const at of [0, 1]) await rows.nth(at).getByRole("checkbox").check();
      await page.getByRole("link", { name: "并排比较这 2 行" }).click();
      const table = section(page, "逐项对照");
      await expect(table.getByRole("columnheader")).toHaveText([/比较内容/, /^甲 人员\d+$/, /^乙 人员\d+$/]);
      await expect(section(page, "历年名次")).toContainText("此发布范围里人员各年用不同的代号，不列历年名次。");
      await expect(table).toContainText(profile === "leader" ? "扣分原因与佐证中的姓名和号码已隐去。" : "此发布范围不含扣分原因与佐证。");
      if (profile === "public") await expect(table).toContainText("此发布范围不含否决规则的计数与记录");
      const download = page.waitForEvent("download");
      await table.getByRole("button", { name: "导出 Excel" }).click();
      const bytes = Buffer.concat(await (await (await download).createReadStream()).toArray());
      const { sheets } = await readXlsx(new Uint8Array(bytes));
      const written = sheets.flatMap(({ rows: lines }) => lines.flat()).join("\n");
      expect(written).toMatch(/人员\d+/);
      expect(persons.exec(written)?.[0]).toBeUndefined();
      expect(written).toContain(profile === "leader" ? "leader-" : "public-");

      await open(page, "/compare?honour=service-pioneer&id=P0001,2023-service-pioneer-001");
      await expect(page.getByText("没有编号为 P0001 的申报对象，或不在本发布范围之内，不列一栏。")).toBeVisible();
    });
  });
}

/** A place without whose it is: `/windows/W0001?year=2022` and `/windows/W0317` are of two kinds, two windows of one. */
function kindOf(link: string): string {
  const { pathname, searchParams } = new URL(link, "http://localhost");
  const of = searchParams.get("of") ?? "";
  return `${pathname.replace(/^(\/(?:windows|people)\/).*/, "$1")}?${of}`;
}
