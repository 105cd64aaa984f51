import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { chromium, type Page } from "playwright-core";
import { writeLargeProvince } from "./large-province.ts";
import { printMedians } from "./measure.ts";
import { inScratchFolder } from "./scratch.ts";
import { serve } from "./serve.ts";
import { zhejiang } from "./zhejiang.ts";

const root = resolve(import.meta.dirname, "../..");
const port = 4188;
const rounds = 3;
const mostMounted = 120;

/** From an act to the moment at which the page has drawn what follows from it; `rows` is how many of the list are mounted then. */
interface Measured {
  readonly seconds: number;
  readonly rows: number;
}

const acts: readonly { readonly name: string; readonly act: (page: Page) => Promise<Measured> }[] = [
  { name: "sort by total", act: (page) => timed(page, "th[data-column=total] button", "click") },
  { name: "sort by name", act: (page) => timed(page, "th[data-column=name] button", "click") },
  { name: "type a word to find", act: (page) => timed(page, "input[type=search]", "type") },
  { name: "empty the word", act: (page) => timed(page, "input[type=search]", "empty") },
  { name: "group by city", act: (page) => timed(page, ".grouping select", "city") },
  { name: "ungroup", act: (page) => timed(page, ".grouping select", "") },
  { name: "hide a column", act: (page) => timed(page, ".column-settings tbody tr:nth-child(4) input[type=checkbox]", "click") },
  { name: "scroll to the last row", act: (page) => timed(page, ".ranking-frame", "scroll") },
];

/**
 * Acts in the page itself and waits until its frames are drawn and the table has changed, so that no driver's delay counts. As text: it is
 * the page's code, and what runs this file would add helpers to a function that the page does not have.
 */
const inPage = `async (target, act) => {
  const element = document.querySelector(target);
  const body = document.querySelector("table.ranking tbody");
  if (element === null || body === null) throw new Error(target + " is not on the page");
  const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 0)));
  const set = (value, kind) => {
    const prototype = element instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value").set.call(element, value);
    element.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const before = body.innerHTML;
  const start = performance.now();
  if (act === "click") element.click();
  else if (act === "scroll") element.scrollTop = element.scrollHeight;
  else if (act === "type") set("窗口000099", "input");
  else if (act === "empty") set("", "input");
  else set(act, "change");
  while (document.querySelector("table.ranking tbody")?.innerHTML === before) {
    if (performance.now() - start > 60000) throw new Error("nothing followed from " + act);
    await frame();
  }
  await frame();
  return { seconds: (performance.now() - start) / 1000, rows: document.querySelectorAll("tr[data-row]").length };
}`;

function timed(page: Page, selector: string, what: string): Promise<Measured> {
  return page.evaluate<Measured>(`(${inPage})(${JSON.stringify(selector)}, ${JSON.stringify(what)})`);
}

async function measure(page: Page): Promise<ReadonlyMap<string, Measured>> {
  await page.goto(`http://127.0.0.1:${port}/ranking?year=2023`);
  await page.locator("table.ranking tr[data-row]").first().waitFor({ timeout: 120_000 });
  const measured = new Map<string, Measured>();
  for (const { name, act } of acts) measured.set(name, await act(page));
  return measured;
}

// Builds the dashboard when it is missing or out of date.
execFileSync(process.execPath, ["scripts/mingchuang.mjs", "start", "--no-serve"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

await inScratchFolder(async (scratch) => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  });
  const sizes = [400, 100_000];
  const seconds = new Map(sizes.map((size) => [size, new Map<string, number[]>(acts.map(({ name }) => [name, []]))]));
  try {
    for (const size of sizes) {
      const workspace = join(scratch, String(size));
      await writeLargeProvince(workspace, zhejiang, { windows: size, months: 1 });
      const server = await serve(workspace, port);
      try {
        for (let round = 0; round < rounds; round++) {
          const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
          for (const [name, { seconds: taken, rows }] of await measure(page)) {
            if (rows > mostMounted) throw new Error(`${name}: ${rows} rows are mounted, of which at most ${mostMounted} can be in sight`);
            seconds.get(size)?.get(name)?.push(taken);
          }
          await page.close();
        }
      } finally {
        server.kill("SIGTERM");
        if (server.exitCode === null) await once(server, "exit");
      }
    }
    for (const { name } of acts) {
      printMedians(
        `ranking: ${name}`,
        rounds,
        new Map(sizes.map((size) => [`${size.toLocaleString("en")} rows`, seconds.get(size)?.get(name) ?? []])),
      );
    }
  } finally {
    await browser.close();
  }
});
