import { expect, test } from "@playwright/test";

test("打印：图按纸宽重画，一条不裁，打印完回到屏幕的宽度；筛选写在纸上", async ({ page }) => {
  await page.goto("/");
  const drawn = page.locator(".picture svg");
  await expect(drawn).toHaveCount(2);
  const widths = () => drawn.evaluateAll((pictures) => pictures.map((picture) => Number(picture.getAttribute("width"))));
  const onScreen = await widths();
  expect(Math.max(...onScreen)).toBeGreaterThan(1000);
  // the browser lays the paper out right after its handlers have run: by then the pictures must be as wide as A4 leaves room
  const onPaper = await page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    return [...document.querySelectorAll(".picture svg")].map((picture) => Number(picture.getAttribute("width")));
  });
  expect(onPaper).toEqual([688, 688]);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect.poll(widths).toEqual(onScreen);

  await page.goto("/vetoes?state=vetoed");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "一票否决", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "临近否决" })).toBeHidden();
  await expect(page.getByLabel("设区市")).toBeHidden();
});
