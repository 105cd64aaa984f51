import { beforeAll, describe, expect, test } from "vitest";
import { defaultSeed, generateSample } from "./generate.ts";
import { type HandedInRow, readBack, rowsWith } from "./handed-in.ts";
import { hardCases } from "./hard-cases.ts";
import { buildProvince } from "./province.ts";

const cases = hardCases(buildProvince(defaultSeed));
const subjectsOf = (id: string): readonly string[] => cases.find((one) => one.id === id)?.subjects ?? [];
const subjectOf = (id: string): string => subjectsOf(id)[0] ?? `nobody plays ${id}`;
const countedChannels = ["浙江政务服务网", "浙里办"];

let tables: Awaited<ReturnType<typeof readBack>>;
let badReviews: HandedInRow["cells"][];
let complaints: HandedInRow["cells"][];
let honours: HandedInRow["cells"][];
let innovations: HandedInRow["cells"][];
let findings: HandedInRow["cells"][];
let applications: HandedInRow["cells"][];
let scores: HandedInRow[];
let counts: HandedInRow[];
beforeAll(async () => {
  tables = await readBack(await generateSample());
  const cells = (...headers: readonly string[]) => rowsWith(tables, ...headers).map((row) => row.cells);
  badReviews = cells("评价编号", "原因认定");
  complaints = cells("工单号");
  honours = cells("荣誉名称", "授予日期");
  innovations = cells("举措名称");
  findings = cells("事项编号");
  applications = cells("申报编号", "推荐单位");
  scores = rowsWith(tables, "申报编号", "评委编号");
  counts = rowsWith(tables, "统计月份", "办件量");
});

/** Causes of the bad reviews of 2023, those that reached through a channel that does not count last. */
const causes = (windowId: string) =>
  badReviews
    .filter((cells) => cells.窗口编号 === windowId && cells.评价时间?.startsWith("2023"))
    .map((cells) => (countedChannels.includes(cells.评价渠道 ?? "") ? cells.原因认定 : `${cells.原因认定}·其他渠道`))
    .sort();

describe("vetoes", () => {
  test.each([
    ["three-bad", ["非客观", "非客观", "非客观"]],
    ["four-bad", ["非客观", "非客观", "非客观", "非客观"]],
    ["five-bad", ["非客观", "非客观", "非客观", "非客观", "非客观"]],
    ["four-bad-one-objective", ["客观", "非客观", "非客观", "非客观"]],
    ["three-bad-one-undecided", ["未裁定", "非客观", "非客观", "非客观"]],
    ["four-bad-one-at-the-hall", ["非客观", "非客观", "非客观", "非客观·其他渠道"]],
  ])("%s: a nominated window of 2023 has exactly these bad reviews", (id, expected) => {
    expect(causes(subjectOf(id))).toEqual([...expected].sort());
    expect(applications.some((cells) => cells.年度 === "2023" && cells.申报对象编号 === subjectOf(id))).toBe(true);
  });

  test("nominated windows without a part in this have at most two bad reviews that may count", () => {
    const parts = new Set(cases.filter(({ id }) => id.includes("bad")).flatMap(({ subjects }) => subjects));
    const nominated = applications
      .filter((cells) => cells.年度 === "2023" && cells.荣誉 === "红旗窗口")
      .map((cells) => cells.申报对象编号 ?? "");
    const mayCount = (windowId: string) => causes(windowId).filter((cause) => cause === "非客观" || cause === "未裁定").length;
    expect(nominated.filter((windowId) => !parts.has(windowId) && mayCount(windowId) > 2)).toEqual([]);
  });

  test.each([
    ["one-complaint", ["属实"]],
    ["two-complaints", ["属实", "属实"]],
    ["one-complaint-one-undecided", ["属实", "待核实"]],
  ])("%s: a nominated person of 2023 has exactly these complaints about attitude or quality", (id, expected) => {
    const against = complaints.filter(
      (cells) => cells.人员编号 === subjectOf(id) && cells.受理时间?.startsWith("2023") && cells.是否属实 !== "不属实",
    );
    expect(against.map((cells) => cells.是否属实).sort()).toEqual([...expected].sort());
    expect(against.map((cells) => cells.态度质量原因)).toEqual(expected.map(() => "是"));
  });

  test("a person has two bad reviews that count, other nominated persons have none", () => {
    const nominated = new Set(applications.filter((cells) => cells.年度 === "2023").map((cells) => cells.申报对象编号));
    const counted = badReviews.filter(
      (cells) => cells.评价时间?.startsWith("2023") && cells.原因认定 !== "客观" && countedChannels.includes(cells.评价渠道 ?? ""),
    );
    const persons = counted.map((cells) => cells.人员编号).filter((personId) => personId && nominated.has(personId));
    expect(persons).toEqual([subjectOf("two-bad-reviews"), subjectOf("two-bad-reviews")]);
  });

  test.each([
    ["discipline-found", "违纪违法", "查实"],
    ["discipline-not-found", "违纪违法", "未查实"],
    ["handling-error-pending", "办件差错", "调查中"],
    ["falsified-found", "弄虚作假", "查实"],
    ["integrity-found", "违反廉洁规定", "查实"],
  ])("%s: the finding stands in the register", (id, rule, status) => {
    const own = findings.filter((cells) => cells.对象编号 === subjectOf(id));
    expect(own.map((cells) => [cells.事项类别, cells.认定状态])).toEqual([[rule, status]]);
    expect(own.every((cells) => (status === "调查中") === (cells.认定日期 === undefined))).toBe(true);
  });
});

