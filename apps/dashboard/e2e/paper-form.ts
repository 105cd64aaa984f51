import { expect, type Page } from "@playwright/test";
import { type PdfPage, plainWords, readPdfPages } from "./pdf-pages.ts";

/** Headless browsers have no print dialogue: the form stays laid out until the test says that printing is over. For an open page, and what it loads. */
export async function neverPrint(page: Page): Promise<void> {
  const leaveIt = () => {
    window.print = () => {};
  };
  await page.addInitScript(leaveIt);
  await page.evaluate(leaveIt);
}

/** 14 mm to the left and right, in points. */
const margin = (14 / 25.4) * 72;

/**
 * The form as it is printed: on A4, alone, nothing of it wider than it may be or outside the margins, every word of it on some page, and
 * the header of the items on every page that has items. Gives the pages.
 */
export async function holdOnPaper(page: Page): Promise<readonly PdfPage[]> {
  await page.setViewportSize({ width: 687, height: 900 });
  await page.emulateMedia({ media: "print" });
  const form = page.locator(".paper-form");
  await expect(form).toBeVisible();
  await expect(page.locator("#root")).toBeHidden();
  const wide = await page
    .locator(".paper-form, .paper-form table, .paper-form th, .paper-form td, .paper-form p")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > 687).length);
  expect(wide).toBe(0);

  // Read first: printing to a file ends as printing does, and the form goes.
  const cells = await page.locator(".paper-form th, .paper-form td, .paper-form p, .paper-form h1").allInnerTexts();
  const header = plainWords((await form.locator(".form-items thead tr:last-child th").allInnerTexts()).join(""));
  const items = (await form.locator(".form-items tbody th").allInnerTexts()).map(plainWords);
  expect(cells.length).toBeGreaterThan(20);
  expect(header.length).toBeGreaterThan(10);
  const pages = readPdfPages(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(3);
  for (const { width, height, words } of pages) {
    expect([Math.floor(width), Math.floor(height)]).toEqual([594, 841]);
    for (const { text, x, y } of words) {
      const isInside = x >= margin - 1 && x < width - margin && y > 0 && y < height;
      expect(isInside, `${text} at ${x}, ${y}`).toBe(true);
    }
  }
  const printed = pages.map(({ text }) => text).join("");
  expect(cells.map(plainWords).filter((words) => !printed.includes(words))).toEqual([]);

  const withItems = pages.filter(({ text }) => items.some((item) => item.length > 3 && text.includes(item)));
  expect(withItems.length).toBeGreaterThan(0);
  expect(withItems.filter(({ text }) => text.split(header).length !== 2)).toEqual([]);

  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });
  return pages;
}
