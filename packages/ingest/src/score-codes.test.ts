import { expect, test } from "vitest";
import { clausesByName, itemsByName } from "./score-codes.ts";
import { testCodes } from "./testing/test-codes.ts";

test("an item is found by id, label, or number and label; by itself only where one honour has it", () => {
  const items = itemsByName(testCodes);
  expect(items.get("red-flag-window|1组织领导")?.item).toBe("organisation");
  expect(items.get("|组织领导")?.item).toBe("organisation");
  expect(items.get("service-pioneer|integrity")?.label).toBe("廉洁自律过硬");
  expect(items.get("red-flag-window|integrity")?.label).toBe("政务服务廉洁化");
  expect(items.has("|integrity")).toBe(false);
});

test("a clause is found within its item only", () => {
  const clauses = clausesByName(testCodes);
  expect(clauses.get("red-flag-window|organisation|1")?.clause).toBe("plan");
  expect(clauses.get("red-flag-window|conduct|1")?.clause).toBe("identity");
  expect(clauses.has("red-flag-window|conduct|plan")).toBe(false);
});

test("two schemes that define one honour cannot both apply", () => {
  const [item] = testCodes.items;
  expect(() => itemsByName({ items: item ? [item, { ...item, scheme: "zhejiang-2024" }] : [], clauses: [] })).toThrow(
    expect.objectContaining({ code: "F119" }),
  );
});
