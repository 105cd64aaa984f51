import { describe, expect, test } from "vitest";
import { points } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import type { VetoResult } from "../score-result.ts";
import { defaults, scheme, windowHonour } from "../zhejiang-fixture.ts";
import { exactly, solver } from "./selection-fixture.ts";
import { type Contender, nomination, stageProblem } from "./stage-problem.ts";
import { selectStages } from "./stages.ts";

const cities = ["杭州", "宁波", "温州", "湖州", "嘉兴", "绍兴", "金华", "衢州", "舟山", "台州", "丽水"];
const domains = ["housing", "fund", "enforcement", "utilities"];

function contender(rank: number, given: Partial<Contender> = {}): Contender {
  const fields = { city: cities[rank % 11] ?? "", domain: domains[rank % 4] ?? "" };
  const total = points(9500 - 10 * rank);
  const id = `W${String(rank).padStart(2, "0")}`;
  return { id, label: id, rank, state: "ranked", total, vetoes: [], eligibility: [], excluded: [], fields, ...given };
}

function veto(state: "vetoed" | "undecided"): VetoResult {
  const [counted, undecided] = state === "vetoed" ? [4, 0] : [3, 1];
  const source = { document: "zj-2023-notice", clause: "附件5·7·2" };
  return { rule: "V2", state, threshold: 4, counted, undecided, excluded: 0, records: [], source };
}

const nothing = { decisions: [], waivers: [], labels: {} };
const select = (contenders: readonly Contender[], honour: Honour = windowHonour) =>
  selectStages(scheme, honour, defaults, () => ({ ...nothing, contenders }), solver);

describe("Zhejiang's windows", () => {
  const field = Array.from({ length: 44 }, (_, place) => contender(place + 1));

  test("44 nominations, 20 on the shortlist, 10 in the end", async () => {
    const stages = await select(field);
    expect(
      stages.map(({ stage, selection }) => [stage, selection.status, selection.status === "impossible" ? 0 : selection.chosen.length]),
    ).toEqual([
      ["nomination", "settled", 44],
      ["shortlist", "settled", 20],
      ["final", "settled", 10],
    ]);
  });

  test("a city that puts forward more than four keeps its four best that cover the domains", async () => {
    const city = ["housing", "housing", "housing", "housing", "fund", "enforcement"].map((domain, place) =>
      contender(place + 1, { fields: { city: "杭州", domain } }),
    );
    const [first] = await select(city);
    expect(first?.selection).toMatchObject({
      status: "settled",
      chosen: ["W01", "W02", "W05", "W06"],
      missed: [{ demand: { rule: "domains", at: { city: "杭州", domain: "utilities" } } }],
    });
  });

  test("a vetoed window is out at once; an undecided one is nominated and held where vetoes are looked at again", async () => {
    const contenders = [
      contender(1, { rank: null, state: "vetoed", vetoes: [veto("vetoed")] }),
      contender(2, { state: "undecided", vetoes: [veto("undecided")] }),
      contender(3),
    ];
    const stages = await select(contenders);
    const barred = stages.map(({ problem }) => problem.subjects.map(({ bar }) => bar?.kind ?? null));
    expect(barred).toEqual([
      ["vetoed", null, null],
      ["vetoed", "undecided", null],
      ["vetoed", "undecided", null],
    ]);
    expect(stages[1]?.problem.subjects[1]?.bar?.because.zh).toContain("待认定 1 条");
  });

  test("a tie at the shortlist goes on to the final, which is provisional until it is decided", async () => {
    const contenders = field.map((each) => (each.rank === 21 ? { ...each, rank: 20, total: points(9300) } : each));
    const [, shortlist, final] = await select(contenders);
    expect(shortlist?.selection).toMatchObject({ status: "open", open: [{ rank: 20, places: 1, subjects: ["W20", "W21"] }] });
    expect(final).toMatchObject({ provisional: true, selection: { status: "settled" } });
    expect(final?.problem.subjects.filter(({ bar }) => bar === null)).toHaveLength(21);
  });

  test("another honour that is held keeps a subject out, and is named", () => {
    const excluded = [{ rule: "no-double", honour: "service-pioneer", by: "unit", holder: "职员甲0421", source: windowHonour.source }];
    const { subjects } = stageProblem(scheme, windowHonour, nomination, defaults, {
      ...nothing,
      contenders: [contender(1, { excluded })],
      passed: null,
    });
    expect(subjects[0]?.bar).toMatchObject({ kind: "holds-other", because: { zh: "no-double：与“服务先锋”的 职员甲0421 相同" } });
  });
});

