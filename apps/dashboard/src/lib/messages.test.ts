import { expect, test } from "vitest";
import type { Messages } from "./i18n.ts";

const found = Object.entries(import.meta.glob<{ messages?: Messages }>("../**/messages.ts", { eager: true }));
const namespaces = found.map(([path, module]) => [path, module.messages] as const);

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

test("every feature's texts are found and have a namespace of their own", () => {
  const names = namespaces.map(([, messages]) => messages?.namespace);
  expect(names).toContain("overview");
  expect(new Set(names).size).toBe(names.length);
});

test.each(namespaces)("%s has the same keys in Chinese and English, none of them empty where the other is not", (_, messages) => {
  expect(Object.keys(messages?.en ?? {}).sort()).toEqual(Object.keys(messages?.zh ?? {}).sort());
  const empty = Object.keys(messages?.zh ?? {}).filter((key) => messages?.zh[key]?.trim() === "" && messages.en[key]?.trim() !== "");
  expect(empty).toEqual([]);
});

test.each(namespaces)("%s fills the same values in both languages", (_, messages) => {
  const differing = Object.keys(messages?.zh ?? {}).filter(
    (key) =>
      new Set([...placeholders(messages?.zh[key] ?? ""), "|", ...placeholders(messages?.en[key] ?? "")]).size !==
      new Set([...placeholders(messages?.zh[key] ?? ""), "|"]).size,
  );
  expect(differing).toEqual([]);
});
