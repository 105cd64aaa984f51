import { expect, test } from "vitest";
import { fenghua, template } from "./programmes-fixture.ts";
import { contradictions, sumOf } from "./statement.ts";

const named = (id: string) => {
  const statement = [...template.statements, ...fenghua.statements].find((each) => each.id === id);
  if (statement === undefined) throw new Error(`no statement ${id}`);
  return statement;
};

test("20 × 10 and 100 × 5 are 700 and not the 300 that is stated", () => {
  expect(named("awards").versions.map(sumOf)).toEqual([700, 300]);
  expect(contradictions(named("awards"))).toHaveLength(1);
});

test("a budget split in two ways has one sum and contradicts itself all the same", () => {
  expect(named("budget").versions.map(sumOf)).toEqual([2000, 2000]);
  expect(contradictions(named("budget"))).toHaveLength(1);
});

test("eight groups and four groups of 32 standards contradict each other", () => {
  expect(contradictions(named("standards"))).toHaveLength(1);
});

test("154 bad reviews are 148 appealed and 6 rectified", () => {
  expect(contradictions(named("bad-reviews"))).toEqual([]);
});
