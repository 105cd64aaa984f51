import { type Browser, chromium, type Page } from "playwright-core";

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A cold visit: a new browser profile, no cache. Seconds from the address being asked for until `shown` is on the page. */
export async function visit(browser: Browser, address: string, shown: string): Promise<{ readonly page: Page; readonly seconds: number }> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  // functions that are sent to the page keep their names by a helper that is not there
  await context.addInitScript("globalThis.__name ??= (named) => named");
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address);
  await page.locator(shown).first().waitFor({ state: "attached", timeout: 300_000 });
  return { page, seconds: (performance.now() - start) / 1000 };
}

/** Seconds from `act` (a statement, run in the page) until its first rows are others and have been painted. */
export async function untilRepainted(page: Page, rows: string, act: string): Promise<number> {
  const repainted = page.evaluate(async (selector) => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const told = () =>
      [...document.querySelectorAll(selector)]
        .slice(0, 12)
        .map((row) => row.textContent)
        .join("\n");
    const before = told();
    const asked = performance.now();
    while (told() === before || told() === "") {
      await frame();
      if (performance.now() - asked > 120_000) throw new Error("the rows stayed as they were");
    }
    await frame();
    return performance.timeOrigin + performance.now();
  }, rows);
  const started = await page.evaluate<number>(`(() => { const now = performance.timeOrigin + performance.now(); ${act}; return now; })()`);
  return ((await repainted) - started) / 1000;
}

export interface Scrolling {
  /** Seconds from frame to frame. */
  readonly frames: readonly number[];
  /** Frames in which the middle of the list showed no row. */
  readonly blank: number;
}

/** Scrolls the list that `row` stands in by 240 pixels a frame. */
export function scrollThrough(page: Page, row: string, frames: number): Promise<Scrolling> {
  return page.evaluate(
    async ({ row, frames }) => {
      const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
      let list = document.querySelector(row)?.parentElement ?? null;
      while (
        list &&
        list !== document.documentElement &&
        !(list.scrollHeight > list.clientHeight + 1000 && /auto|scroll/.test(getComputedStyle(list).overflowY))
      )
        list = list.parentElement;
      if (!list) throw new Error("no list to scroll");
      list.scrollIntoView({ block: "start" });
      const { left, top, width } =
        list === document.documentElement ? { left: 0, top: 0, width: innerWidth } : list.getBoundingClientRect();
      const middle = top + Math.min(list.clientHeight, innerHeight - top) / 2;
      const times: number[] = [];
      let blank = 0;
      let last = await frame();
      for (let n = 0; n < frames; n += 1) {
        list.scrollTop += 240;
        const now = await frame();
        times.push((now - last) / 1000);
        last = now;
        const hit = [0.1, 0.25, 0.5].some((share) =>
          document.elementsFromPoint(left + width * share, middle).some((each) => each.closest(row)),
        );
        if (!hit) blank += 1;
      }
      return { frames: times, blank };
    },
    { row, frames },
  );
}
