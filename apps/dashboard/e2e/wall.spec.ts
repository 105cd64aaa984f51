import { expect, type Page, test } from "@playwright/test";

/** What of the wall lies outside the screen. */
const clipped = (page: Page) =>
  page.locator(".wall").evaluate((wall) =>
    [...wall.querySelectorAll("h1, h2, .stat-value, .warnings li, .picture, .shell-footer dd, .stamp")]
      .filter((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left < -1 || top < -1 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1;
      })
      .map((element) => `${element.className} ${element.textContent?.slice(0, 40)}`),
  );

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
  [1280, 1024],
] as const) {
  test(`大屏：${width}×${height} 一屏放下，不滚动、不截断，写明是示例数据`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("/?wall=1");
    await expect(page.locator(".wall .picture svg")).toHaveCount(2);
    await expect(page.locator(".wall .warnings li").first()).toBeVisible();
    await expect(page.locator(".wall").getByText("示例数据", { exact: true })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "页面" })).toBeHidden();
    await expect.poll(() => clipped(page)).toEqual([]);
    const filled = await page.locator(".wall-content").evaluate((content) => {
      const { width: across, height: down } = content.getBoundingClientRect();
      return Math.max(across / window.innerWidth, down / window.innerHeight);
    });
    expect(filled).toBeGreaterThan(0.97);
  });
}

test("大屏：从总览用键盘进入全屏，按 Esc 回到总览，地址可直接打开大屏", async ({ page }) => {
  await page.goto("/?map=bad");
  await page.getByRole("button", { name: "大屏" }).press("Enter");
  await expect(page).toHaveURL(/map=bad.*wall=1/);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("建设红旗窗口、争当服务先锋");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: "总览" })).toBeVisible();
  await expect(page).not.toHaveURL(/wall/);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
});

test("大屏：发布了新数据就自己重新载入，没有就不动", async ({ page }) => {
  await page.clock.install();
  let published = "";
  await page.route("**/data/manifest.json", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: published === "" ? await answer.text() : (await answer.text()).replace(/[0-9a-f]{64}/g, published),
    });
  });
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  await page.goto("/?wall=1");
  await expect(page.locator(".wall .stat-value").first()).toBeVisible();
  const asked = page.waitForResponse("**/data/manifest.json");
  await page.clock.runFor(61_000);
  await asked;
  expect(loads).toBe(1);
  published = "0".repeat(64);
  const again = page.waitForEvent("load");
  await page.clock.runFor(61_000);
  await again;
  expect(loads).toBe(2);
  // the page that has just come is still asking for its list
  await page.unrouteAll({ behavior: "wait" });
});
