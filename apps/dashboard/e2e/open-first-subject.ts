import { expect, type Page } from "@playwright/test";
import { visit } from "./one-page.ts";

/** The first subject of the overview, reached as a reader would. */
export async function openFirstSubject(page: Page, honour: string): Promise<void> {
  await visit(page, `/?honour=${honour}`);
  await page.getByRole("link", { name: "从第一名的得分看起" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "总览" })).toHaveCount(0);
}