describe("bonus", () => {
  const levels = (id: string) => honours.filter((cells) => cells.对象编号 === subjectOf(id)).map((cells) => cells.级别);

  test("honours beyond the cap of 8", () => {
    expect(levels("honours-beyond-cap")).toEqual(["国家级", "省部级", "设区市级"]);
  });

  test("new measures beyond the cap of 2", () => {
    expect(innovations.filter((cells) => cells.对象编号 === subjectOf("innovations-beyond-cap"))).toHaveLength(4);
  });

  test("one honour held at two levels", () => {
    expect(levels("honour-at-two-levels")).toEqual(["设区市级", "省部级"]);
    const titles = honours.filter((cells) => cells.对象编号 === subjectOf("honour-at-two-levels")).map((cells) => cells.荣誉名称);
    expect(new Set(titles).size).toBe(1);
  });

  test("an honour awarded one day before the 36 months begin", () => {
    const days = honours.filter((cells) => cells.对象编号 === subjectOf("honour-just-outside")).map((cells) => cells.授予日期);
    expect(days).toEqual(["2020-08-29", "2022-05-18"]);
  });

  test("no other honour lies within a month of the bounds of any year's 36 months", () => {
    const near = /^20(18|19|20|21|22|23)-(08|09)/u;
    expect(honours.filter((cells) => near.test(cells.授予日期 ?? "")).map((cells) => cells.对象编号)).toEqual([
      subjectOf("honour-just-outside"),
    ]);
  });
});

/** 90, less the mean of what seven graders take off, plus the bonus; in fourteenths of a point, straight from the files. */
function totalsOf2023(): Map<string, number> {
  const maxima: Readonly<Record<string, number>> = {
    "1 组织领导": 10,
    "2 政务服务标准化": 20,
    "3 政务服务规范化": 20,
    "4 政务服务便利化": 20,
    "5 政务服务廉洁化": 20,
  };
  const worth: Readonly<Record<string, number>> = { 国家级: 8, 省部级: 5, 设区市级: 3, 县级: 1 };
  const windows = applications.filter((cells) => cells.年度 === "2023" && cells.荣誉 === "红旗窗口");
  return new Map(
    windows.map((application) => {
      const subject = application.申报对象编号 ?? "";
      const rows = scores.filter(({ cells }) => cells.申报编号 === application.申报编号).map(({ cells }) => cells);
      let taken = 0;
      for (const grader of new Set(rows.map((cells) => cells.评委编号))) {
        for (const [item, max] of Object.entries(maxima)) {
          const deducted = rows.filter((cells) => cells.评委编号 === grader && cells.评分项目 === item).map((cells) => Number(cells.扣分));
          taken += Math.min(
            max,
            deducted.reduce((sum, points) => sum + points, 0),
          );
        }
      }
      const best = new Map<string, number>();
      for (const { 对象编号, 荣誉名称 = "", 级别 = "", 授予日期 = "" } of honours) {
        if (对象编号 !== subject || 授予日期 < "2020-08-30" || 授予日期 > "2023-08-30") continue;
        best.set(荣誉名称, Math.max(best.get(荣誉名称) ?? 0, worth[级别] ?? 0));
      }
      const measures = innovations.filter((cells) => cells.对象编号 === subject && (cells.实施日期 ?? "") <= "2023-08-30").length;
      const bonus =
        Math.min(
          8,
          [...best.values()].reduce((sum, points) => sum + points, 0),
        ) + Math.min(2, measures);
      return [subject, 14 * (90 + bonus) - 2 * taken];
    }),
  );
}

