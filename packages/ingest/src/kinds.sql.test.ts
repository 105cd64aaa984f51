import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contractOf, rowContracts } from "./contracts/catalogue.ts";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox, type TestCell } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

interface Example {
  /** Field → what is handed in. */
  readonly given: Readonly<Record<string, string | number>>;
  /** Field → what is stored. */
  readonly stored: Readonly<Record<string, string | number | boolean | null>>;
}

const examples: Readonly<Record<string, Example>> = {
  windows: {
    given: {
      year: 2023,
      window_id: "W1",
      name: "示例市建设窗口",
      city: "示例市",
      city_code: "3301",
      level: "市级",
      domain: "公积金",
      staff_count: 6,
      phone: "０５７１",
      opened_on: "2019/3/1",
    },
    stored: {
      year: 2023,
      window_id: "W1",
      name: "示例市建设窗口",
      city: "示例市",
      city_code: "3301",
      level: "city",
      domain: "fund",
      staff_count: 6,
      phone: "0571",
      opened_on: "2019-03-01",
      closed_on: null,
    },
  },
  people: {
    given: {
      year: "2023年",
      person_id: "P1",
      name: "职员甲0421",
      window_id: "W1",
      position: "窗口负责人",
      joined_on: "2020年6月1日",
      on_staff: "在编",
    },
    stored: {
      year: 2023,
      person_id: "P1",
      name: "职员甲0421",
      window_id: "W1",
      position: "窗口负责人",
      joined_on: "2020-06-01",
      on_staff: true,
    },
  },
  review_counts: {
    given: {
      window_id: "W1",
      month: "2023.09",
      cases: 100,
      active_reviews: 10,
      level_5: 5,
      level_4: 3,
      level_3: 1,
      level_2: 1,
      level_1: 0,
    },
    stored: { window_id: "W1", month: "2023-09-01", channel: null, cases: 100, active_reviews: 10, good: 9, bad: 1 },
  },
  bad_reviews: {
    given: {
      review_id: "R1",
      window_id: "W1",
      channel: "浙里办",
      rated_at: "2023-09-28 13:05",
      level: "非常不满意",
      cause: "非客观原因",
      visited_at: "2023年9月28日15时30分",
      appeal_result: "驳回",
      follow_up_level: "满意",
    },
    stored: {
      review_id: "R1",
      rated_at: "2023-09-28 13:05:00",
      level: 1,
      cause: "not_objective",
      visited_at: "2023-09-28 15:30:00",
      appeal_result: "dismissed",
      follow_up_level: 4,
      rectified_at: null,
    },
  },
  complaints: {
    given: {
      complaint_id: "C1",
      window_id: "W1",
      source: "12345",
      nature: "投诉",
      received_at: "2023-05-04",
      verified: "待核实",
      due_to_service: "√",
      satisfied: "不满意",
      text: "示例内容",
    },
    stored: {
      complaint_id: "C1",
      source: "12345",
      nature: "complaint",
      received_at: "2023-05-04 00:00:00",
      verified: "pending",
      due_to_service: true,
      satisfied: false,
      closed_at: null,
    },
  },
  applications: {
    given: {
      application_id: "A1",
      scheme_id: "zhejiang-2023",
      year: 2023,
      honour: "红旗窗口",
      subject_id: "W1",
      submitted_at: "2023-08-20",
      opinion_city_on: "2023-08-25",
    },
    stored: {
      application_id: "A1",
      scheme_id: "zhejiang-2023",
      year: 2023,
      honour: "red-flag-window",
      subject_id: "W1",
      submitted_at: "2023-08-20 00:00:00",
      opinion_city_on: "2023-08-25",
    },
  },
  honours: {
    given: { subject_id: "W1", title: "示例先进集体", level: "省级", awarded_on: "2022.12.30" },
    stored: { subject_id: "W1", title: "示例先进集体", level: "provincial", awarded_on: "2022-12-30", issuer: null },
  },
  innovations: {
    given: { subject_id: "W1", title: "延时服务", started_on: "20230301", evidence: "附件1" },
    stored: { subject_id: "W1", title: "延时服务", started_on: "2023-03-01", evidence: "附件1" },
  },
  scores: {
    given: {
      application_id: "A1",
      honour: "红旗窗口",
      round: "初审",
      grader_id: "G1",
      item: "1 组织领导",
      clause: "1.方案与保障",
      kind: "扣分",
      deducted: "3",
      scored_at: "2023-09-10",
    },
    stored: {
      application_id: "A1",
      honour: "red-flag-window",
      round: "initial",
      grader_id: "G1",
      item: "organisation",
      clause: "plan",
      kind: "fixed",
      points_c: 300,
      scored_at: "2023-09-10",
      cell: null,
    },
  },
  findings: {
    given: {
      finding_id: "F1",
      subject_id: "W1",
      rule: "弄虚作假",
      status: "查实",
      reported_on: "2023-05-20",
      decided_on: "2023-07-01",
      document: "示例〔2023〕1号",
    },
    stored: {
      finding_id: "F1",
      subject_id: "W1",
      rule: "falsified",
      status: "found",
      reported_on: "2023-05-20",
      decided_on: "2023-07-01",
      document: "示例〔2023〕1号",
    },
  },
  indicators: {
    given: { subject_id: "W1", metric: "平均办理时限", period: "2023年第二季度", value: "1.75", unit: "工作日" },
    stored: {
      subject_id: "W1",
      metric: "handling-days",
      period: "2023Q2",
      value: 1.75,
      unit: "工作日",
      numerator: null,
      denominator: null,
    },
  },
  appraisals: {
    given: { scheme_id: "plan-2022", subject_id: "W1", source: "第三方评估", period: "2023年上半年", score: "93.5", rank: 2 },
    stored: { scheme_id: "plan-2022", subject_id: "W1", source: "third_party", period: "2023H1", score: 93.5, rank: 2 },
  },
  checklists: {
    given: { subject_id: "W1", point: "亮身份", kept: "未做到", checked_on: "2023年6月1日", evidence: "台卡缺失" },
    stored: { subject_id: "W1", point: "identity", kept: false, checked_on: "2023-06-01", evidence: "台卡缺失" },
  },
  window_changes: {
    given: { from_window: "W1", to_window: "W2", kind: "合并", changed_on: "2022-07-01", document: "示例〔2022〕7号" },
    stored: { from_window: "W1", to_window: "W2", kind: "merged", changed_on: "2022-07-01", document: "示例〔2022〕7号", note: null },
  },
  title_events: {
    given: { event_id: "E1", subject_id: "W1", event: "限期整改", happened_on: "2023-05-01", due_on: "2023-05-31" },
    stored: { event_id: "E1", subject_id: "W1", event: "ordered", happened_on: "2023-05-01", due_on: "2023-05-31", document: null },
  },
};

