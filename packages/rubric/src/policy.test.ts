import { describe, expect, test } from "vitest";
import { policiesInForce, settle } from "./policy.ts";
import { defaults, scheme } from "./zhejiang-fixture.ts";

describe("the policies in force", () => {
  test("without a choice they are the defaults", () => {
    expect(Object.values(defaults.inForce).map(({ id, option }) => [id, option])).toEqual(
      scheme.policies.map((each) => [each.id, each.default]),
    );
  });

  test("a choice replaces one and leaves the others", () => {
    const chosen = policiesInForce(scheme, { "item-floor": "none" });
    expect(chosen.inForce["item-floor"]).toMatchObject({ option: "none", setting: null });
    expect({ ...chosen.inForce, "item-floor": null }).toEqual({ ...defaults.inForce, "item-floor": null });
  });

  test("the last days of the calendar come with them", () => {
    expect(defaults.days.apply).toBe("08-30");
  });

  test("a policy or an option that does not exist is refused", () => {
    expect(() => policiesInForce(scheme, { floor: "zero" })).toThrow(/R206/);
    expect(() => policiesInForce(scheme, { "item-floor": "one" })).toThrow(/R206/);
  });
});

describe("the value of a rule", () => {
  test("it is its own, or that of the policy it points to", () => {
    expect(settle(defaults, "floor", 3)).toBe(3);
    expect(settle(defaults, "floor", null)).toBeNull();
    expect(settle(defaults, "floor", { policy: "item-floor" })).toBe(0);
    expect(settle(defaults, "tie-breaks", ["good-rate"])).toEqual(["good-rate"]);
  });

  test("a policy that decides something else is refused", () => {
    expect(() => settle(defaults, "floor", { policy: "tie" })).toThrow(/R206/);
  });
});
