import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Whatever any test of this worker asked of another origin, the first load included. */
  readonly foreign: readonly string[];
}

/**
 * Tests that share one page per worker, opened once: to start the engine and read the data costs more than most journeys. Each test begins on
 * a clean slate (screen, media, storage, connection, permissions, routes), and `visit` brings it to its address, which holds the whole state
 * of a page. A test that fails takes its worker with it, so that the next has a fresh page. For a test of the loading itself, of the order of
 * Tab from the top of a document, or with scripts put into the page, there is Playwright's own `test`.
 */
export const test = base.extend<object, { opened: Opened }>({
  opened: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId, viewport, contextOptions } = project.use;
      const context = await browser.newContext({
        ...contextOptions,
        ...(baseURL && { baseURL }),
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
        ...(viewport && { viewport }),
      });
      const foreign = watchForeignRequests(context);
      await use({ context, page: await context.newPage(), foreign });
      await context.close();
    },
    { scope: "worker" },
  ],
  context: async ({ opened: { context, foreign } }, use) => {
    await use(context);
    await context.setOffline(false);
    await context.clearPermissions();
    expect(foreign).toEqual([]);
  },
  page: async ({ opened: { page }, context, contextOptions, viewport }, use) => {
    if (page.context() !== context) throw new Error("the page is not of this context");
    await use(page);
    await page.unrouteAll({ behavior: "wait" });
    const { reducedMotion = null } = contextOptions;
    await page.emulateMedia({ media: null, colorScheme: null, contrast: null, forcedColors: null, reducedMotion });
    if (viewport) await page.setViewportSize(viewport);
    await page.evaluate(() => localStorage.clear());
  },
});

/** An address that leads nowhere, between two visits: nothing of the page before (focus, scroll, a half-filled field) is left on the next one. */
const between = "/between-two-visits";

/** Goes to an address inside the open page, as a link would, and waits for the heading of that page; the first visit of a page loads it. */
export async function visit(page: Page, path: string): Promise<void> {
  if (page.url() === "about:blank") {
    await page.goto(path);
    return;
  }
  await go(page, between, "pushState");
  await go(page, path, "replaceState");
}

async function go(page: Page, path: string, how: "pushState" | "replaceState"): Promise<void> {
  const marked = await page.evaluate(
    ([to, change]) => {
      const headings = document.querySelectorAll<HTMLElement>("h1");
      for (const heading of headings) heading.dataset.left = "";
      history[change](null, "", to);
      return headings.length;
    },
    [path, how] as const,
  );
  if (marked > 0) await page.locator("h1:not([data-left]):visible").first().waitFor();
}