test("every kind whose rows lie in the store has an example here", () => {
  expect(Object.keys(examples).sort()).toEqual(rowContracts.map(({ kind }) => kind).sort());
});

describe.each(Object.entries(examples))("%s", (kind, { given, stored }) => {
  const contract = contractOf(kind);
  const fields = contract.fields.filter((field) => field.name in given);

  test("comes back as its contract says, from text", async () => {
    sandbox.write(
      "a.csv",
      csv(
        fields.map(({ header }) => header),
        fields.map(({ name }) => given[name] ?? null),
      ),
    );
    const file = onlyFile(await sandbox.ingest());
    expect(file.problems).toEqual([]);
    expect(file.tables).toMatchObject([{ kind, rowsIn: 1, accepted: 1, ignored: [] }]);
    expect((await sandbox.query(`select * from raw_${kind}`))[0]).toMatchObject({ ...stored, row_no: 2, sheet: "", superseded_by: null });
  });

  test("comes back the same from a workbook whose headers are aliases", async () => {
    const rows: TestCell[][] = [
      fields.map(({ aliases, header }) => aliases?.at(-1) ?? header),
      fields.map(({ name }) => given[name] ?? null),
    ];
    await sandbox.writeWorkbook("a.xlsx", [{ name: contract.title, rows }]);
    const file = onlyFile(await sandbox.ingest());
    expect(file.problems).toEqual([]);
    const { cell: _, ...rest } = stored;
    expect((await sandbox.query(`select * from raw_${kind}`))[0]).toMatchObject({ ...rest, row_no: 2, sheet: contract.title });
  });

  test("refuses a row whose required cell is blank, naming the cell", async () => {
    const required = fields.filter((field) => field.required);
    expect(required.length).toBeGreaterThan(0);
    const rows = required.map(({ name: blank }) => fields.map(({ name }) => (name === blank ? null : (given[name] ?? null))));
    sandbox.write(
      "a.csv",
      csv(
        fields.map(({ header }) => header),
        ...rows,
      ),
    );
    const file = onlyFile(await sandbox.ingest());
    expect(countsOf(file)).toEqual([rows.length, 0, rows.length, 0]);
    expect(file.problems.filter(({ code }) => code === "D201").map(({ cell }) => cell)).toEqual(
      required.map(({ header }, index) => `第${index + 2}行·${header}`),
    );
  });
});

