import { describe, expect, test } from "vitest";
import type { FactRecord } from "./facts.ts";
import { policiesInForce } from "./policy.ts";
import { findVetoes, vetoState } from "./veto.ts";
import { badReview, defaults, facts, personHonour, record, scheme, windowHonour } from "./zhejiang-fixture.ts";

const reviews = (objective: number, notObjective: number, undecided: number) => [
  ...Array.from({ length: objective }, (_, n) => badReview(`o${n}`, "objective")),
  ...Array.from({ length: notObjective }, (_, n) => badReview(`n${n}`, "not_objective")),
  ...Array.from({ length: undecided }, (_, n) => badReview(`u${n}`, "undecided")),
];
const v2 = (records: readonly FactRecord[], policies = defaults) => {
  const result = findVetoes(windowHonour, facts({ records: { bad_reviews: records } }), policies).find(({ rule }) => rule === "V2");
  if (result === undefined) throw new Error("V2 is a rule of windows");
  return result;
};

describe("bad reviews of a window", () => {
  test.each([
    { given: [0, 0, 0], state: "clear" },
    { given: [5, 0, 0], state: "clear" },
    { given: [0, 2, 1], state: "clear" },
    { given: [0, 3, 0], state: "near" },
    { given: [1, 3, 0], state: "near" },
    { given: [0, 3, 1], state: "undecided" },
    { given: [0, 0, 4], state: "undecided" },
    { given: [0, 4, 0], state: "vetoed" },
    { given: [0, 4, 1], state: "vetoed" },
    { given: [0, 5, 0], state: "vetoed" },
  ])("$given (objective, not objective, undecided) are $state", ({ given: [objective = 0, not = 0, undecided = 0], state }) => {
    expect(v2(reviews(objective, not, undecided))).toMatchObject({ state, threshold: 4, counted: not, undecided, excluded: objective });
  });

  test("each record says what decided, in the order of the days", () => {
    const { records } = v2([
      badReview("later", "not_objective", { on: "2023-06-02" }),
      badReview("hall", "not_objective", { on: "2023-06-01", channel: "大厅" }),
      badReview("objective", "objective"),
      badReview("open", "undecided"),
      badReview("blank", null),
      badReview("nowhere", "not_objective", { channel: null }),
      badReview("last-year", "not_objective", { on: "2022-12-31" }),
    ]);
    expect(records.map(({ recordId, disposition, because }) => [recordId, disposition, because])).toEqual([
      ["last-year", "excluded", "period"],
      ["blank", "undecided", "cause"],
      ["nowhere", "undecided", "channel"],
      ["objective", "excluded", "cause"],
      ["open", "undecided", "cause"],
      ["hall", "excluded", "channel"],
      ["later", "counted", "cause"],
    ]);
  });

  test("an exclusion outweighs an open question: an undecided review from the hall does not block", () => {
    expect(v2([...reviews(0, 3, 0), badReview("hall", "undecided", { channel: "大厅" })]).state).toBe("near");
  });

  test("reviews after the as-of day do not count yet", () => {
    const given = facts({ asOf: "2023-04-30", records: { bad_reviews: reviews(0, 4, 0) } });
    expect(findVetoes(windowHonour, given, defaults).find(({ rule }) => rule === "V2")).toMatchObject({ state: "clear", excluded: 4 });
  });

  test("all channels count where the committee says so", () => {
    const hall = ["a", "b", "c", "d"].map((id) => badReview(id, "not_objective", { channel: "大厅" }));
    expect(v2(hall, policiesInForce(scheme, { "review-source": "all-channels" })).state).toBe("vetoed");
  });

  test("undecided causes count where the committee says so", () => {
    expect(v2(reviews(0, 3, 1), policiesInForce(scheme, { "cause-of-bad-review": "undecided-counts" })).state).toBe("vetoed");
  });
});

describe("findings", () => {
  const states = (findings: readonly FactRecord[]) =>
    Object.fromEntries(findVetoes(windowHonour, facts({ records: { findings } }), defaults).map(({ rule, state }) => [rule, state]));
  const finding = (rule: string, status: string, on: string | null = "2023-09-01") =>
    record("findings", `${rule}-${status}`, on, { rule, status });

  test("one that is found true vetoes by its own rule only", () => {
    expect(states([finding("handling_error", "found")])).toEqual({ V1: "clear", V2: "clear", V3: "vetoed", V4: "clear" });
  });

  test("one under inquiry, dated or not, leaves its rule undecided", () => {
    expect(states([finding("discipline", "pending"), finding("falsified", "pending", null)])).toMatchObject({
      V1: "undecided",
      V4: "undecided",
    });
  });

  test("one that is found untrue clears, and so does one of another year", () => {
    expect(states([finding("discipline", "not_found"), finding("falsified", "found", "2022-09-01")])).toMatchObject({
      V1: "clear",
      V4: "clear",
    });
  });

  test("a rule of one finding is never near", () => {
    expect(states([])).toEqual({ V1: "clear", V2: "clear", V3: "clear", V4: "clear" });
  });
});

describe("complaints about a person", () => {
  const complaint = (id: string, given: Record<string, string | boolean | null>) =>
    record("complaints", id, "2023-06-01", { nature: "complaint", due_to_service: true, verified: "true", ...given });
  const p2 = (...complaints: FactRecord[]) =>
    findVetoes(personHonour, facts({ records: { complaints } }), defaults).find(({ rule }) => rule === "P2");

  test("one found true is near, two veto, one and a pending one are undecided", () => {
    expect(p2(complaint("a", {}))?.state).toBe("near");
    expect(p2(complaint("a", {}), complaint("b", {}))?.state).toBe("vetoed");
    expect(p2(complaint("a", {}), complaint("b", { verified: "pending" }))?.state).toBe("undecided");
  });

  test("consultations are no matter of the rule and are not even shown", () => {
    expect(p2(complaint("a", { nature: "consultation" }))?.records).toEqual([]);
  });

  test("a complaint whose cause nobody entered is undecided", () => {
    expect(p2(complaint("a", { due_to_service: null }))?.records).toMatchObject([{ disposition: "undecided", because: "due_to_service" }]);
  });
});

test("near needs at least one counted record", () => {
  expect(vetoState(0, 0, 1)).toBe("clear");
  expect(vetoState(1, 0, 2)).toBe("near");
});
