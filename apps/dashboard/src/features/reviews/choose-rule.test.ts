import { expect, test } from "vitest";
import { chooseRule, dayPolicyOf, loopRules, policiesOf } from "./choose-rule.ts";
import { rule, schemeOf } from "./review.fixture.ts";

const [own, other, third, without] = [schemeOf("own"), schemeOf("other"), schemeOf("third"), schemeOf("without", { withLoop: false })];
const chosen = (published: readonly (typeof own)[], scheme: typeof own, asked?: string) =>
  chooseRule(loopRules(published), scheme, asked)?.labels.schemeId ?? null;

test("a scheme is held against its own rule, whatever others there are", () => {
  expect(chosen([other, own], own)).toBe("own");
});

test("a scheme without one is held against the only other rule, but never against one of several that nobody chose", () => {
  expect(chosen([other, without], without)).toBe("other");
  expect(chosen([other, third, without], without)).toBeNull();
  expect(chosen([other, third, without], without, "third")).toBe("third");
});

test("no rule can be asked for, and a rule that does not exist is as if none had been asked for", () => {
  expect(chosen([own], own, "none")).toBeNull();
  expect(chosen([own], own, "nowhere")).toBe("own");
});

test("days are counted as the evaluation was, unless the address tries another option of the policy", () => {
  const rows = [
    { scheme_id: "own", policy: "day-type", value: "working" },
    { scheme_id: "elsewhere", policy: "day-type", value: "calendar" },
  ];
  const option = (days: string | undefined) => policiesOf(rule, rows, days).inForce["day-type"]?.option;
  expect(dayPolicyOf(rule)?.id).toBe("day-type");
  expect(option(undefined)).toBe("working");
  expect(option("calendar")).toBe("calendar");
  expect(option("nonsense")).toBe("working");
});
