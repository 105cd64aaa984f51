import { describe, expect, test } from "vitest";
import { formatPoints } from "../points.ts";
import type { SelectionProblem } from "./problem.ts";
import { type Selected, selectSubjects } from "./select.ts";
import { coverage, exactly, mustInclude, places, problem, quota, solver, subject, vetoed } from "./selection-fixture.ts";

async function select(given: SelectionProblem): Promise<Selected> {
  const selection = await selectSubjects(given, solver);
  if (selection.status === "impossible") throw new Error("no selection");
  return selection;
}

async function reasonOf(given: SelectionProblem, id: string) {
  return (await select(given)).verdicts.find(({ subject }) => subject === id)?.reason;
}

/** Nine subjects with the ranks 1 … 9; 1 and 2 are of Hangzhou, and so is 3. */
const field = Array.from({ length: 9 }, (_, place) => {
  return subject(`s${place + 1}`, place + 1, { city: place < 3 ? "杭州" : "宁波", domain: place < 8 ? "住建" : "城管" });
});

describe("without rules", () => {
  test("the best ranks are in, and those below the cut are told behind whom and by how much", async () => {
    const selection = await select(problem(field, 3));
    expect(selection).toMatchObject({ status: "settled", chosen: ["s1", "s2", "s3"], open: [], vacant: 0, missed: [] });
    const below = selection.verdicts.find(({ subject }) => subject === "s5")?.reason;
    expect(below).toMatchObject({ kind: "below", behind: { subjects: ["s3"] } });
    expect(below?.kind === "below" && below.behind.by !== null && formatPoints(below.behind.by)).toBe("2.00");
  });

  test("with fewer subjects than places all are in, and the vacant places are counted", async () => {
    expect(await select(problem(field, 12))).toMatchObject({ status: "settled", vacant: 3 });
  });

  test("a vetoed subject is out whatever its rank, and takes no place", async () => {
    const given = problem([subject("v", null, {}, vetoed), ...field], 1);
    expect(await select(given)).toMatchObject({ chosen: ["s1"] });
    expect(await reasonOf(given, "v")).toEqual({ kind: "barred", bar: vetoed });
  });

  test("nobody to choose from makes an empty selection", async () => {
    expect(await select(problem([], 3))).toMatchObject({ status: "settled", chosen: [], verdicts: [] });
  });
});

describe("ties at the cut", () => {
  const tied = [subject("a", 1), subject("b", 2), subject("c", 2), subject("d", 2), subject("e", 5)];

  test("are left open: all who share the rank are named with the places that are left", async () => {
    const selection = await select(problem(tied, 3));
    expect(selection).toMatchObject({ status: "open", chosen: ["a"], open: [{ rank: 2, places: 2, subjects: ["b", "c", "d"] }] });
    expect(selection.verdicts.map(({ outcome }) => outcome)).toEqual(["in", "open", "open", "open", "out"]);
    expect(selection.verdicts[1]?.reason).toEqual({ kind: "tied", places: 2, with: ["c", "d"] });
  });

  test("a tie that the cut does not go through is no tie to decide", async () => {
    expect(await select(problem(tied, 4))).toMatchObject({ status: "settled", chosen: ["a", "b", "c", "d"] });
  });

  test("a decision with a reason fills the place, and is the reason of all whom it concerns", async () => {
    const decision = { subject: "c", include: false, reason: "现场复核在后" };
    const selection = await select(problem(tied, 3, { decisions: [decision] }));
    expect(selection).toMatchObject({ status: "settled", chosen: ["a", "b", "d"], decisions: [{ ...decision, effect: "applied" }] });
    const committee = { kind: "committee", decisions: [{ ...decision, effect: "applied" }] };
    expect(selection.verdicts.slice(1, 4).map(({ reason }) => reason)).toEqual([committee, committee, committee]);
  });

  test("a decision on one of three for two places leaves the other place open", async () => {
    const decisions = [{ subject: "c", include: true, reason: "群众评议更好" }];
    expect(await select(problem(tied, 3, { decisions }))).toMatchObject({
      status: "open",
      chosen: ["a", "c"],
      open: [{ rank: 2, places: 1, subjects: ["b", "d"] }],
    });
  });

  test("a decision without a reason is refused", async () => {
    const decisions = [{ subject: "c", include: true, reason: " " }];
    await expect(selectSubjects(problem(tied, 3, { decisions }), solver)).rejects.toMatchObject({ code: "R242" });
  });

  test("a decision against the ranking is not taken, one that says what the rules say is not needed", async () => {
    const decisions = [
      { subject: "e", include: true, reason: "平衡" },
      { subject: "a", include: true, reason: "第一名" },
    ];
    const selection = await select(problem(tied, 3, { decisions }));
    expect(selection.decisions.map(({ effect }) => effect)).toEqual(["contrary", "unneeded"]);
    expect(selection).toMatchObject({ status: "open", chosen: ["a"] });
  });

  test("decisions that ask for more than there are places are not taken, none of them", async () => {
    const decisions = ["b", "c", "d"].map((id) => ({ subject: id, include: true, reason: "都好" }));
    const selection = await select(problem(tied, 3, { decisions }));
    expect(selection.decisions.map(({ effect }) => effect)).toEqual(["contrary", "contrary", "contrary"]);
    expect(selection.status).toBe("open");
  });

  test("a rule may break a tie, and says so", async () => {
    const subjects = [subject("a", 1, { domain: "住建" }), subject("b", 1, { domain: "城管" }), subject("c", 3, { domain: "住建" })];
    const given = problem(subjects, 1, { rules: [coverage("cover", null, "domain", ["城管"])] });
    expect(await select(given)).toMatchObject({ status: "settled", chosen: ["b"] });
    expect(await reasonOf(given, "b")).toMatchObject({ kind: "needed", displaced: ["a"] });
    expect(await reasonOf(given, "a")).toMatchObject({ kind: "displaced", by: ["b"] });
  });
});

