import { expect, type Page, test } from "@playwright/test";
import { watchForeignRequests } from "./foreign-requests.ts";

const pages = ["/", "/ranking", "/vetoes", "/cities?city=330600", "/trends?measure=bad", "/?honour=service-pioneer&lang=en&theme=dark"];

function watchComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

for (const path of pages) {
  test(`${path} asks nothing of any other origin and breaks no rule of its own policy`, async ({ page, context }) => {
    const foreign = watchForeignRequests(context);
    const complaints = watchComplaints(page);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test("once open, pages change without the server", async ({ page, context }) => {
  await page.goto("/");
  // the last but one needs the engine, so that it has started before the server goes
  for (const name of ["排名", "一票否决", "城市", "趋势", "闭环", "总览"]) {
    await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
  }
  await context.setOffline(true);
  await page.getByLabel("年度").selectOption("2022");
  await expect(page.getByText("2022 年，全省窗口服务与“红旗窗口”评选到了哪一步？")).toBeVisible();
  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "城市" }).click();
  await expect(page.getByRole("figure", { name: "申报对象均分（分）" }).getByRole("img").first()).toBeVisible();
});

const failure = (page: Page) => page.getByRole("alert");

/** Each first screen, and something of it that only data can give. */
const firstScreens = [
  ["/", (page: Page) => page.getByRole("figure", { name: "得分构成（分）" }).getByRole("img").first()],
  ["/ranking", (page: Page) => page.locator("table.ranking tbody tr[data-row]").first()],
  ["/vetoes", (page: Page) => page.getByRole("table").first()],
  ["/cities", (page: Page) => page.getByRole("figure", { name: "申报对象均分（分）" }).getByRole("img").first()],
  ["/selection", (page: Page) => page.getByRole("table").first()],
] as const;

test("the first screens stand without the engine, which is said once and can be tried again", async ({ page }) => {
  let asked = 0;
  await page.route("**/data/*.duckdb", (route) => {
    asked += 1;
    return route.fulfill({ status: 404 });
  });
  for (const [path, shown] of firstScreens) {
    await page.goto(path);
    await expect(shown(page)).toBeVisible();
    await expect(failure(page)).toHaveCount(1);
    await expect(failure(page)).toContainText("下面是发布时备好的数字");
  }
  // a file of many megabytes that failed is not asked for again behind each further page
  const before = asked;
  for (const name of ["排名", "一票否决"]) {
    await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
  }
  expect(asked).toBe(before);
  await page.unroute("**/data/*.duckdb");
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(failure(page)).toHaveCount(0);
  await page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "闭环" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("the first screens say the same whether they were answered beforehand or by the engine", async ({ page, context }) => {
  const worked = await context.newPage();
  await worked.route("**/data/*.answers", (route) => route.fulfill({ status: 404 }));
  await Promise.all([page.goto("/"), worked.goto("/")]);
  for (const name of ["总览", "排名", "一票否决", "评选", "城市", "趋势"]) {
    const mains = await Promise.all(
      [page, worked].map(async (each) => {
        await each.getByRole("navigation", { name: "页面" }).getByRole("link", { name }).click();
        await expect(each.getByRole("heading", { level: 1, name })).toBeVisible();
        await expect(each.getByRole("progressbar")).toHaveCount(0);
        return each.getByRole("main");
      }),
    );
    // a part that waits for nothing to be drawn may still be on its way
    await expect(async () => {
      const [beforehand = "", now = ""] = await Promise.all(mains.map((main) => main.innerText()));
      expect(beforehand.length).toBeGreaterThan(500);
      expect(beforehand).toBe(now);
    }).toPass({ timeout: 15_000 });
  }
});

test("answers that were cut short on the way are worked out instead", async ({ page }) => {
  await page.route("**/data/*.answers", async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ body: body.subarray(0, body.length / 2) });
  });
  await page.goto("/ranking");
  await expect(page.locator("table.ranking tbody tr[data-row]").first()).toBeVisible();
  await expect(failure(page)).toHaveCount(0);
});

test("without published data the page says so, says what to do, and recovers", async ({ page }) => {
  await page.route("**/data/manifest.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("/");
  await expect(failure(page)).toContainText("B101");
  await expect(failure(page)).toContainText("运行 npm start");
  await page.unroute("**/data/manifest.json");
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "总览" })).toBeVisible();
});

test("a list that cannot be understood is told from one that is missing", async ({ page }) => {
  await page.route("**/data/manifest.json", (route) => route.fulfill({ json: { files: "all" } }));
  await page.goto("/?lang=en");
  await expect(failure(page)).toContainText("B102");
  await expect(failure(page)).toContainText("Run mingchuang publish again");
});

test("data of another structure are refused rather than misread", async ({ page }) => {
  await page.route("**/data/manifest.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), schemaVersion: 99 } });
  });
  await page.goto("/");
  await expect(failure(page)).toContainText("B103");
});

test("a data file that is gone is named", async ({ page }) => {
  await page.route("**/data/*.duckdb", (route) => route.fulfill({ status: 404 }));
  await page.goto("/");
  await expect(failure(page)).toContainText("B104");
});

test("a data file that was cut short is not opened", async ({ page }) => {
  await page.route("**/data/*.duckdb", async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ body: body.subarray(0, body.length / 2) });
  });
  await page.goto("/");
  await expect(failure(page)).toContainText("B105");
});

test("a data file that is no database is not taken for one", async ({ page }) => {
  await page.route("**/data/*.duckdb", async (route) => {
    const { length } = await (await route.fetch()).body();
    await route.fulfill({ body: Buffer.alloc(length, 0x2e) });
  });
  await page.goto("/");
  await expect(failure(page)).toContainText("W106");
});

test("an old browser is told which browsers will do", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("/");
  await expect(failure(page)).toContainText("B106");
});

test("a server that cannot be reached is told from missing data", async ({ page }) => {
  await page.route("**/data/manifest.json", (route) => route.abort());
  await page.goto("/");
  await expect(failure(page)).toContainText("B107");
});

test("an address that leads nowhere says so and leads back", async ({ page }) => {
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { level: 1, name: "没有这一页" })).toBeVisible();
  await page.getByRole("link", { name: "回到总览" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "总览" })).toBeVisible();
});

test("values in the address that make no sense become the defaults", async ({ page }) => {
  await page.goto("/cities?year=1999&city=999999&sort=sideways&honour=none&lang=xx");
  await expect(page.getByRole("heading", { level: 1, name: "城市", exact: true })).toBeVisible();
  await expect(page.getByText("2023 年，哪个市，与哪个市相比？")).toBeVisible();
});
