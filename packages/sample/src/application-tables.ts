import type { Application } from "./applications.ts";
import type { Finding } from "./findings.ts";
import type { HeldHonour, Innovation } from "./honours.ts";
import { bonusLabel, personItems, windowItems } from "./rubric-2023.ts";
import { type Column, layOut, type Table } from "./table.ts";

/** 申报 of a year: a sheet for the windows and one for the persons, since their items differ. */
export function applicationTables(year: number, applications: readonly Application[]): Table[] {
  const of = (honour: string) => applications.filter(({ nomination }) => nomination.honour === honour);
  return [
    layOut("窗口申报", `${year}年度红旗窗口申报汇总`, [], columnsFor(windowItems), of("红旗窗口")),
    layOut("人员申报", `${year}年度服务先锋申报汇总`, [], columnsFor(personItems), of("服务先锋")),
  ];
}

function columnsFor(items: readonly { readonly label: string }[]): Column<Application>[] {
  const labels = [...items.map(({ label }) => label), bonusLabel];
  const opinion = (header: string, index: number): Column<Application>[] => [
    { header, width: 22, cell: ({ opinions }) => opinions[index]?.text ?? null },
    { header: `${header}日期`, width: 16, date: true, cell: ({ opinions }) => opinions[index]?.on ?? null },
  ];
  return [
    { header: "申报编号", width: 14, cell: ({ nomination }) => nomination.applicationId },
    { header: "方案编号", width: 14, cell: () => "zhejiang-2023" },
    { header: "年度", width: 8, cell: ({ nomination }) => nomination.year },
    { header: "荣誉", width: 10, cell: ({ nomination }) => nomination.honour },
    { header: "申报对象编号", width: 14, cell: ({ nomination }) => nomination.subjectId },
    { header: "申报对象名称", width: 36, cell: ({ nomination }) => nomination.subjectName },
    { header: "推荐单位", width: 30, cell: ({ recommender }) => recommender },
    { header: "申报时间", width: 20, cell: ({ submittedAt }) => submittedAt },
    ...labels.map(
      (label): Column<Application> => ({ header: `自评·${label}`, width: 18, cell: ({ selfScores }) => selfScores[label] ?? null }),
    ),
    ...opinion("纪检意见", 0),
    ...opinion("主管单位意见", 1),
    ...opinion("设区市意见", 2),
    { header: "主要事迹", width: 60, cell: ({ deeds }) => deeds },
  ];
}

/** 荣誉 and 新举措 handed in with a year's applications. */
export function bonusTables(year: number, honours: readonly HeldHonour[], innovations: readonly Innovation[]): Table[] {
  return [
    layOut<HeldHonour>(
      "荣誉",
      `${year}年度申报对象荣誉汇总`,
      [],
      [
        { header: "对象编号", width: 12, cell: ({ subjectId }) => subjectId },
        { header: "荣誉名称", width: 30, cell: ({ title }) => title },
        { header: "级别", width: 12, cell: ({ level }) => level },
        { header: "授予单位", width: 24, cell: ({ issuer }) => issuer },
        { header: "授予日期", width: 14, date: true, cell: ({ awardedOn }) => awardedOn },
      ],
      honours.filter(({ handedIn }) => handedIn === year),
    ),
    layOut<Innovation>(
      "新举措",
      `${year}年度新举措汇总`,
      [],
      [
        { header: "对象编号", width: 12, cell: ({ subjectId }) => subjectId },
        { header: "举措名称", width: 30, cell: ({ title }) => title },
        { header: "实施日期", width: 14, date: true, cell: ({ startedOn }) => startedOn },
        { header: "佐证", width: 20, cell: ({ evidence }) => evidence },
      ],
      innovations.filter(({ handedIn }) => handedIn === year),
    ),
  ];
}

/** 查实事项 of a year. */
export const findingTable = (year: number, findings: readonly Finding[]): Table =>
  layOut<Finding>(
    "查实事项",
    `${year}年查实事项登记`,
    [],
    [
      { header: "事项编号", width: 14, cell: ({ id }) => id },
      { header: "对象编号", width: 12, cell: ({ subjectId }) => subjectId },
      { header: "事项类别", width: 16, cell: ({ rule }) => rule },
      { header: "认定状态", width: 10, cell: ({ status }) => status },
      { header: "认定日期", width: 14, date: true, cell: ({ decidedOn }) => decidedOn },
      { header: "文号", width: 24, cell: ({ document }) => document },
      { header: "情况摘要", width: 44, cell: ({ summary }) => summary },
    ],
    findings.filter((finding) => finding.year === year),
  );
