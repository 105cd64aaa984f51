import { describe, expect, test } from "vitest";
import { missingParts } from "../measure.ts";
import { policiesInForce } from "../policy.ts";
import { bareFacts, template } from "../programmes-fixture.ts";
import { record } from "../zhejiang-fixture.ts";
import { Measure, readMeasure } from "./composite.ts";

const policies = policiesInForce(template);
const named = (id: string) => ({ id, label: { zh: id, en: id }, source: { document: "template-plan", clause: "评价机制" } });
const period = { calendarYears: 1, until: "as-of" };
const appraisal = (id: string) => ({ ...named(id), kind: "appraisal", where: { source: [id] }, period, full: 100 });
const composite = (id: string, parts: object[], given: object = {}) => {
  return { ...named(id), kind: "composite", weights: "equal", missing: "wait", parts, ...given };
};
const read = (measure: object, scores: Readonly<Record<string, number>>) =>
  readMeasure(
    Measure.parse(measure),
    bareFacts({
      records: {
        appraisals: Object.entries(scores).map(([source, score]) => record("appraisals", source, "2022-02-01", { source, score })),
      },
    }),
    policies,
  );

test("stated weights and equal ones are exact", () => {
  const parts = ["a", "b", "c"].map(appraisal);
  expect(read(composite("x", parts), { a: 100, b: 100, c: 0 }).share).toEqual({ numerator: 2, denominator: 3 });
  expect(read(composite("x", parts, { weights: { a: "40%", b: "30%", c: "30%" } }), { a: 100, b: 50, c: 0 }).share).toEqual({
    numerator: 11,
    denominator: 20,
  });
});

test("a composite in a composite weighs as one part", () => {
  const nested = composite("x", [appraisal("a"), composite("y", [appraisal("b"), appraisal("c")])]);
  expect(read(nested, { a: 0, b: 100, c: 0 }).share).toEqual({ numerator: 1, denominator: 4 });
});

describe("a part that is not known", () => {
  const x = (missing: string, weights: unknown = "equal") => composite("x", ["a", "b"].map(appraisal), { missing, weights });

  test("keeps the whole waiting, and is named", () => {
    const waiting = read(x("wait"), { a: 80 });
    expect([waiting.share, missingParts(waiting)]).toEqual([null, ["b"]]);
  });

  test("leaves its weight to the others", () => {
    const reweighed = read(x("reweigh"), { a: 80 });
    expect(reweighed.share).toEqual({ numerator: 4, denominator: 5 });
    expect(reweighed.parts.map(({ weight }) => weight.numerator)).toEqual([1, 0]);
  });

  test("brings nothing", () => {
    expect(read(x("nothing"), { a: 80 }).share).toEqual({ numerator: 2, denominator: 5 });
  });

  test("does not matter without a weight", () => {
    expect(read(x("wait", { a: "100%", b: "0%" }), { a: 80 }).share).toEqual({ numerator: 4, denominator: 5 });
  });

  test("if nothing is known, others cannot share anything", () => {
    expect(read(x("reweigh"), {}).share).toBeNull();
  });
});