describe("who may not be chosen", () => {
  const { source } = windowHonour;
  const rules = [
    { id: "staff", kind: "number" as const, label: { zh: "至少 2 人", en: "At least 2 persons" }, source, field: "staff_count", least: 2 },
    { id: "in-time", kind: "day" as const, label: { zh: "按时申报", en: "In time" }, source, field: "submitted_on", until: "2023-08-30" },
  ];
  const honour: Honour = {
    ...windowHonour,
    eligibility: rules.map((rule, place) => ({
      ...rule,
      of: {},
      empty: "undecided",
      otherwise: place === 0 ? "ineligible" : "not-applied",
    })),
  };
  const result = (rule: string, state: "unmet" | "undecided", given: string | number | null) => {
    const otherwise = rule === "staff" ? ("ineligible" as const) : ("not-applied" as const);
    return { rule, state, otherwise, field: "any", given, records: [], source };
  };
  const barOf = (given: Partial<Contender>, stage: string) =>
    stageProblem(scheme, honour, stage, defaults, { ...nothing, contenders: [contender(1, given)], passed: null }).subjects[0]?.bar;

  test("one that does not meet a rule is told the rule and what it has", () => {
    const given = { rank: null, state: "ineligible" as const, eligibility: [result("staff", "unmet", 1)] };
    expect(barOf(given, nomination)).toMatchObject({ kind: "ineligible", because: { zh: "不符合“至少 2 人”（1）" } });
  });

  test("one that was late is told that first, whatever else it does not meet", () => {
    const eligibility = [result("staff", "unmet", 1), result("in-time", "unmet", "2023-09-02")];
    const bar = barOf({ rank: null, state: "not_applied", eligibility }, nomination);
    expect(bar).toMatchObject({ kind: "not_applied", because: { zh: "不符合“按时申报”（2023-09-02）" } });
  });

  test("one whose eligibility is not known yet may be nominated and does not pass", () => {
    const given = { state: "undecided" as const, eligibility: [result("staff", "undecided", null)] };
    expect(barOf(given, nomination)).toBeNull();
    expect(barOf(given, "shortlist")).toMatchObject({ kind: "undecided", because: { zh: "“至少 2 人”尚未确定" } });
  });

  test("one without a complete score cannot be chosen", () => {
    expect(barOf({ rank: null, state: "unscored" }, nomination)).toMatchObject({ kind: "unscored" });
  });
});

describe("places by tier, about a figure", () => {
  const source = { document: "zj-2023-notice", clause: "正文" };
  const allowance = { each: 1, total: 0 };
  const label = { zh: "各类名额", en: "Places of each tier" };
  const honour: Honour = {
    ...windowHonour,
    quotas: [],
    coverage: [],
    places: [
      {
        id: "tiers",
        label,
        source,
        per: "tier",
        places: [
          { of: "甲", size: 2 },
          { of: "乙", size: 1 },
        ],
        about: allowance,
      },
    ],
    include: [{ id: "must", label, source, where: { city: ["丽水"] }, hard: true }],
    stages: windowHonour.stages.slice(1).map((stage) => ({ ...stage, size: 3 })),
  };
  const tiers = ["甲", "甲", "甲", "乙"].map((tier, place) => contender(place + 1, { fields: { tier, city: "杭州" } }));
  const problemOf = (contenders: readonly Contender[]) =>
    stageProblem(scheme, honour, "final", defaults, { ...nothing, contenders, passed: null });

  test("are hard within their allowance, and the stated figures a soft rule", () => {
    expect(problemOf(tiers)).toMatchObject({
      size: exactly(3),
      rules: [
        { id: "must", kind: "include", subjects: [] },
        { id: "tiers", hard: true, places: { 甲: { least: 1, most: 3 }, 乙: { least: 0, most: 2 } } },
        { id: "tiers-stated", hard: false, places: { 甲: exactly(2), 乙: exactly(1) } },
      ],
    });
  });

  test("a size about a figure is a range around a soft figure", () => {
    const [final] = honour.stages;
    const about = { ...honour, stages: final === undefined ? [] : [{ ...final, about: { each: 0, total: 2 } }] };
    expect(stageProblem(scheme, about, "final", defaults, { ...nothing, contenders: tiers, passed: null })).toMatchObject({
      size: { least: 1, most: 5 },
      rules: [{}, {}, {}, { id: "final-stated", field: null, hard: false, each: exactly(3) }],
    });
  });

  test("a must-include takes those whom it picks, but nobody who is barred", () => {
    const fields = { tier: "甲", city: "丽水" };
    const picked = [contender(5, { fields }), contender(6, { fields, rank: null, state: "vetoed", vetoes: [veto("vetoed")] })];
    expect(problemOf([...tiers, ...picked]).rules[0]).toMatchObject({ subjects: ["W05"] });
  });

  test("policies of another scheme are refused", () => {
    const foreign = { ...honour, places: honour.places.map((table) => ({ ...table, about: { policy: "none-such" } })) };
    const given = { ...nothing, contenders: tiers, passed: null };
    expect(() => stageProblem(scheme, foreign, "final", policiesInForce(scheme), given)).toThrow("R206");
  });
});
