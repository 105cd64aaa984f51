import { describe, expect, test } from "vitest";
import type { TitleHistory } from "./follow-title.ts";
import type { TitleRecord } from "./timeline.ts";
import { event, follow, quarter, quarterlyTitle, quarters, rectification, rectificationWithin } from "./title-fixture.ts";

const award = event("award", "2021-12-31");
const changes = ({ steps }: TitleHistory) =>
  steps.flatMap(({ on, transition, to }) => (transition === null ? [] : [`${on} ${transition} ${to}`]));
const followQuarters = (pattern: string, choices: Record<string, string> = {}, further: readonly TitleRecord[] = [award]) => {
  const last = pattern.length - 1;
  const asOf = `${2022 + Math.floor(last / 4)}-${["03-31", "06-30", "09-30", "12-31"][last % 4]}`;
  return follow(quarterlyTitle, [...further, ...quarters(pattern)], asOf, choices);
};

describe("a title judged by the quarter", () => {
  test("is revoked by two quarters failed in a row, on the last day of the second", () => {
    expect(changes(followQuarters("PFF"))).toEqual(["2021-12-31 award held", "2022-09-30 revoke revoked"]);
  });

  test("becomes a star by four quarters passed in a row", () => {
    const history = followQuarters("PPPP");
    expect(changes(history)).toEqual(["2021-12-31 award held", "2022-12-31 star star"]);
    expect(history).toMatchObject({ state: "star", since: "2022-12-31", holds: true });
  });

  test("a failed quarter between passed ones begins the count again", () => {
    expect(followQuarters("PPPFPPP").state).toBe("held");
    expect(followQuarters("PPPFPPPP").state).toBe("star");
  });

  test("failing every other quarter does not revoke it", () => {
    expect(followQuarters("FPFPFPFP").state).toBe("held");
  });

  test("a star is revoked as any other title", () => {
    expect(changes(followQuarters("PPPPFF")).at(-1)).toBe("2023-06-30 revoke revoked");
  });

  test("a revoked title can be awarded again, and its quarters count anew", () => {
    const history = followQuarters("FFF", {}, [award, event("award", "2022-07-10")]);
    expect(changes(history)).toEqual(["2021-12-31 award held", "2022-06-30 revoke revoked", "2022-07-10 award held"]);
  });

  test("quarters from before the award count where the policy says so", () => {
    const late = [event("award", "2022-12-31")];
    expect(followQuarters("FPPPP", {}, late).state).toBe("held");
    expect(changes(followQuarters("FPPPP", { "run-start": "ever" }, late)).at(-1)).toBe("2023-03-31 star star");
  });

  test("who was never awarded holds no title, whatever it passes", () => {
    expect(followQuarters("PPPPPPPP", {}, [])).toMatchObject({ state: "none", since: null, holds: false });
  });

  test("the quarter that has not ended on the as-of day does not count, and neither does what happens later", () => {
    const records = [award, ...quarters("PFF")];
    expect(follow(quarterlyTitle, records, "2022-09-29").state).toBe("held");
    expect(follow(quarterlyTitle, records, "2022-09-30").state).toBe("revoked");
  });

  test("an award on the last day of a quarter comes after its result", () => {
    expect(followQuarters("PFF", {}, [event("award", "2022-06-30")]).state).toBe("held");
  });

  test("every step names its records, the quarters in a row and where the rule stands", () => {
    const step = followQuarters("PFF").steps.at(-1);
    expect(step).toMatchObject({
      from: "held",
      to: "revoked",
      run: { outcome: "failed", periods: ["2022Q2", "2022Q3"] },
      source: { document: "template-plan", clause: "称号动态管理·1" },
    });
    expect(step?.run?.recordIds).toHaveLength(2);
  });

  test("steps in which nothing changed are told too", () => {
    expect(followQuarters("PF").steps.map(({ cause, transition }) => [cause.kind, transition])).toEqual([
      ["event", "award"],
      ["result", null],
      ["result", null],
    ]);
  });
});