describe("quotas", () => {
  const given = problem(field, 4, { rules: [quota("per-city", "city", 2)] });

  test("a subject whose city is full is told so, with the last of its city that went before it", async () => {
    expect(await select(problem(field, 4, { rules: [quota("per-city", "city", 2)] }))).toMatchObject({ chosen: ["s1", "s2", "s4", "s5"] });
    expect(await reasonOf(given, "s3")).toMatchObject({
      kind: "full",
      full: [{ rule: "per-city", at: { city: "杭州" }, most: 2 }],
      behind: { subjects: ["s2"], by: { numerator: 100, denominator: 1 } },
    });
  });

  test("who is in because those before it have no place is told whom it moved up for", async () => {
    expect(await reasonOf(given, "s4")).toMatchObject({ kind: "moved-up", over: ["s3"], full: [{ at: { city: "杭州" } }] });
    expect(await reasonOf(given, "s1")).toEqual({ kind: "rank" });
  });

  test("who is below the cut is told that, also when his city is full", async () => {
    expect(await reasonOf(given, "s6")).toMatchObject({ kind: "below", behind: { subjects: ["s5"] } });
  });
});

describe("coverage", () => {
  const given = problem(field, 3, { rules: [coverage("domains", null, "domain", ["住建", "城管"])] });

  test("takes in whom it needs for the one that would have been in, and not for others", async () => {
    expect(await select(given)).toMatchObject({ chosen: ["s1", "s2", "s9"] });
    expect(await reasonOf(given, "s9")).toMatchObject({
      kind: "needed",
      demands: [{ rule: "domains", at: { domain: "城管" } }],
      displaced: ["s3"],
    });
    expect(await reasonOf(given, "s3")).toMatchObject({ kind: "displaced", by: ["s9"] });
    expect(await reasonOf(given, "s4")).toMatchObject({ kind: "below", behind: { subjects: ["s2"] } });
  });

  test("that nobody can satisfy is missed and told, and costs nobody a place", async () => {
    const rules = [coverage("domains", null, "domain", ["住建", "水务"])];
    const selection = await select(problem(field, 3, { rules }));
    expect(selection).toMatchObject({ chosen: ["s1", "s2", "s3"], missed: [{ demand: { at: { domain: "水务" } }, short: 1 }] });
  });

  test("like any soft rule, gives way to one declared before it", async () => {
    const rules = [quota("soft", "city", 1, false), mustInclude("both", ["s4", "s9"], false)];
    expect(await select(problem(field, 2, { rules }))).toMatchObject({ chosen: ["s1", "s4"], missed: [{ demand: { subject: "s9" } }] });
    const swapped = await select(problem(field, 2, { rules: rules.toReversed() }));
    expect(swapped).toMatchObject({ chosen: ["s4", "s9"], missed: [{ demand: { at: { city: "宁波" } }, over: 1 }] });
  });
});

describe("must-includes", () => {
  test("are in whatever their rank, in the place of the last", async () => {
    const given = problem(field, 3, { rules: [mustInclude("ministry", ["s7"])] });
    expect(await select(given)).toMatchObject({ chosen: ["s1", "s2", "s7"] });
    expect(await reasonOf(given, "s7")).toMatchObject({
      kind: "needed",
      demands: [{ rule: "ministry", subject: "s7" }],
      displaced: ["s3"],
    });
  });

  test("one who would be in anyway is in by rank", async () => {
    expect(await reasonOf(problem(field, 3, { rules: [mustInclude("ministry", ["s2"])] }), "s2")).toEqual({ kind: "rank" });
  });
});

describe("places about a figure", () => {
  const tiers = ["甲", "甲", "甲", "乙", "乙"].map((tier, place) => subject(`t${place + 1}`, place + 1, { tier }));
  const about = (stated: number) => ({ least: stated - 1, most: stated + 1 });

  test("keep the figure while they can, though better ranks would fill more", async () => {
    const rules = [
      places("tiers", "tier", { 甲: about(2), 乙: about(2) }),
      places("stated", "tier", { 甲: exactly(2), 乙: exactly(2) }, false),
    ];
    expect(await select(problem(tiers, 4, { rules }))).toMatchObject({ chosen: ["t1", "t2", "t4", "t5"], missed: [] });
  });

  test("move within the allowance when a tier has too few", async () => {
    const rules = [
      places("tiers", "tier", { 甲: about(2), 乙: about(3) }),
      places("stated", "tier", { 甲: exactly(2), 乙: exactly(3) }, false),
    ];
    const selection = await select(problem(tiers, 5, { rules }));
    expect(selection.chosen).toEqual(["t1", "t2", "t3", "t4", "t5"]);
    expect(selection.missed).toMatchObject([
      { demand: { at: { tier: "乙" } }, short: 1 },
      { demand: { at: { tier: "甲" } }, over: 1 },
    ]);
  });
});

