import type { SchemeCodes } from "../scheme-codes.ts";

const item = (honour: string, id: string, label: string, max: number, kind: "deduction" | "graded" | "bonus") => ({
  scheme: "zhejiang-2023",
  honour,
  item: id,
  label,
  maxHundredths: max * 100,
  kind,
});
const clause = (itemId: string, id: string, label: string, number: string, deduct: number) => ({
  scheme: "zhejiang-2023",
  honour: "red-flag-window",
  item: itemId,
  clause: id,
  label,
  number,
  deductHundredths: deduct * 100,
});

/** A part of the two rubrics of 2023, enough for score sheets of both honours. */
export const testCodes: SchemeCodes = {
  honours: [
    { scheme: "zhejiang-2023", honour: "red-flag-window", label: "红旗窗口", subject: "window" },
    { scheme: "zhejiang-2023", honour: "service-pioneer", label: "服务先锋", subject: "person" },
  ],
  names: [
    { scheme: "plan-2022", kind: "metric", id: "handling-days", label: "平均办理时限" },
    { scheme: "plan-2022", kind: "tier", id: "city", label: "市级" },
    { scheme: "plan-2022", kind: "domain", id: "parks", label: "公园景区" },
    { scheme: "checks-2011", kind: "point", id: "identity", label: "亮身份" },
    { scheme: "checks-2011", kind: "event", id: "ordered", label: "限期整改" },
  ],
  items: [
    item("red-flag-window", "organisation", "组织领导", 10, "deduction"),
    item("red-flag-window", "conduct", "政务服务规范化", 20, "deduction"),
    item("red-flag-window", "integrity", "政务服务廉洁化", 20, "deduction"),
    item("red-flag-window", "bonus", "加分事项", 10, "bonus"),
    item("service-pioneer", "politics", "政治素质过硬", 20, "graded"),
    item("service-pioneer", "integrity", "廉洁自律过硬", 20, "graded"),
  ],
  clauses: [
    clause("organisation", "plan", "方案与保障", "1", 3),
    clause("organisation", "publicity", "宣传与自查", "2", 3),
    clause("conduct", "identity", "亮明身份", "1", 5),
    clause("integrity", "lawful", "依法行政", "1", 5),
  ],
};
