import { describe, expect, test } from "vitest";
import { checkList, ifFree } from "./check-list.ts";
import type { Bar } from "./problem.ts";
import { coverage, mustInclude, problem, quota, subject, vetoed } from "./selection-fixture.ts";
import { barredSentence, missSentence, passedOverSentence } from "./selection-sentence.ts";

const field = [
  subject("甲", 1, { city: "杭州", domain: "housing" }),
  subject("乙", 2, { city: "杭州", domain: "housing" }),
  subject("丙", 3, { city: "杭州", domain: "fund" }),
  subject("丁", 4, { city: "宁波", domain: "fund" }),
  subject("戊", null, { city: "宁波", domain: "housing" }, vetoed),
];
const rules = [quota("每个设区市至多", "city", 2), coverage("原则上覆盖", null, "domain", ["housing", "fund", "utilities"])];
const three = problem(field, 3, { rules });
const check = (...ids: string[]) => checkList(three, new Set(ids));

describe("a list made by hand", () => {
  test("stands when the hard rules hold, and says what is soft and missed", () => {
    const { stands, demands, barred, passedOver } = check("甲", "乙", "丁");
    expect({ stands, barred, passedOver }).toEqual({ stands: true, barred: [], passedOver: [] });
    expect(demands.map(({ demand, count, short, over }) => [demand.rule, demand.at, count, short, over])).toEqual([
      ["每个设区市至多", { city: "宁波" }, 1, 0, 0],
      ["每个设区市至多", { city: "杭州" }, 2, 0, 0],
      ["原则上覆盖", { domain: "housing" }, 2, 0, 0],
      ["原则上覆盖", { domain: "fund" }, 1, 0, 0],
      ["原则上覆盖", { domain: "utilities" }, 0, 1, 0],
      ["size", {}, 3, 0, 0],
    ]);
  });

  test("breaks a city's quota by so many, in words", () => {
    const { stands, demands } = check("甲", "乙", "丙");
    expect(stands).toBe(false);
    const [broken] = demands.filter(({ demand, over }) => demand.hard && over > 0);
    expect(broken && missSentence(three, broken)).toEqual({
      zh: "“每个设区市至多”（杭州）多 1 个。",
      en: '"每个设区市至多" (杭州): 1 too many.',
    });
  });

  test("with somebody vetoed does not stand, and they fill no place", () => {
    const { stands, barred, demands } = check("甲", "乙", "戊");
    expect(stands).toBe(false);
    expect(barred.map(barredSentence)).toEqual([{ zh: "戊不参加评选：差评 4 条。", en: "戊 is not to be chosen: 4 bad reviews." }]);
    expect(demands.at(-1)).toMatchObject({ count: 2, short: 1 });
  });

  test("that passes over a better rank without a rule is told whom and for whom", () => {
    const { stands, passedOver } = check("甲", "丙", "丁");
    expect(stands).toBe(true);
    expect(passedOver).toEqual([{ subject: "乙", for: ["丙"] }]);
    expect(passedOver.map((each) => passedOverSentence(three, each).zh)).toEqual([
      "乙（第 2 名）不在名单内，名次在后的丙却在，没有规则要求这样。",
    ]);
  });

  test("may put a worse rank in for a domain that nobody else has", () => {
    const two = problem(field, 2, { rules: [coverage("原则上覆盖", null, "domain", ["housing", "fund"])] });
    expect(checkList(two, new Set(["甲", "丙"])).passedOver).toEqual([]);
    expect(checkList(two, new Set(["甲", "丁"])).passedOver).toEqual([{ subject: "丙", for: ["丁"] }]);
  });

  test("that leaves room is told who would have it", () => {
    const open = problem(field, { least: null, most: null }, { rules: [quota("每个设区市至多", "city", 2)] });
    const [left] = checkList(open, new Set(["甲", "乙"])).passedOver;
    expect(left).toEqual({ subject: "丁", for: [] });
    expect(left && passedOverSentence(open, left).en).toBe("丁 (rank 4) is left out though there is room.");
  });

  test("without somebody who must be in does not stand", () => {
    const bound = problem(field, 2, { rules: [mustInclude("应当入选", ["丁"])] });
    expect(checkList(bound, new Set(["甲", "乙"])).stands).toBe(false);
    expect(checkList(bound, new Set(["甲", "丁"])).stands).toBe(true);
  });

  test("of somebody unknown is refused", () => {
    expect(() => check("己")).toThrow("R241");
  });
});

describe("somebody undecided, were they free", () => {
  const undecided: Bar = { kind: "undecided", because: { zh: "待认定", en: "undecided" }, source: null };
  const waiting = (rank: number, city: string, domain: string) => [...field.slice(0, 4), subject("庚", rank, { city, domain }, undecided)];
  const list = new Set(["甲", "乙", "丁"]);
  const nothing = { room: false, better: [], level: [] };
  const asked = (rank: number, city: string, domain: string) => ifFree(problem(waiting(rank, city, domain), 3, { rules }), list, "庚");

  test("would come before those of a worse rank where no rule is in the way", () => {
    expect(asked(3, "宁波", "fund")).toEqual({ room: false, better: ["丁"], level: [], certain: true });
  });

  test("would share a place with those of the same rank", () => {
    expect(asked(4, "宁波", "fund")).toEqual({ room: false, better: [], level: ["丁"], certain: false });
  });

  test("would change nothing with a worse rank than everybody on the list, or where a domain is needed more", () => {
    expect(asked(5, "宁波", "fund")).toMatchObject(nothing);
    expect(asked(3, "宁波", "housing")).toMatchObject(nothing);
  });

  test("would come in for one of their own city where its quota is full", () => {
    expect(asked(1, "杭州", "housing")).toEqual({ room: false, better: ["乙"], level: ["甲"], certain: true });
  });

  test("is told for certain where the quotas of one field are the only rules", () => {
    const quotaOnly = problem(waiting(5, "宁波", "fund"), 3, { rules: rules.slice(0, 1) });
    expect(ifFree(quotaOnly, list, "庚")).toEqual({ ...nothing, certain: true });
  });

  test("would have a place where one is left", () => {
    const short = problem(waiting(9, "宁波", "housing"), 4, { rules });
    expect(ifFree(short, list, "庚")).toMatchObject({ room: true });
  });

  test("bar nobody else and stay barred in the problem itself", () => {
    const given = problem(waiting(2, "宁波", "housing"), 3, { rules });
    ifFree(given, list, "庚");
    expect(given.subjects.at(-1)?.bar).toBe(undecided);
    expect(checkList(given, list).passedOver).toEqual([]);
  });
});