describe("rules that overlap", () => {
  // One place for each tier and each domain: taking the two best blocks the third place, which only s2 or s4 can fill.
  const subjects = [
    subject("s1", 1, { tier: "甲", domain: "住建" }),
    subject("s2", 2, { tier: "乙", domain: "公积金" }),
    subject("s3", 3, { tier: "乙", domain: "城管" }),
    subject("s4", 4, { tier: "丙", domain: "公积金" }),
  ];
  const rules = [quota("tier", "tier", 1), quota("domain", "domain", 1)];

  test("greedy choice by rank leaves a place empty that the best selection fills", async () => {
    const greedy: string[] = [];
    for (const { id, fields } of subjects) {
      const clash = subjects.some(
        (other) => greedy.includes(other.id) && (other.fields.tier === fields.tier || other.fields.domain === fields.domain),
      );
      if (!clash && greedy.length < 3) greedy.push(id);
    }
    expect(greedy).toEqual(["s1", "s2"]);
    expect(await select(problem(subjects, 3, { rules }))).toMatchObject({ status: "settled", chosen: ["s1", "s3", "s4"] });
  });

  test("who is left out is told every rule that keeps it out", async () => {
    expect(await reasonOf(problem(subjects, 3, { rules }), "s2")).toMatchObject({
      kind: "full",
      full: [
        { rule: "tier", at: { tier: "乙" } },
        { rule: "domain", at: { domain: "公积金" } },
      ],
    });
  });
});

describe("when no selection exists", () => {
  test("the smallest relaxation is named, and every single one that would do", async () => {
    const rules = [quota("per-city", "city", 2), mustInclude("all-three", ["s1", "s2", "s3"])];
    const selection = await selectSubjects(problem(field, 4, { rules }), solver);
    expect(selection).toEqual({
      status: "impossible",
      smallest: [{ rule: "all-three", at: {}, subject: "s3", bound: "least", from: 1, to: 0 }],
      alone: [
        { rule: "per-city", at: { city: "杭州" }, subject: null, bound: "most", from: 2, to: 3 },
        ...["s1", "s2", "s3"].map((id) => ({ rule: "all-three", at: {}, subject: id, bound: "least", from: 1, to: 0 })),
      ],
    });
  });

  test("leaving a place empty comes before breaking a quota by as much", async () => {
    const selection = await selectSubjects(problem(field, 5, { rules: [quota("per-city", "city", 2)] }), solver);
    expect(selection).toMatchObject({ status: "impossible", smallest: [{ rule: "size", bound: "least", from: 5, to: 4 }] });
  });

  test("a waiver with a reason lets the selection be made, one without is refused", async () => {
    const rules = [quota("per-city", "city", 2)];
    const waiver = { rule: "per-city", at: { city: "宁波" }, subject: null, bound: "most" as const, from: 2, to: 3 };
    const waivers = [{ ...waiver, reason: "宁波窗口数最多" }];
    expect(await select(problem(field, 5, { rules, waivers }))).toMatchObject({ chosen: ["s1", "s2", "s4", "s5", "s6"] });
    const silent = problem(field, 5, { rules, waivers: [{ ...waiver, reason: "" }] });
    await expect(selectSubjects(silent, solver)).rejects.toMatchObject({ code: "R242" });
  });

  test("no relaxation lets a vetoed subject in: its must-include is what gives way", async () => {
    const rules = [mustInclude("ministry", ["v"])];
    const selection = await selectSubjects(problem([subject("v", null, {}, vetoed), ...field], 2, { rules }), solver);
    expect(selection).toMatchObject({ status: "impossible", smallest: [{ rule: "ministry", subject: "v", to: 0 }] });
  });
});

describe("a problem that makes no sense is refused", () => {
  test.each([
    ["a repeated id", problem([subject("a", 1), subject("a", 2)], 1)],
    ["a subject without a rank", problem([subject("a", null)], 1)],
    ["a subject without the field that a quota looks at", problem([subject("a", 1)], 1, { rules: [quota("q", "city", 1)] })],
    ["a must-include of nobody", problem([subject("a", 1)], 1, { rules: [mustInclude("m", ["b"])] })],
    ["more at least than at most", problem([subject("a", 1)], { least: 2, most: 1 })],
    ["two rules of one id", problem([subject("a", 1)], 1, { rules: [mustInclude("m", []), mustInclude("m", [])] })],
  ])("%s", async (_, given) => {
    await expect(selectSubjects(given, solver)).rejects.toMatchObject({ code: "R241" });
  });
});
