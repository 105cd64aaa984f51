import type { TestCell } from "../sandbox.ts";
import type { CorpusCase, StoredValue } from "./case.ts";
import { merge, workbook } from "./counts.ts";

const opinion = (words: string, day: string) => `${words}\n\n（盖章）\n${day}`;

/** Annex 1 as it is handed out: labels beside their fields, in cells that are merged every which way. */
const windowForm = (name: string, more: readonly (readonly TestCell[])[] = []): readonly (readonly TestCell[])[] => [
  ["2023年度“建设红旗窗口”申报表"],
  ["填报日期：2023年8月20日"],
  ["窗口名称", name, null, "设区市", "示例甲市", null],
  ["窗口主管单位", "示例甲市住建局", null, "领　域", "住建", null],
  ["联系人", "职员甲0421", null, "联系电话", "0571-00000000", null],
  ["主要\n事迹", "窗口推行“一窗受理”，全年无差评。\n第二段事迹。"],
  ["窗口主管\n单位\n纪检意见", opinion("无违纪违法记录。", "2023 年 8 月 21 日")],
  ["窗口主管单位意见", opinion("同意申报。", "2023年8月22日")],
  ["设区市主管单位意见", "（盖章）　　　年　　月　　日"],
  ...more,
];
const windowFormMerges = ["A1:F1", "A2:F2", "B3:C3", "E3:F3", "B4:C4", "E4:F4", "B5:C5", "E5:F5", "B6:F6", "B7:F7", "B8:F8", "B9:F9"].map(
  merge,
);

const rubricHeader = ["序号", "考核项目", "考核内容", "分值", "自评分", "考核分", "扣分原因"];
/** Annex 5: an item is merged over its clauses, and so are its points and its figures. */
function windowRubric(
  head: readonly TestCell[],
  figures: readonly [self: TestCell, given: TestCell, reason?: TestCell][],
  tail: readonly (readonly TestCell[])[] = [],
) {
  const [organisation, conduct, integrity, bonus, veto] = figures.map(([self, given, reason]) => [self, given, reason ?? null]);
  return {
    rows: [
      ["附件5"],
      ["2023年红旗窗口考核评分表"],
      head,
      rubricHeader,
      [1, "组织领导\n（10分）", "方案与保障", 10, ...(organisation ?? [])],
      [null, null, "宣传与自查"],
      [2, "政务服务规范化", "亮明身份", 20, ...(conduct ?? [])],
      [3, "政务服务廉洁化", "依法行政", 20, ...(integrity ?? [])],
      [4, "加分事项", "荣誉", 10, ...(bonus ?? [])],
      [5, "一票否决", "违纪违法", "—", ...(veto ?? [])],
      ["合计", null, null, 100],
      ...tail,
    ],
    merges: ["A1:G1", "A2:G2", "A5:A6", "B5:B6", "D5:D6", "E5:E6", "F5:F6", "G5:G6", "A11:C11"].map(merge),
  };
}

const application = "2023-red-flag-window-W-F1";
const scored = (
  item: string,
  clause: string | null,
  kind: string,
  points: number | null,
  cell: string,
): Readonly<Record<string, StoredValue>> => ({
  application_id: application,
  item,
  clause,
  kind,
  points_c: points,
  cell,
});