/** Good and active reviews of a window in 2023. */
function reviewsOf(windowId: string): { good: number; active: number } {
  const latest = new Map(
    counts
      .filter(({ cells }) => cells.窗口编号 === windowId && cells.统计月份?.startsWith("2023"))
      .map(({ cells }) => [cells.统计月份, cells]),
  );
  const total = (header: string) => [...latest.values()].reduce((sum, cells) => sum + Number(cells[header] ?? 0), 0);
  return { good: total("非常满意") + total("满意") + total("基本满意"), active: total("主动评价量") };
}

describe("places of 2023", () => {
  const vetoed = () => new Set(["four-bad", "five-bad", "discipline-found"].map(subjectOf));
  const ranked = () => [...totalsOf2023()].filter(([subject]) => !vetoed().has(subject)).sort(([, a], [, b]) => b - a);

  test("there are exactly four pairs with one total, at places 5, 10, 14 and 20", () => {
    const order = ranked();
    const pairs = order.flatMap(([subject, total], index) =>
      order[index + 1]?.[1] === total ? [[index + 1, subject, order[index + 1]?.[0]]] : [],
    );
    expect(pairs.map(([place]) => place)).toEqual([5, 10, 14, 20]);
    for (const [place, ...subjects] of pairs) expect([...subjects].sort()).toEqual([...subjectsOf(`tie-at-${place}`)].sort());
  });

  test.each([10, 20])("the two at place %i differ in nothing that breaks a tie", (place) => {
    const [first = "", second = ""] = subjectsOf(`tie-at-${place}`);
    expect(causes(first)).toEqual(causes(second));
    expect(reviewsOf(first)).toEqual(reviewsOf(second));
    expect(reviewsOf(first).active).toBeGreaterThan(0);
  });

  test("the two at place 5 differ in counted bad reviews, none against two", () => {
    const counted = subjectsOf("tie-at-5").map((subject) => causes(subject).filter((cause) => cause === "非客观").length);
    expect(counted).toEqual([0, 2]);
  });

  test("the two at place 14 have one counted bad review each and different good rates", () => {
    const [first = "", second = ""] = subjectsOf("tie-at-14");
    expect([first, second].map((subject) => causes(subject).filter((cause) => cause === "非客观").length)).toEqual([1, 1]);
    const [a, b] = [reviewsOf(first), reviewsOf(second)];
    expect(a.good * b.active).not.toBe(b.good * a.active);
  });

  test("the window whose self score is full is assessed at least 15 points below it", () => {
    const subject = subjectOf("self-score-far-above");
    const application = applications.find((cells) => cells.年度 === "2023" && cells.申报对象编号 === subject) ?? {};
    const self = Object.entries(application).reduce((sum, [header, value]) => (header.startsWith("自评·") ? sum + Number(value) : sum), 0);
    expect(self).toBe(100);
    expect((totalsOf2023().get(subject) ?? Number.NaN) / 14).toBeLessThan(85);
  });
});