describe("a missing quarter", () => {
  const inForce = (pattern: string, choices: Record<string, string> = {}) => {
    const { state, missing, possible } = followQuarters(pattern, choices, [event("award", "2022-01-01")]);
    return { state, missing, possible };
  };

  test("neither passes nor fails, and by default ends the run", () => {
    expect(inForce("F-F")).toEqual({ state: "held", missing: ["2022Q2"], possible: ["held", "revoked"] });
    expect(inForce("PPP-P")).toEqual({ state: "held", missing: ["2022Q4"], possible: ["held", "star"] });
  });

  test("lets the run go on where the policy skips it", () => {
    expect(inForce("F-F", { "missing-quarter": "skips" }).state).toBe("revoked");
    expect(inForce("PPP-P", { "missing-quarter": "skips" }).state).toBe("star");
    expect(inForce("F--F", { "missing-quarter": "skips" }).state).toBe("revoked");
  });

  test("that could not change anything leaves one possible state", () => {
    expect(inForce("FP-PF")).toMatchObject({ state: "held", possible: ["held"] });
  });

  test("the last quarter counts as missing once it has ended", () => {
    expect(inForce("F-")).toEqual({ state: "held", missing: ["2022Q2"], possible: ["held", "revoked"] });
    expect(follow(quarterlyTitle, [event("award", "2022-01-01"), ...quarters("F")], "2022-06-29").missing).toEqual([]);
  });

  test("eight missing quarters leave open what any mixture of them could give", () => {
    expect(inForce("--------").possible).toEqual(["held", "star", "revoked"]);
  });
});

describe("records that do not fit the title", () => {
  test("a quarter both passed and failed is refused, the same result twice is not", () => {
    expect(() => follow(quarterlyTitle, [quarter("2022Q1", "passed"), quarter("2022Q1", "failed")], "2022-12-31")).toThrow(
      /R233[\s\S]*2022Q1/,
    );
    const twice = follow(quarterlyTitle, [award, ...quarters("F"), ...quarters("F")], "2022-03-31");
    expect(twice.steps.at(-1)?.run).toMatchObject({ periods: ["2022Q1"] });
  });

  test("an event that the title does not have is refused", () => {
    expect(() => follow(quarterlyTitle, [event("promoted", "2022-01-01")], "2022-12-31")).toThrow(/R233[\s\S]*promoted/);
  });

  test("a period of another rhythm, or any period of a title without runs, is refused", () => {
    expect(() => follow(quarterlyTitle, [quarter("2022-03", "passed")], "2022-12-31")).toThrow(/R233/);
    expect(() => follow(rectification, quarters("P"), "2022-12-31")).toThrow(/R233/);
  });

  test("a day that does not exist is refused", () => {
    expect(() => follow(quarterlyTitle, [event("award", "2022-02-30")], "2022-12-31")).toThrow(/R208/);
  });
});

describe("an order to rectify by a date", () => {
  const order = event("ordered", "2011-11-01", "2011-11-15");

  test("that was carried out on its last day leads back to normal", () => {
    const history = follow(rectification, [order, event("rectified", "2011-11-15")], "2011-12-31");
    expect(changes(history)).toEqual(["2011-11-01 order rectifying", "2011-11-15 done normal"]);
  });

  test("that was not carried out in time leads to public criticism on the day after, also when it is done later", () => {
    const late = follow(rectification, [order, event("rectified", "2011-11-16")], "2011-12-31");
    expect(changes(late)).toEqual(["2011-11-01 order rectifying", "2011-11-16 criticise criticised"]);
    expect(late.steps.find(({ transition }) => transition === "criticise")).toMatchObject({
      cause: { kind: "overdue", due: "2011-11-15", counted: null },
      source: { document: "hunan-2011" },
    });
  });

  test("runs through its last day", () => {
    expect(follow(rectification, [order], "2011-11-15")).toMatchObject({
      state: "rectifying",
      deadlines: [{ transition: "criticise", due: "2011-11-15" }],
    });
    expect(follow(rectification, [order], "2011-11-16")).toMatchObject({ state: "criticised", since: "2011-11-16", deadlines: [] });
  });

  test("without a date never becomes overdue, and says that no day was set", () => {
    const history = follow(rectification, [event("ordered", "2011-11-01")], "2013-12-31");
    expect(history).toMatchObject({ state: "rectifying", deadlines: [{ transition: "criticise", due: null }] });
  });

  test("of so many days is counted from the order in the days of the policy", () => {
    const within = (choices: Record<string, string>) =>
      follow(rectificationWithin(15), [event("ordered", "2023-09-28")], "2023-10-20", choices);
    expect(within({ "day-type": "working" })).toMatchObject({ state: "rectifying", deadlines: [{ due: "2023-10-25" }] });
    expect(within({ "day-type": "calendar" })).toMatchObject({ state: "criticised", since: "2023-10-14" });
  });
});
