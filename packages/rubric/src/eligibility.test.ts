import { describe, expect, test } from "vitest";
import { checkEligibility, EligibilityRule } from "./eligibility.ts";
import type { Facts, FieldValue } from "./facts.ts";
import { policiesInForce } from "./policy.ts";
import { bareFacts, honourOf, suzhou } from "./programmes-fixture.ts";
import { record } from "./zhejiang-fixture.ts";

const policies = policiesInForce(suzhou);
const stated = { id: "rule", label: { zh: "条件", en: "a rule" }, source: { document: "sz-2019-145", clause: "评选条件" } };
const check = (rule: object, fields: Record<string, FieldValue>, given: Partial<Facts> = {}) => {
  const honour = { eligibility: [EligibilityRule.parse({ ...stated, ...rule })] };
  const { verdict, rules } = checkEligibility(honour, bareFacts({ year: 2019, asOf: "2019-12-31", fields, ...given }), policies);
  return [rules[0]?.state, verdict];
};

describe("a number", () => {
  const rule = { kind: "number", field: "staff_count", least: 2, most: 5 };
  test.each([
    [2, ["met", "eligible"]],
    [5, ["met", "eligible"]],
    [1, ["unmet", "ineligible"]],
    [6, ["unmet", "ineligible"]],
    [null, ["undecided", "undecided"]],
  ])("%s of 2 to 5", (staff_count, expected) => {
    expect(check(rule, { staff_count })).toEqual(expected);
  });
});

describe("a day", () => {
  test.each([
    ["2019-12-13", "unmet"],
    ["2019-12-14", "met"],
    ["2019-12-18", "met"],
    ["2019-12-19", "unmet"],
  ])("%s from the 14th until the 18th", (submitted_on, state) => {
    expect(check({ kind: "day", field: "submitted_on", from: "2019-12-14", until: "2019-12-18" }, { submitted_on })[0]).toBe(state);
  });

  test("before a day is not on it, and the day may be a policy", () => {
    const rule = { kind: "day", field: "joined_on", before: { policy: "in-post" } };
    expect([check(rule, { joined_on: "2019-03-31" })[0], check(rule, { joined_on: "2019-04-01" })[0]]).toEqual(["met", "unmet"]);
  });

  test("late is not applied, which outweighs not being eligible", () => {
    const late = { ...stated, kind: "day", field: "submitted_on", until: "2019-12-18", otherwise: "not-applied" };
    const long = { ...stated, id: "long", kind: "number", field: "deeds_length", most: 1000 };
    const honour = { eligibility: [long, late].map((rule) => EligibilityRule.parse(rule)) };
    const facts = bareFacts({ fields: { submitted_on: "2019-12-19", deeds_length: 2000 } });
    expect(checkEligibility(honour, facts, policies).verdict).toBe("not_applied");
  });

  test("a day that is not known is undecided, unless its absence meets the rule", () => {
    const rule = { kind: "day", field: "left_on", from: "2019-12-14" };
    expect(check(rule, {})).toEqual(["undecided", "undecided"]);
    expect(check({ ...rule, empty: "met" }, {})).toEqual(["met", "eligible"]);
    expect(check({ ...rule, empty: "met" }, { left_on: "2019-11-30" })).toEqual(["unmet", "ineligible"]);
  });
});

test("a rule that is not about a subject says so and decides nothing", () => {
  const rule = { kind: "number", of: { subject_kind: ["window"] }, field: "staff_count", least: 2 };
  expect(check(rule, { subject_kind: "unit", staff_count: 1 })).toEqual(["not_applicable", "eligible"]);
  expect(check(rule, { subject_kind: "window", staff_count: 1 })).toEqual(["unmet", "ineligible"]);
});

describe("no record of a kind", () => {
  const rule = {
    kind: "no-record",
    records: "findings",
    where: { rule: ["law_breach"] },
    period: { calendarYears: 1, until: "as-of" },
    condition: { field: "status", is: { counts: ["found"], undecided: ["pending", null] } },
  };
  const finding = (rule: string, status: string | null, on: string | null) => record("findings", "f", on, { rule, status });
  test.each([
    ["found", finding("law_breach", "found", "2019-05-01"), "unmet"],
    ["of another kind", finding("credit_loss", "found", "2019-05-01"), "met"],
    ["of the year before", finding("law_breach", "found", "2018-12-31"), "met"],
    ["not found", finding("law_breach", "not_found", "2019-05-01"), "met"],
    ["pending", finding("law_breach", "pending", null), "undecided"],
  ])("a breach %s", (_, found, state) => {
    expect(check(rule, {}, { records: { findings: [found] } })[0]).toBe(state);
  });
});

describe("at most two projects of one applicant", () => {
  const reform = honourOf(suzhou, "reform-unit");
  const project = (unit: string | null, submitted_on: string | null) => bareFacts({ fields: { unit, submitted_on } });
  const states = (all: readonly Facts[], over = "applicant-chooses") => {
    const inForce = policiesInForce(suzhou, { "over-limit": over });
    return all.map((facts) => checkEligibility(reform, facts, inForce, all).rules.find(({ rule }) => rule === "two-projects")?.state);
  };

  test("two stay, and those of others do not count", () => {
    expect(states([project("甲", "2019-12-14"), project("甲", "2019-12-15"), project("乙", "2019-12-15")])).toEqual(["met", "met", "met"]);
  });

  test("of three all are undecided until the applicant chooses", () => {
    const all = [project("甲", "2019-12-14"), project("甲", "2019-12-15"), project("甲", "2019-12-16")];
    expect(states(all)).toEqual(["undecided", "undecided", "undecided"]);
    expect(states(all, "first-submitted")).toEqual(["met", "met", "unmet"]);
  });

  test("those handed in on one day at the limit are undecided together, whatever their order", () => {
    const all = [project("甲", "2019-12-15"), project("甲", "2019-12-14"), project("甲", "2019-12-15")];
    expect(states(all, "first-submitted")).toEqual(["undecided", "met", "undecided"]);
  });

  test("without the applicant nothing can be counted", () => {
    expect(states([project(null, "2019-12-14")])).toEqual(["undecided"]);
  });
});
