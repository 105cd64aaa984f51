import { expect, test } from "vitest";
import { exclusionsOf, type Holder } from "./exclusion.ts";
import { honourOf, suzhou } from "./programmes-fixture.ts";

const collective = honourOf(suzhou, "service-collective");
const holder = (subjectId: string, unit: string, given: Partial<Holder> = {}): Holder => {
  return { honour: "reform-unit", subjectId, held: "recommended", fields: { unit }, ...given };
};
const excluded = (unit: string | null, holders: readonly Holder[]) =>
  exclusionsOf(collective, { unit }, holders).map(({ rule, holder }) => [rule, holder]);

test("a unit recommended as model unit may not be recommended as advanced collective", () => {
  expect(excluded("甲单位", [holder("P2", "甲单位"), holder("P1", "甲单位"), holder("P3", "乙单位")])).toEqual([
    ["not-twice", "P1"],
    ["not-twice", "P2"],
  ]);
});

test("who was awarded was recommended", () => {
  expect(excluded("甲单位", [holder("P1", "甲单位", { held: "awarded" })])).toEqual([["not-twice", "P1"]]);
});

test("other honours, other units and unknown units exclude nobody", () => {
  expect(excluded("甲单位", [holder("P1", "甲单位", { honour: "window-star" }), holder("P2", "乙单位")])).toEqual([]);
  expect(excluded(null, [holder("P1", "甲单位")])).toEqual([]);
});
