import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test, visit } from "./one-page.ts";
import { openFirstSubject } from "./open-first-subject.ts";

const pages: readonly (readonly [name: string, open: (page: Page) => Promise<unknown>])[] = [
  ["overview", (page) => visit(page, "/")],
  ["ranking", (page) => visit(page, "/ranking")],
  ["ranking in groups", (page) => visit(page, "/ranking?group=city&closed=330100&columns=rankSpan&frozen=rankSpan")],
  ["vetoes", (page) => visit(page, "/vetoes")],
  ["window", (page) => openFirstSubject(page, "red-flag-window")],
  ["person", (page) => openFirstSubject(page, "service-pioneer")],
  ["selection", (page) => visit(page, "/selection?hand=final:SB2023-C026:i:")],
  ["cities", (page) => visit(page, "/cities?city=330600&item=conduct")],
  ["compare", (page) => visit(page, "/compare?id=W0317,W0398,W0166,W0196,W0001")],
  ["trends", (page) => visit(page, "/trends?focus=330600&window=W0001&nowBy=zhejiang-2024-example&who=W0111")],
  ["panel", (page) => visit(page, "/panel?year=2022&application=SB2022-C030&grader=G3")],
  ["reviews", (page) => visit(page, "/reviews?city=330200&state=late")],
  ["rubric", (page) => visit(page, "/rubric")],
  ["rubric of measures", (page) => visit(page, "/rubric?scheme=template-plan")],
  ["rubrics side by side", (page) => visit(page, "/rubric?scheme=zhejiang-2024-example&compare=zhejiang-2023")],
  ["data", (page) => visit(page, "/data?city=331000&month=2023-08")],
  ["source", (page) => visit(page, "/source?of=month&id=W0001&at=2023-04&field=bad")],
  ["source of a sum", (page) => visit(page, "/source?of=sum&by=city&id=331000&at=2023")],
  ["what if", (page) => visit(page, "/what-if?without=G1")],
  ["not found", (page) => page.goto("/nowhere")],
];

async function graveFindings(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n")}`);
}

// Words do not change with the theme, nor colours with the language: two runs see both of each.
for (const [name, open] of pages) {
  test(`${name} has no serious finding, in Chinese and light, in English and dark`, async ({ page }) => {
    test.slow();
    await open(page);
    expect(await graveFindings(page), "zh light").toEqual([]);
    await page.getByLabel("明暗").selectOption("dark");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(await graveFindings(page), "en dark").toEqual([]);
  });
}

for (const [name, open] of pages.slice(0, 4)) {
  test(`${name} has no serious finding in high contrast, and keeps its marks where the system replaces all colours`, async ({ page }) => {
    await page.emulateMedia({ contrast: "more" });
    await open(page);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
    expect(await graveFindings(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: "active" });
    for (const picture of await page.locator(".picture:visible, .item-bar:visible").all())
      expect(await picture.evaluate((element) => getComputedStyle(element).forcedColorAdjust)).toBe("none");
  });
}

for (const path of [
  "/",
  "/cities?city=330600",
  "/compare?id=W0317,W0398,W0111,W0166,W0196,W0147",
  "/trends",
  "/panel?year=2022",
  "/ranking",
  "/ranking?group=domain&frozen=total",
  "/vetoes",
  "/reviews",
  "/selection",
  "/what-if?without=G1",
  "/data",
  "/source?of=month&id=W0001&at=2023-04",
]) {
  test(`${path} fits a telephone of 390 pixels without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await visit(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test("on a telephone the page that is open is in sight among the pages, first or last", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/data", "/", "/cities"]) {
    await page.goto(path);
    await expect(page.getByRole("navigation", { name: "页面" }).locator("[aria-current=page]")).toBeInViewport({ ratio: 1 });
  }
});

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