describe("files that are not as they should be", () => {
  const sheet2022 = (id: string, grader: string) => {
    const application = applications.find((cells) => cells.年度 === "2022" && cells.申报对象编号 === subjectOf(id))?.申报编号;
    return scores.filter(({ cells }) => cells.申报编号 === application && cells.评委编号 === grader);
  };

  test("one cell of grader G4's sheets of 2022 is blank, and no other cell for points is", () => {
    const blank = scores.filter(({ cells }) => cells.扣分 === undefined && cells.给分 === undefined);
    expect(blank).toEqual(sheet2022("blank-cell", "G4").filter(({ cells }) => cells.条款 === "2 态度与效率"));
    expect(blank).toHaveLength(1);
  });

  test("grader G5 takes 11 points off an item of 10", () => {
    const deducted = sheet2022("below-the-floor", "G5").filter(({ cells }) => cells.评分项目 === "1 组织领导");
    expect(deducted.reduce((sum, { cells }) => sum + Number(cells.扣分), 0)).toBe(11);
  });

  test("every discretionary deduction is above 0 and has a reason and evidence", () => {
    const discretionary = scores.filter(({ cells }) => cells.评分类型 === "酌情扣分");
    expect(discretionary.length).toBeGreaterThan(500);
    expect(discretionary.filter(({ cells }) => !(Number(cells.扣分) > 0) || !cells.扣分原因 || !cells.佐证)).toEqual([]);
  });

  test("a correction of scores puts one clause right that the sheet has wrong", () => {
    const later = scores.filter(({ path }) => path.includes("-更正"));
    const earlier = later.map(({ cells }) =>
      scores.find(
        (row) =>
          !row.path.includes("-更正") &&
          ["申报编号", "评委编号", "评分项目", "条款"].every((header) => row.cells[header] === cells[header]),
      ),
    );
    expect(later.map(({ cells }) => cells.扣分)).toEqual(["0", "0", "0", "0"]);
    expect(earlier.map((row) => row?.cells.扣分)).toEqual(["5", "0", "0", "0"]);
  });

  test("a correction of counts raises July 2023 of three windows", () => {
    const later = counts.filter(({ path }) => path.includes("-更正"));
    expect(later).toHaveLength(3);
    for (const { cells } of later) {
      const earlier = counts.find(
        (row) => !row.path.includes("-更正") && row.cells.窗口编号 === cells.窗口编号 && row.cells.统计月份 === "2023-07",
      );
      expect(Number(earlier?.cells.主动评价量)).toBeLessThan(Number(cells.主动评价量));
    }
  });

  test("the rows that are wrong on purpose are where the README says, and no other row of counts fails to add up", () => {
    const superfluous = rowsWith(tables, "工单号").filter(({ cells }) => /X$/u.test(cells.工单号 ?? ""));
    expect(superfluous.map(({ path, number }) => [path, number])).toEqual([
      ["2021/4-投诉/投诉记录-2021.csv", 63],
      ["2021/4-投诉/投诉记录-2021.csv", 213],
      ["2021/4-投诉/投诉记录-2021.csv", 383],
    ]);
    const levels = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"];
    const wrong = counts.filter(
      ({ cells }) => levels.reduce((sum, level) => sum + Number(cells[level] ?? 0), 0) !== Number(cells.主动评价量),
    );
    expect(wrong.map(({ path, number }) => [path, number])).toEqual([["2022/2-好差评统计/好差评统计-2022-嘉兴市.xlsx", 104]]);
    expect(rowsWith(tables, "评价编号").filter(({ cells }) => cells.评价时间?.includes("-13-"))).toMatchObject([
      { path: "2022/3-差评明细/差评明细-2022.csv", number: 503 },
    ]);
  });

  test("a window is renamed in 2022 and keeps its former name", () => {
    const registers = rowsWith(tables, "窗口名称", "领域").filter(({ cells }) => cells.窗口编号 === subjectOf("renamed"));
    expect(registers.map(({ cells }) => [cells.名录年度, cells.窗口名称, cells.曾用名])).toEqual([
      ["2021", "示例金华市义乌市住建窗口", undefined],
      ["2022", "示例金华市义乌市住建一件事综合窗口", "示例金华市义乌市住建窗口"],
      ["2023", "示例金华市义乌市住建一件事综合窗口", "示例金华市义乌市住建窗口"],
    ]);
  });

  test("every hard case names its subjects", () => {
    expect(cases.filter(({ subjects }) => subjects.length === 0)).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
});
