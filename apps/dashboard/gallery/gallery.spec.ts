import { resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { openFirstSubject } from "../e2e/open-first-subject.ts";

const folder = resolve(import.meta.dirname, "../../../docs/gallery");

/** Each page as somebody would have it before them while at work, by its name in the address. */
const pages: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  overview: (page) => page.goto("/"),
  ranking: (page) => page.goto("/ranking"),
  vetoes: (page) => page.goto("/vetoes"),
  window: (page) => openFirstSubject(page, "red-flag-window"),
  person: (page) => openFirstSubject(page, "service-pioneer"),
  cities: (page) => page.goto("/cities?city=330600&item=conduct"),
  compare: (page) => page.goto("/compare?id=W0317,W0398,W0166"),
  trends: (page) => page.goto("/trends?focus=330600"),
  selection: (page) => page.goto("/selection"),
  "what-if": (page) => page.goto("/what-if?without=G1"),
  reviews: (page) => page.goto("/reviews?city=330200"),
  panel: (page) => page.goto("/panel"),
  rubric: (page) => page.goto("/rubric"),
  data: (page) => page.goto("/data"),
  source: (page) => page.goto("/source?of=month&id=W0001&at=2023-04&field=bad"),
};

const forms = {
  desk: { width: 1440, height: 900 },
  dark: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
  // A4 at 96 dots to an inch
  print: { width: 794, height: 1123 },
} as const;

/** Printed across the page, for the many columns (`print.css`). */
const broad = new Set(["ranking"]);
/** The margins of the paper, which a picture of a page has not. */
const margins = "60px 53px";

for (const [name, open] of Object.entries(pages)) {
  for (const [form, viewport] of Object.entries(forms)) {
    test(`${name} ${form}`, async ({ page }) => {
      // set before the first paint, since charts are drawn for the theme they find
      await page.emulateMedia({ colorScheme: form === "dark" ? "dark" : "light" });
      const { width, height } = viewport;
      await page.setViewportSize(form === "print" && broad.has(name) ? { width: height, height: width } : viewport);
      await (form === "wall" && name === "overview" ? page.goto("/?wall=1") : open(page));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("main")).not.toContainText("正在读取");
      await expect(page.getByRole("progressbar")).toHaveCount(0);
      if (form === "print") {
        await page.emulateMedia({ media: "print" });
        await page.evaluate((margin) => {
          document.body.style.padding = margin;
        }, margins);
        // what a browser says before it prints: lists then lay out all of their rows
        await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      }
      await page.waitForTimeout(600);
      await page.screenshot({ path: `${folder}/${name}-${form}.jpg`, type: "jpeg", quality: 82, animations: "disabled" });
    });
  }
}
