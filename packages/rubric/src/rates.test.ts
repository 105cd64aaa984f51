import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  activeReviewRate,
  badPerTenThousand,
  callBackSatisfaction,
  goodRate,
  handledRate,
  printRate,
  satisfactionRate,
  share,
} from "./rates.ts";

function readBulletin(name: string): string[][] {
  const text = readFileSync(new URL(`../../../data/published/${name}`, import.meta.url), "utf8");
  return text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
}

describe("the bulletin of Lianyungang's 12345 platform, April 2017", () => {
  const rows = readBulletin("lianyungang-12345-2017-04.csv").slice(1);
  const count = (name: string) => Number(rows.find((row) => row[2] === name)?.[3]);
  const ofGroup = (group: string) => rows.filter((row) => row[0] === group);
  const sum = (group: string) => ofGroup(group).reduce((total, row) => total + Number(row[3]), 0);
  const printed = rows.filter((row) => row[4] !== "");
  const wholes: Readonly<Record<string, number>> = {
    总量: count("应结案"),
    来源: count("受理"),
    类别: count("受理"),
    得分分布: sum("得分分布"),
  };

  test("it prints eleven shares", () => {
    expect(printed).toHaveLength(11);
  });

  test.each(printed.map((row) => [row[2] ?? "", row] as const))("the share of %s comes out of its counts", (_, row) => {
    expect(`${printRate(share(Number(row[3]), wholes[row[0] ?? ""] ?? null))}%`).toBe(row[4]);
  });

  test("26,898 cases were taken, and sources and categories each add up to them", () => {
    expect(count("受理")).toBe(26_898);
    expect(sum("来源")).toBe(26_898);
    expect(sum("类别")).toBe(26_898);
  });

  test("77 units were scored", () => {
    expect(sum("得分分布")).toBe(77);
  });
});

describe("the bulletin of Fenghua's review system, September 2022", () => {
  const rows = readBulletin("fenghua-haochaping-2022-09.csv");
  const figure = (name: string) => rows.find((row) => row[0] === name)?.[1] ?? "";
  const [cases, active, bad] = [Number(figure("办件量")), Number(figure("主动评价量")), Number(figure("差评"))];

  test("the satisfaction rate comes out with active reviews as the denominator", () => {
    expect(printRate(satisfactionRate.of({ bad, active }))).toBe(figure("满意率"));
  });

  test("the satisfaction rate does not come out with cases as the denominator", () => {
    expect(printRate(satisfactionRate.of({ bad, active: cases }))).toBe("99.99");
  });

  test("every bad review was appealed or rectified", () => {
    const [appealed, rectified] = [Number(figure("差评其中申诉")), Number(figure("差评其中整改"))];
    expect(printRate(handledRate.of({ appealed, rectified, bad }))).toBe(figure("申诉整改率"));
  });

  test("of the persons called back 3,176 were satisfied: no other number gives the rate printed", () => {
    const called = Number(figure("电话回访人数"));
    const fitting = Array.from({ length: called + 1 }, (_, satisfied) => satisfied).filter(
      (satisfied) => printRate(callBackSatisfaction.of({ satisfied, called })) === figure("回访满意率"),
    );
    expect(fitting).toEqual([3176]);
  });

  test("58.87 % of the cases were rated, 1.86 of 10,000 ratings were bad", () => {
    expect(printRate(activeReviewRate.of({ active, cases }))).toBe("58.87");
    expect(printRate(badPerTenThousand.of({ bad, active }), badPerTenThousand.per)).toBe("1.86");
  });
});

describe("a rate", () => {
  test("halves are rounded up, also where binary fractions would fall short of them", () => {
    expect(printRate({ numerator: 1_005, denominator: 100_000 })).toBe("1.01");
    expect(printRate({ numerator: 201, denominator: 20_000 })).toBe("1.01");
    expect(printRate({ numerator: 1, denominator: 32 })).toBe("3.13");
  });

  test("a count that was not handed in gives no rate, and neither does a whole of nothing", () => {
    expect(goodRate.of({ good: null, active: 10 })).toBeNull();
    expect(satisfactionRate.of({ bad: 1, active: null })).toBeNull();
    expect(handledRate.of({ appealed: 0, rectified: 0, bad: 0 })).toBeNull();
    expect(printRate(share(0, 0))).toBe("–");
  });

  test("none of many is a rate of nothing, not a missing one", () => {
    expect(printRate(goodRate.of({ good: 0, active: 10 }))).toBe("0.00");
  });
});