describe("a cell that cannot be read", () => {
  test.each([
    ["bad_reviews", "rated_at", "2023-02-30", "D204"],
    ["bad_reviews", "rated_at", "昨天", "D204"],
    ["bad_reviews", "cause", "不知道", "D206"],
    ["bad_reviews", "level", "6", "D215"],
    ["bad_reviews", "level", "满意", "D225"],
    ["complaints", "satisfied", "也许", "D207"],
    ["complaints", "received_at", "0203-05-04", "D204"],
    ["windows", "year", "23", "D214"],
    ["windows", "staff_count", "六", "D202"],
    ["windows", "level", "乡镇", "D206"],
    ["honours", "level", "世界级", "D206"],
    ["scores", "deducted", "-3", "D208"],
    ["scores", "deducted", "三分", "D208"],
    ["scores", "honour", "绿旗窗口", "D206"],
    ["windows", "domain", "气象", "D206"],
    ["indicators", "period", "2023Q5", "D217"],
    ["indicators", "value", "约2天", "D218"],
    ["indicators", "numerator", "3", "D250"],
    ["appraisals", "rank", "0", "D251"],
  ])("%s.%s = %s is rejected with %s and its value", async (kind, field, value, code) => {
    const given = examples[kind]?.given ?? {};
    const fields = contractOf(kind).fields.filter(({ name }) => name in given || name === field);
    sandbox.write(
      "a.csv",
      csv(
        fields.map(({ header }) => header),
        fields.map(({ name }) => (name === field ? value : (given[name] ?? null))),
      ),
    );
    const file = onlyFile(await sandbox.ingest());
    expect(countsOf(file)).toEqual([1, 0, 1, 0]);
    expect(file.problems).toContainEqual(expect.objectContaining({ field, value, code }));
  });
});

test("a year that the table lacks comes from the load; without one the file is refused", async () => {
  sandbox.write("people.csv", csv(["人员编号", "姓名", "窗口编号"], ["P1", "职员甲0421", "W1"]));
  expect(onlyFile(await sandbox.ingest())).toMatchObject({ state: "refused", errorCode: "F117" });
  expect(onlyFile(await sandbox.ingest({ defaultYear: 2022 }))).toMatchObject({ state: "loaded", accepted: 1 });
  expect(await sandbox.query("select year, person_id from raw_people")).toEqual([{ year: 2022, person_id: "P1" }]);
});

describe("names that schemes give a code to", () => {
  test("a window's domain and tier are those of a scheme, of common use, or as they stand; it has at least one of them", async () => {
    sandbox.write(
      "a.csv",
      csv(
        ["名录年度", "窗口编号", "窗口名称", "层级", "领域", "单位类别"],
        [2023, "W1", "示例窗口", "市级", "公园景区", null],
        [2023, "W2", "示例窗口", "市级", "城管", "市级"],
        [2023, "W3", "示例窗口", "市级", null, "直属单位"],
        [2023, "W4", "示例窗口", "市级", null, null],
      ),
    );
    const file = onlyFile(await sandbox.ingest());
    expect(file.problems.map(({ code, cell }) => [code, cell])).toEqual([["D201", "第5行·领域"]]);
    expect(await sandbox.query("select window_id, domain, tier from raw_windows order by 1")).toEqual([
      { window_id: "W1", domain: "parks", tier: null },
      { window_id: "W2", domain: "enforcement", tier: "city" },
      { window_id: "W3", domain: null, tier: "直属单位" },
    ]);
  });

  test("an indicator that no scheme knows is kept as it is and noted", async () => {
    sandbox.write("a.csv", csv(["对象编号", "指标", "期间", "数值"], ["W1", "绿植数量", "2023", 3]));
    const file = onlyFile(await sandbox.ingest());
    expect(file.problems.map(({ code, severity }) => [code, severity])).toEqual([["D249", "warning"]]);
    expect(await sandbox.query("select metric, period, value from raw_indicators")).toEqual([
      { metric: "绿植数量", period: "2023", value: 3 },
    ]);
  });

  test.each([
    ["2023Q1", "2023Q1"],
    ["2023-Q1", "2023Q1"],
    ["2023年1季度", "2023Q1"],
    ["2023年第四季度", "2023Q4"],
    ["2023下半年", "2023H2"],
    ["2023-h1", "2023H1"],
    ["2023年7月", "2023-07"],
    ["2023年度", "2023"],
    ["2023", "2023"],
  ])("the period %s is %s", async (given, stored) => {
    sandbox.write("a.csv", csv(["对象编号", "指标", "期间", "数值"], ["W1", "平均办理时限", given, 3]));
    await sandbox.ingest();
    expect(await sandbox.query("select period from raw_indicators")).toEqual([{ period: stored }]);
  });
});
