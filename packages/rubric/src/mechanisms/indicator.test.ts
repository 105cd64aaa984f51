import { describe, expect, test } from "vitest";
import type { FactRecord } from "../facts.ts";
import { policiesInForce } from "../policy.ts";
import { bareFacts, template } from "../programmes-fixture.ts";
import { record } from "../zhejiang-fixture.ts";
import { Indicator, readIndicator } from "./indicator.ts";

const policies = policiesInForce(template);
const stated = {
  id: "i",
  kind: "indicator",
  label: { zh: "指标", en: "an indicator" },
  source: { document: "template-plan", clause: "指标体系" },
  unit: { zh: "%", en: "%" },
  direction: "higher",
};
const period = { calendarMonths: 3, until: "as-of" };
const counts = { records: "indicators", period, numerator: { add: ["numerator"] }, denominator: { add: ["denominator"] } };
const printed = { records: "indicators", period, field: "value" };
const read = (given: object, records: readonly FactRecord[]) =>
  readIndicator(Indicator.parse({ ...stated, of: printed, ...given }), bareFacts({ records: { indicators: records } }), policies);
const figure = (value: number | null, id = "r", on = "2022-03-31") => record("indicators", id, on, { value });
const half = { numerator: 1, denominator: 2 };
const nothing = { numerator: 0, denominator: 1 };
const whole = { numerator: 1, denominator: 1 };

describe("by its target", () => {
  test.each([
    [98, whole],
    [98.01, whole],
    [97.99, nothing],
  ])("%s of 98 that should be high", (value, share) => {
    expect(read({ target: 98 }, [figure(value)]).share).toEqual(share);
  });

  test.each([
    [1.75, whole],
    [1.76, nothing],
    [0, whole],
  ])("%s of 1.75 that should be low", (value, share) => {
    expect(read({ direction: "lower", baseline: 3.5, target: 1.75 }, [figure(value)]).share).toEqual(share);
  });
});

describe("by the way from its baseline", () => {
  test.each([
    [2.625, half],
    [3.5, nothing],
    [4, nothing],
    [1.75, whole],
    [1, whole],
  ])("%s between 3.5 and 1.75", (value, share) => {
    expect(read({ direction: "lower", baseline: 3.5, target: 1.75, award: "progress" }, [figure(value)]).share).toEqual(share);
  });

  test("without a baseline nothing lies between", () => {
    expect(read({ target: 98, award: "progress" }, [figure(97.99)]).share).toEqual(nothing);
  });
});

test("floor and stretch are told beside the target, and those it does not have are null", () => {
  const marks = (value: number) => read({ target: 90, floor: 80, stretch: 95 }, [figure(value)]).marks;
  expect([marks(80), marks(79.99), marks(95)]).toEqual([
    { target: false, floor: true, stretch: false },
    { target: false, floor: false, stretch: false },
    { target: true, floor: true, stretch: true },
  ]);
  expect(read({ target: 90 }, [figure(91)]).marks).toEqual({ target: true, floor: null, stretch: null });
});

describe("missing is not zero", () => {
  test.each([
    ["no record", []],
    ["an empty cell", [figure(null)]],
    ["a record of another quarter", [figure(99, "r", "2022-04-01")]],
  ])("%s leaves value, share and marks unknown", (_, records) => {
    expect(read({ target: 90, floor: 80 }, records)).toMatchObject({
      value: null,
      share: null,
      marks: { target: null, floor: null, stretch: null },
    });
  });

  test("a rate of nothing is unknown", () => {
    const nobody = record("indicators", "r", "2022-03-31", { numerator: 0, denominator: 0 });
    expect(read({ of: counts, target: 90 }, [nobody]).value).toBeNull();
  });
});

describe("a rate", () => {
  const month = (id: string, numerator: number | null, denominator: number, on = "2022-03-31") =>
    record("indicators", id, on, { numerator, denominator, value: 50 });

  test("is the sum of its counts, not the mean of its months", () => {
    expect(read({ of: counts }, [month("a", 1, 1), month("b", 49, 99, "2022-02-28")]).value).toEqual({ numerator: 50, denominator: 1 });
  });

  test("without a target it earns what it is", () => {
    expect(read({ of: counts }, [month("a", 1, 2)]).share).toEqual(half);
  });

  test("a month without its count leaves it unknown, unless the rate itself was handed in", () => {
    const records = [month("a", 1, 2), month("b", null, 2)];
    expect(read({ of: counts }, records).value).toBeNull();
    expect(read({ of: { ...counts, printed: "value" } }, records).value).toEqual({ numerator: 50, denominator: 1 });
  });

  test("its complement is what is left of the whole", () => {
    expect(read({ of: { ...counts, complement: true } }, [month("a", 154, 830_000)]).value).toEqual({
      numerator: 414_923,
      denominator: 4_150,
    });
  });
});
