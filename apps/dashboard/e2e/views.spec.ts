import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const dialog = (page: Page) => page.getByRole("dialog", { name: "视图" });
const openViews = (page: Page) => page.getByRole("button", { name: "视图" }).click();

async function save(page: Page, name: string): Promise<void> {
  await openViews(page);
  await dialog(page).getByLabel("给当前页取个名字").fill(name);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText(`已保存“${name}”。`)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
}

test("视图：给当前页取名存下，在别的页打开、改名、删除可撤销，刷新后还在，只用键盘也行", async ({ page }) => {
  await page.goto("/ranking?domain=fund&theme=dark");
  await save(page, "公积金窗口");
  await expect(page.getByRole("button", { name: "视图" })).toBeFocused();
  await page.goto("/cities?theme=light");
  await save(page, "各市");
  await page.reload();

  await page.getByRole("button", { name: "视图" }).focus();
  await page.keyboard.press("Enter");
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
  const link = dialog(page).getByRole("link", { name: "公积金窗口" });
  await expect(link).toHaveAttribute("href", "/ranking?domain=fund&theme=light");
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ranking\?domain=fund&theme=light$/);
  await expect(dialog(page)).toHaveCount(0);

  await openViews(page);
  await dialog(page).getByRole("button", { name: "改名：公积金窗口" }).click();
  const field = dialog(page).getByLabel("“公积金窗口”的新名字");
  await field.fill("各市");
  await expect(dialog(page).getByText("这个名字已经有了。")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole("button", { name: "改名：公积金窗口" }).click();
  await field.fill("住房公积金");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("link")).toHaveText(["住房公积金", "各市"]);
  await dialog(page).getByRole("button", { name: "删除：住房公积金" }).click();
  await expect(dialog(page).getByRole("link")).toHaveText(["各市"]);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("link")).toHaveText(["住房公积金", "各市"]);
});

test("视图：链接带着名字，同事打开后可以存下，存下的是发来时的样子", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    locale: "zh-CN",
    permissions: ["clipboard-read", "clipboard-write"],
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await page.goto("/vetoes");
  await save(page, "谁被否决");
  await openViews(page);
  await dialog(page).getByRole("button", { name: "复制链接：谁被否决" }).click();
  await expect(dialog(page).getByText("“谁被否决”的链接已复制。")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get("view")).toBe("谁被否决");

  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await other.goto(link);
  await expect(other.getByText("这个链接是一个名为“谁被否决”的视图。")).toBeVisible();
  await other.getByRole("combobox", { name: "年度" }).selectOption("2022");
  await other.getByRole("button", { name: "存入我的视图" }).click();
  await expect(other).not.toHaveURL(/view=/);
  await openViews(other);
  await expect(dialog(other).getByRole("link", { name: "谁被否决" })).toHaveAttribute("href", "/vetoes");
  await other.context().close();
  await context.close();
});

test("视图：服务器不在了，列表没有装入也不影响页面", async ({ page, context }) => {
  await page.goto("/data");
  await expect(page.getByRole("heading", { level: 1, name: "数据" })).toBeVisible();
  await context.setOffline(true);
  await openViews(page);
  await expect(page.getByText("没有装入，请连上服务器再试")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "数据" })).toBeVisible();
  await context.setOffline(false);
  await openViews(page);
  await expect(dialog(page)).toBeVisible();
});

test("视图：浏览器不许保存时照说照用，不许复制时给出选中的链接", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await page.goto("/data");
  await openViews(page);
  await expect(dialog(page).getByRole("alert")).toContainText("视图只在这个页面关闭之前有效");
  await dialog(page).getByLabel("给当前页取个名字").fill("数据页");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("link", { name: "数据页" })).toBeVisible();
  await dialog(page).getByRole("button", { name: "复制链接：数据页" }).click();
  const field = dialog(page).getByRole("textbox", { name: /请按 Ctrl\+C 复制/ });
  await expect(field).toHaveValue(/\/data\?view=/);
  await expect(field).toBeFocused();
});
