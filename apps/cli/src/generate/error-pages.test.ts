import { expect, test } from "vitest";
import { errorCatalogues } from "../catalogue.ts";
import { type Catalogue, errorPages } from "./error-pages.ts";

const text = (zh: string) => ({ zh, en: `${zh} en`, cureZh: `${zh}办法`, cureEn: `${zh} cure` });

test("a page says what happened and what to do, in Chinese first", () => {
  const catalogues: Catalogue[] = [{ package: "a", zh: "甲", en: "A", errors: { A101: text("缺文件") } }];
  expect(errorPages(catalogues).get("A101.md")).toBe(
    "# A101\n\n**缺文件**\n\n怎么办：缺文件办法\n\n**缺文件 en**\n\nWhat to do: 缺文件 cure\n\n[全部错误 / All errors](README.md)\n",
  );
});

test("a code of two packages has one page that says both", () => {
  const catalogues: Catalogue[] = [
    { package: "a", zh: "甲", en: "A", errors: { R214: text("超分") } },
    { package: "b", zh: "乙", en: "B", errors: { R214: text("越界") } },
  ];
  const page = errorPages(catalogues).get("R214.md");
  expect(page).toMatch(/## 甲 \/ A\n\n\*\*超分\*\*[\s\S]*## 乙 \/ B\n\n\*\*越界\*\*/);
});

test("every numbered error of the packages has its text, its cure and its page", () => {
  const pages = errorPages(errorCatalogues);
  for (const { errors } of errorCatalogues) {
    for (const [code, { zh, en, cureZh, cureEn }] of Object.entries(errors)) {
      expect(code).toMatch(/^[A-Z]\d{3}$/);
      expect(pages.has(`${code}.md`)).toBe(true);
      for (const sentence of [zh, cureZh]) expect(sentence, code).toMatch(/\p{Script=Han}.*[。；]$/su);
      for (const sentence of [en, cureEn]) expect(sentence, code).toMatch(/^[^\p{Script=Han}]*[a-z]/su);
    }
  }
});
