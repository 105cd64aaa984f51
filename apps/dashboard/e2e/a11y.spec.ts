import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** A window's or person's page, reached as a reader would: the first one of the overview. */
async function firstSubject(page: Page, honour: string): Promise<string> {
  await page.goto(`/?honour=${honour}`);
  const link = page.getByRole("link", { name: "从第一名的得分看起" });
  await expect(link).toBeVisible();
  return new URL((await link.getAttribute("href")) ?? "", page.url()).pathname;
}

const pages: readonly (readonly [name: string, path: string | ((page: Page) => Promise<string>)])[] = [
  ["overview", "/"],
  ["ranking", "/ranking"],
  ["vetoes", "/vetoes"],
  ["window", (page) => firstSubject(page, "red-flag-window")],
  ["person", (page) => firstSubject(page, "service-pioneer")],
  ["cities", "/cities?city=330600&item=conduct"],
  ["trends", "/trends?focus=330600&window=W0001"],
  ["not found", "/nowhere"],
];

for (const [name, path] of pages) {
  for (const lang of ["zh", "en"]) {
    test(`${name} in ${lang} has no serious finding, light or dark`, async ({ page }) => {
      const address = typeof path === "string" ? path : await path(page);
      for (const theme of ["light", "dark"]) {
        await page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${lang}&theme=${theme}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByRole("status")).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(grave.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n")}`)).toEqual([]);
      }
    });
  }
}

for (const path of ["/", "/cities?city=330600", "/trends", "/ranking", "/vetoes"]) {
  test(`${path} fits a telephone of 390 pixels without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status")).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test("the keyboard reaches the content past the frame, and every stop shows where it is", async ({ page }) => {
  await page.goto("/cities");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到正文" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => (document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : "none"));
    expect(outline).not.toBe("none");
  }
});

test("the language of the page is said to screen readers", async ({ page }) => {
  await page.goto("/?lang=en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});
