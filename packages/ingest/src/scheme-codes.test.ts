import { expect, test } from "vitest";
import { clausesByName, honoursByName, itemsByName, namesByKind } from "./scheme-codes.ts";
import { testCodes } from "./testing/test-codes.ts";

const nextYear = {
  ...testCodes,
  honours: testCodes.honours.map((code) => ({ ...code, scheme: "zhejiang-2024" })),
  items: testCodes.items.map((code) => ({ ...code, scheme: "zhejiang-2024", maxHundredths: code.maxHundredths + 500 })),
  names: testCodes.names.map((code) => ({ ...code, scheme: "other-2024", id: `${code.id}-2` })),
};
const bothYears = {
  ...testCodes,
  honours: [...testCodes.honours, ...nextYear.honours],
  items: [...testCodes.items, ...nextYear.items],
  names: [...testCodes.names, ...nextYear.names],
};

test("an item is found by id, label, or number and label; by itself only where one honour has it", () => {
  const items = itemsByName(testCodes);
  expect(items.get("zhejiang-2023|red-flag-window|1组织领导")?.item).toBe("organisation");
  expect(items.get("|red-flag-window|组织领导")?.item).toBe("organisation");
  expect(items.get("||组织领导")?.item).toBe("organisation");
  expect(items.get("|service-pioneer|integrity")?.label).toBe("廉洁自律过硬");
  expect(items.get("|red-flag-window|integrity")?.label).toBe("政务服务廉洁化");
  expect(items.has("||integrity")).toBe(false);
});

test("where two schemes have an honour, the scheme decides what its items are", () => {
  const items = itemsByName(bothYears);
  expect(items.get("zhejiang-2023|red-flag-window|组织领导")?.maxHundredths).toBe(1000);
  expect(items.get("zhejiang-2024|red-flag-window|组织领导")?.maxHundredths).toBe(1500);
  expect(items.get("zhejiang-2024||组织领导")?.maxHundredths).toBe(1500);
  expect(items.has("|red-flag-window|组织领导")).toBe(false);
});

test("a clause is found within its item only", () => {
  const clauses = clausesByName(testCodes);
  expect(clauses.get("zhejiang-2023|red-flag-window|organisation|1")?.clause).toBe("plan");
  expect(clauses.get("zhejiang-2023|red-flag-window|conduct|1")?.clause).toBe("identity");
  expect(clauses.has("zhejiang-2023|red-flag-window|conduct|plan")).toBe(false);
});

test("two editions with one honour agree on its name; two schemes may call different things by one name", () => {
  expect(honoursByName(bothYears).get("|红旗窗口")?.honour).toBe("red-flag-window");
  expect(namesByKind(bothYears, "metric").has("|平均办理时限")).toBe(false);
  expect(namesByKind(bothYears, "metric").get("other-2024|平均办理时限")?.id).toBe("handling-days-2");
  expect(namesByKind(testCodes, "metric").get("|平均办理时限")?.id).toBe("handling-days");
  expect(namesByKind(testCodes, "point").has("|平均办理时限")).toBe(false);
});

test("two scheme files with one id cannot both apply", () => {
  expect(() => itemsByName({ ...testCodes, items: [...testCodes.items, ...testCodes.items] })).toThrow(
    expect.objectContaining({ code: "F119" }),
  );
});