/** The programme's own forms, handed in beside the registers, which come later in the order of names. */
export const formCases: readonly CorpusCase[] = [
  {
    name: "the registers lie behind the forms and are read before them all the same",
    file: "forms/名录.xlsx",
    bytes: workbook(
      {
        name: "窗口名录",
        rows: [
          ["名录年度", "窗口编号", "窗口名称", "设区市", "层级", "领域", "主管单位", "曾用名"],
          [2023, "W-F1", "示例甲市住建综合窗口", "示例甲市", "市", "住建", "示例甲市住建局", null],
          [2023, "W-F2", "示例公积金窗口", "示例甲市", "市", "公积金", "示例甲市公积金中心", "示例归集窗口、示例旧窗口"],
          [2023, "W-F3", "示例公积金窗口", "示例乙市", "市", "公积金", "示例乙市公积金中心", null],
        ],
      },
      {
        name: "人员",
        rows: [
          ["名录年度", "人员编号", "姓名", "所在窗口"],
          [2023, "P-F1", "职员乙0007", "W-F1"],
          [2023, "P-F2", "职员丙0008", "W-F2"],
          [2023, "P-F3", "职员丙0008", "W-F3"],
        ],
      },
    ),
    expect: {
      state: "loaded",
      rows: {
        windows: ["W-F1", "W-F2", "W-F3"].map((window_id) => ({ window_id })),
        people: ["P-F1", "P-F2", "P-F3"].map((person_id) => ({ person_id })),
      },
    },
  },
  {
    name: "annexes 1 and 5 of a window in one workbook: the application, its honours, and the self scores of the other sheet",
    file: "forms/附件1和5.xlsx",
    bytes: workbook(
      {
        name: "附件1",
        rows: windowForm("示例甲市住建综合窗口", [
          ["近三年荣誉", "荣誉名称", "级别", "授予单位", "授予日期", null],
          [null, "示例文明窗口", "省级", "示例厅", "2022年5月4日", null],
          [null, "示例先进集体", "特级", "示例局", "2021年3月8日", null],
        ]),
        merges: [...windowFormMerges, merge("A10:A12")],
      },
      {
        name: "附件5",
        ...windowRubric(
          ["窗口名称：示例甲市住建综合窗口"],
          [
            [9.5, null],
            [18, null],
            [21, null],
            [8, null],
            ["无", null],
          ],
        ),
      },
    ),
    expect: {
      state: "loaded",
      rows: {
        applications: [],
        honours: [{ subject_id: "W-F1", title: "示例文明窗口", level: "provincial", awarded_on: "2022-05-04", row_no: 11 }],
        self_scores: [],
      },
      problems: [
        ["附件5!E8", "R214"],
        ["附件1!C12", "D206"],
      ],
    },
  },
  {
    name: "annex 1 alone: opinions with their dates, an opinion nobody wrote, the deeds at length",
    file: "forms/附件1.xlsx",
    bytes: workbook({ name: "申报表", rows: windowForm("示例甲市住建综合窗口"), merges: windowFormMerges }),
    expect: {
      state: "loaded",
      rows: {
        applications: [
          {
            application_id: application,
            scheme_id: "zhejiang-2023",
            year: 2023,
            honour: "red-flag-window",
            subject_id: "W-F1",
            subject_kind: "window",
            unit: "示例甲市住建局",
            submitted_at: "2023-08-20 00:00:00",
            opinion_discipline_on: "2023-08-21",
            opinion_unit_on: "2023-08-22",
            opinion_city: null,
            opinion_city_on: null,
            deeds: "窗口推行“一窗受理”，全年无差评。\n第二段事迹。",
            row_no: 3,
          },
        ],
      },
    },
  },
  {
    name: "annexes 1 and 5 in one workbook: self scores name the sheet and the cell that they stand in",
    file: "forms/附件1和自评.xlsx",
    bytes: workbook(
      {
        name: "附件1",
        rows: windowForm("示例公积金窗口").map((row) => row.map((cell) => (cell === "示例甲市" ? "示例乙市" : cell))),
        merges: windowFormMerges,
      },
      {
        name: "附件5",
        ...windowRubric(
          ["窗口名称：示例公积金窗口　设区市：示例乙市"],
          [
            [9.5, null],
            [18, null],
            [20, null],
            [8, null],
            ["无", null],
          ],
        ),
      },
    ),
    expect: {
      state: "loaded",
      rows: {
        applications: [{ application_id: "2023-red-flag-window-W-F3", subject_id: "W-F3" }],
        self_scores: [
          { item: "organisation", self_score_c: 950, sheet: "附件5", cell: "E5" },
          { item: "conduct", self_score_c: 1800, sheet: "附件5", cell: "E7" },
          { item: "integrity", self_score_c: 2000, sheet: "附件5", cell: "E8" },
        ],
      },
    },
  },
  {
    name: "annex 2 with labels above their fields names a person by name and window",
    file: "forms/附件2.xlsx",
    bytes: workbook({
      name: "人员申报表",
      rows: [
        ["争当服务先锋个人申报表（2023年）"],
        ["姓 名", "性别", "政治面貌", "所在窗口"],
        ["职员丙0008", "女", "群众", "示例公积金窗口"],
        ["工作单位", "示例甲市公积金中心", null, null],
        ["主要事迹", null, null, null],
        ["十年如一日。", null, null, null],
        ["纪检意见", "同意  2023.8.1", "主管单位意见", "同意  2023-08-02"],
        ["获奖情况", "2022年获省级示例奖", null, null],
      ],
      merges: ["A1:D1", "B4:D4", "A5:D5", "A6:D6", "B8:D8"].map(merge),
    }),
    expect: {
      state: "loaded",
      rows: {
        applications: [
          {
            application_id: "2023-service-pioneer-P-F2",
            honour: "service-pioneer",
            subject_id: "P-F2",
            deeds: "十年如一日。",
            opinion_discipline_on: "2023-08-01",
            opinion_unit_on: "2023-08-02",
            row_no: 3,
          },
        ],
      },
      problems: [["人员申报表!B8", "D261"]],
    },
  },
  {
    name: "annex 3 lists a city's nominees: a former name is known, one of two of a name is told by the city, one that nobody has is named with those near it",
    file: "forms/附件3.xlsx",
    bytes: workbook({
      name: "推荐表",
      rows: [
        ["2023年示例甲市红旗窗口推荐汇总表"],
        ["推荐单位：示例甲市住建局", null, null, "填报日期：2023年8月25日"],
        ["序号", "窗口名称", "主管单位", "推荐理由"],
        [1, "示例旧窗口", "示例甲市公积金中心", "一窗通办"],
        [2, "示例甲市住建窗口", "示例甲市住建局", "x"],
      ],
      merges: ["A1:D1", "A2:C2"].map(merge),
    }),
    expect: {
      state: "loaded",
      rows: {
        applications: [
          {
            application_id: "2023-red-flag-window-W-F2",
            recommender: "示例甲市住建局",
            deeds: "一窗通办",
            submitted_at: "2023-08-25 00:00:00",
            row_no: 4,
          },
        ],
      },
      problems: [["推荐表!B5", "D256"]],
    },
  },
  {
    name: "annex 4 lists persons: one of a name that two have, without saying where, is open",
    file: "forms/附件4.xlsx",
    bytes: workbook({
      name: "人员推荐",
      rows: [["2023年服务先锋推荐表"], ["序号", "姓名", "所在窗口"], [1, "职员乙0007", "示例甲市住建综合窗口"], [2, "职员丙0008", null]],
      merges: [merge("A1:C1")],
    }),
    expect: {
      state: "loaded",
      rows: { applications: [{ application_id: "2023-service-pioneer-P-F1", subject_id: "P-F1", row_no: 3 }] },
      problems: [["人员推荐!B4", "D257"]],
    },
  },
  {
    name: "annex 5 as a grader fills it in: full marks, points off with the clause named, points off at discretion",
    file: "forms/附件5-评委1.xlsx",
    bytes: workbook({
      name: "评分表",
      ...windowRubric(
        ["窗口名称：示例甲市住建综合窗口　　评委：G1　　轮次：现场考核　　评分日期：2023年9月12日"],
        [
          [null, 7, "第2条未落实"],
          [null, 20],
          [null, 18.5, "收费公示不全"],
          [null, null],
          [null, "无"],
        ],
      ),
    }),
    expect: {
      state: "loaded",
      rows: {
        scores: [
          scored("organisation", "plan", "fixed", 0, "F5"),
          {
            ...scored("organisation", "publicity", "fixed", 300, "F5"),
            round: "onsite",
            grader_id: "G1",
            scored_at: "2023-09-12",
            reason: "第2条未落实",
          },
          scored("conduct", "identity", "fixed", 0, "F7"),
          scored("integrity", "lawful", "fixed", 0, "F8"),
          scored("integrity", null, "discretionary", 150, "F8"),
        ],
      },
    },
  },
  {
    name: "annex 5 with points off and no reason: that item is rejected by name, a blank is not yet scored, the bonus and a veto are not for graders",
    file: "forms/附件5-评委2.xlsx",
    bytes: workbook({
      name: "评分表",
      ...windowRubric(
        ["窗口名称", "示例甲市住建综合窗口", null, "评委", "G2", null, null],
        [
          [null, 7],
          [null, null],
          [null, 25],
          [null, 8],
          [null, "有一起"],
        ],
        [["轮次：专家初审"], ["评分日期：2023-09-01"]],
      ),
    }),
    expect: {
      state: "loaded",
      rows: { scores: [scored("conduct", "identity", "fixed", null, "F7")] },
      problems: [
        ["评分表!F5", "D258"],
        ["评分表!F8", "R214"],
        ["评分表!B9", "D243"],
        ["评分表!F10", "D260"],
      ],
    },
  },
  {
    name: "annex 5 with a figure for every clause",
    file: "forms/附件5-逐条.xlsx",
    bytes: workbook({
      name: "逐条评分",
      rows: [
        ["红旗窗口评分表（2023年度现场考核）"],
        ["窗口名称：示例甲市住建综合窗口", null, null, null, "专家：G3"],
        ["考核项目", "评分标准", "分值", "扣分", "扣分原因"],
        ["组织领导", "方案与保障", 10, 3, "没有方案"],
        [null, "宣传与自查", null, 0, null],
        ["政务服务规范化", "亮明身份", 20, 4, "x"],
      ],
      merges: ["A1:E1", "A4:A5", "C4:C5"].map(merge),
    }),
    expect: {
      state: "loaded",
      rows: { scores: [scored("organisation", "plan", "fixed", 300, "D4"), scored("organisation", "publicity", "fixed", 0, "D5")] },
      problems: [["逐条评分!D6", "D244"]],
    },
  },
  {
    name: "annex 6 of a person has points given, and no deductions are made up",
    file: "forms/附件6.xlsx",
    bytes: workbook({
      name: "附件6",
      rows: [
        ["2023年服务先锋考核评分表"],
        ["姓名：职员乙0007", null, "评分人：G1", "阶段：初审"],
        ["序号", "考核项目", "分值", "考核分"],
        [1, "政治素质过硬", 20, 19.5],
        [2, "廉洁自律过硬", 20, 21],
        ["总分", null, 100, 40.5],
      ],
      merges: ["A1:D1", "A2:B2"].map(merge),
    }),
    expect: {
      state: "loaded",
      rows: {
        scores: [
          { application_id: "2023-service-pioneer-P-F1", item: "politics", clause: null, kind: "graded", points_c: 1950, cell: "D4" },
        ],
      },
      problems: [["附件6!D5", "R214"]],
    },
  },
  {
    name: "a rubric that does not say who graded is rejected once, and says what is missing",
    file: "forms/附件5-缺评委.xlsx",
    bytes: workbook({
      name: "评分表",
      ...windowRubric(
        ["窗口名称：示例甲市住建综合窗口"],
        [
          [null, 10],
          [null, 20],
          [null, 20],
        ],
      ),
    }),
    expect: { state: "loaded", rows: { scores: [] }, problems: [["评分表!A1", "D259"]] },
  },
  {
    name: "self scores without the application that they belong to are not read, and it is said",
    file: "forms/附件5-自评.xlsx",
    bytes: workbook({
      name: "自评表",
      ...windowRubric(
        ["窗口名称：示例公积金窗口（示例甲市）", null, null, "设区市：示例甲市"],
        [
          [9, null],
          [18, null],
          [20, null],
        ],
      ),
    }),
    expect: { state: "loaded", rows: { scores: [] }, problems: [["自评表!E5", "D260"]] },
  },
];
