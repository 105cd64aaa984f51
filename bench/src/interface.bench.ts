import { execFileSync } from "node:child_process";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { startServer } from "@mingchuang/cli/serve/server";
import { build, preview } from "vite";
import { launchBrowser, scrollThrough, untilRepainted, visit } from "./browser.ts";
import { writeLargeProvince } from "./large-province.ts";
import { printMedians } from "./measure.ts";
import { peerRows } from "./peer-rows.ts";
import { inScratchFolder } from "./scratch.ts";
import { zhejiang } from "./zhejiang.ts";

const root = resolve(import.meta.dirname, "../..");
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const windows = 100_000;
const scrolled = 180;
const peerVersion = "4.16.0";

/** Our table and the peer's: where they are, what a row is there, and how the same two things are asked of them. */
const ours = {
  path: "ranking?year=2023",
  row: "table.ranking tbody tr[data-row]",
  sort: `[...document.querySelectorAll("table.ranking thead button")].find((button) => button.textContent.trim().startsWith("自评分")).click()`,
  filter: `[...document.querySelectorAll("fieldset label")].find((label) => label.textContent.includes("示例5市")).querySelector("input").click()`,
};
const peer = { path: "", row: ".le-tr", sort: "window.peer.sortBySelf()", filter: `window.peer.onlyCity("示例5市")` };

/** Builds one of `bench/pages` into a folder of its own. */
async function buildPage(name: string, outDir: string): Promise<string> {
  const page = resolve(import.meta.dirname, "pages", name);
  await build({
    root: page,
    configFile: false,
    logLevel: "error",
    html: { cspNonce: "__CSP_NONCE__" },
    worker: { format: "es" },
    build: { outDir, target: "es2022" },
  });
  return outDir;
}

/** The peer's bundle, put beside its page. It is no dependency of ours, and what it asks for beyond its bundle (a compiler of styles) is left out. */
async function bringPeer(scratch: string, outDir: string): Promise<void> {
  const prefix = join(scratch, "peer");
  await mkdir(prefix);
  execFileSync(
    "npm",
    [
      "install",
      "--prefix",
      prefix,
      "--no-save",
      "--legacy-peer-deps",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      `lineupjs@${peerVersion}`,
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  for (const name of ["LineUpJS.js", "LineUpJS.css"]) await copyFile(join(prefix, "node_modules/lineupjs/build", name), join(outDir, name));
}

execFileSync(process.execPath, ["scripts/mingchuang.mjs", "start", "--no-serve"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

await inScratchFolder(async (scratch) => {
  const file = await writeLargeProvince(join(scratch, "large"), zhejiang, { windows, months: 36 });
  const small = await writeLargeProvince(join(scratch, "small"), zhejiang, { windows: 400, months: 36 });
  const dashboard = resolve(root, "apps/dashboard/dist");
  const antd = await buildPage("antd", join(scratch, "antd"));
  const lineup = await buildPage("lineup", join(scratch, "lineup"));
  await bringPeer(scratch, lineup);
  const trial = await buildPage("trial", join(scratch, "trial"));
  await writeFile(join(lineup, "rows.json"), JSON.stringify(await peerRows(file)));
  await writeFile(join(trial, "scheme.json"), JSON.stringify(zhejiang));

  const served = (folder: string, published: string) =>
    startServer({ dashboard: folder, published, profile: "committee", port: 0, exactPort: true });
  const servers = [
    await served(dashboard, dirname(file)),
    await served(dashboard, dirname(small)),
    await served(antd, dirname(small)),
  ] as const;
  const [large, little, empty] = servers;
  // The peer writes styles of its own and starts workers from text, which our server's policy forbids: it gets a server without one.
  const plain = await Promise.all(
    [lineup, trial].map((outDir) =>
      preview({ root: scratch, configFile: false, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } }),
    ),
  );
  const [lineupAddress = "", trialAddress = ""] = plain.map((each) => each.resolvedUrls?.local[0]);
  const browser = await launchBrowser();
  const times = new Map<string, Map<string, number[]>>();
  const note = (title: string, name: string, seconds: number) => {
    const own = times.get(title) ?? new Map<string, number[]>();
    times.set(title, own);
    own.set(name, [...(own.get(name) ?? []), seconds]);
  };

  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, address, shown] of [
        ["an empty page with a table of Ant Design, same server", empty.address, ".ant-table"],
        ["our ranking, 400 windows × 36 months", `${little.address}${ours.path}`, ours.row],
      ] as const) {
        const { page, seconds } = await visit(browser, address, shown);
        note("first table, cold browser", name, seconds);
        await page.context().close();
      }
      for (const [name, address, table] of [
        ["LineUp.js", lineupAddress, peer],
        ["our ranking", large.address, ours],
      ] as const) {
        const { page, seconds } = await visit(browser, `${address}${table.path}`, table.row);
        note("load, cold browser, until the first row", name, seconds);
        await page.waitForTimeout(1500);
        note("sort by self score, until repainted", name, await untilRepainted(page, table.row, table.sort));
        await page.waitForTimeout(1000);
        const { frames, blank } = await scrollThrough(page, table.row, scrolled);
        for (const frame of frames) note("scroll, from frame to frame (240 px each)", name, frame);
        console.log(`  round ${round + 1}: ${name}: ${blank} of ${scrolled} frames without a row in the middle`);
        if (table === ours) await page.getByText("设区市", { exact: true }).first().click();
        note("filter to one city, until repainted", name, await untilRepainted(page, table.row, table.filter));
        await page.context().close();
      }
      const { page } = await visit(browser, trialAddress, "#root");
      const measured = await page.evaluate((sheets) => window.tryOut(sheets), 100_000);
      note("what-if over 100,000 sheets, one grader left out, in a worker", "reading the published facts (JSON.parse)", measured.read);
      note("what-if over 100,000 sheets, one grader left out, in a worker", `the trial itself (${measured.ranked} ranked)`, measured.trial);
      await page.context().close();
    }
  } finally {
    await browser.close();
    for (const server of servers) await server.close();
    for (const each of plain) await each.close();
  }
  for (const [title, seconds] of times)
    printMedians(
      `${title}${/LineUp/.test([...seconds.keys()].join()) ? `, ${windows.toLocaleString("en")} windows` : ""}`,
      rounds,
      seconds,
    );
});
