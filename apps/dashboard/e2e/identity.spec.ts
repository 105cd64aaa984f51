import { expect } from "@playwright/test";
import { test, visit } from "./one-page.ts";

test("the page of a renumbered window names what it was, with the day and the document, and has its past years", async ({ page }) => {
  await visit(page, "/windows/W0232?year=2022");
  const changes = page.locator("#changes");
  await expect(changes).toContainText("前身：");
  await expect(changes).toContainText("（W0904），2022-01-01 重新编号，依据 示例办发〔2021〕36号");
  const history = page.locator("#history");
  await expect(history.getByRole("row")).toHaveCount(4);
  await history.getByRole("link", { name: "2021" }).click();
  await expect(page).toHaveURL(/\/windows\/W0904\?.*year=2021/);
  await expect(page.locator("#changes")).toContainText("后续：");
});

test("a window that another went into says so, and adds up the counts of both before that day", async ({ page }) => {
  await visit(page, "/windows/W0117");
  await expect(page.locator("#changes")).toContainText("（W0119），2022-07-01 合并，依据 示例办发〔2022〕15号");
  await expect(page.locator("#changes")).toContainText("分数和名次不能相加");
});

test("a county chosen in a year before its change stands, in a year since, for what it became", async ({ page }) => {
  await visit(page, "/ranking?year=2022&county=330103");
  await expect(page.getByText("示例杭州市拱墅区住建窗口（原下城）").first()).toBeVisible();
  await expect(page.getByText("下城区：整体并入拱墅区。拱墅区：2021年并入原下城区；此前为两区之和。")).toBeVisible();
  await expect(page.getByText("县（市、区）：下城区")).toBeVisible();
});
