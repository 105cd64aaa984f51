import { expect, test } from "vitest";
import { points, sumPoints } from "../points.ts";
import { windowHonour } from "../zhejiang-fixture.ts";
import { type Itemised, partingSentence, partWays } from "./part-ways.ts";

const [organisation, conduct] = windowHonour.rubric.items.map(({ id }) => id) as [string, string];
const [first, second] = windowHonour.rubric.items.map(({ label }) => label.zh);
const score = (amounts: Readonly<Record<string, readonly [number, number?]>>): Itemised => {
  const items = Object.entries(amounts).map(([item, [hundredths, graders = 1]]) => ({ item, points: points(hundredths, graders) }));
  return { items, total: sumPoints(items.map((each) => each.points)) };
};
const told = (a: Itemised, b: Itemised) => partingSentence(windowHonour, ["甲", "乙"], partWays(a, b));

test("the sentence says by how much and through which items, the most decisive first", () => {
  const sentence = told(score({ [organisation]: [900], [conduct]: [2000] }), score({ [organisation]: [980], [conduct]: [1800] }));
  expect(sentence.zh).toBe(`甲比乙高 1.20 分：${second} +2.00，${first} −0.80。`);
  expect(sentence.en).toMatch(/^甲 is 1\.20 points above 乙: .* \+2\.00, .* −0\.80\.$/);
});

test("equal totals that came about differently are not called the same", () => {
  expect(told(score({ [organisation]: [900], [conduct]: [500] }), score({ [organisation]: [800], [conduct]: [600] })).zh).toBe(
    `甲与乙总分相同，各项相抵：${first} +1.00，${second} −1.00。`,
  );
  expect(told(score({ [organisation]: [900] }), score({ [organisation]: [900] })).zh).toBe("甲与乙总分相同，各项也都相同。");
});

test("thirds that seem not to add up once they are rounded are explained", () => {
  const sentence = told(score({ [organisation]: [100, 3], [conduct]: [100, 3] }), score({}));
  expect(sentence.zh).toMatch(/^甲比乙高 0\.67 分：.* \+0\.33，.* \+0\.33。按精确分数计算/);
});

test("totals that seem to be another difference apart once they are rounded are explained too", () => {
  const sentence = told(score({ [organisation]: [2005, 3] }), score({ [organisation]: [1997, 3] }));
  expect(sentence.zh).toMatch(/^甲比乙高 0\.03 分：.* \+0\.03。按精确分数计算/);
  expect(told(score({ [organisation]: [2006, 3] }), score({ [organisation]: [1997, 3] })).zh).not.toContain("精确");
});

test("less than a hundredth is not called nothing", () => {
  expect(told(score({ [organisation]: [1, 3] }), score({})).zh).toBe(`甲比乙高 <0.01 分：${first} +<0.01。`);
});

test("a total that its items do not make up says what is in none of them", () => {
  expect(told({ items: [], total: points(100) }, { items: [], total: points(0) }).zh).toBe("甲比乙高 1.00 分：不在各项之内 +1.00。");
});
