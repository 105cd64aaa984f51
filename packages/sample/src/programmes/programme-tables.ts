import { type Column, layOut, type Table } from "../table.ts";

/** A window or unit of a programme's register. */
export interface Office {
  readonly id: string;
  readonly name: string;
  readonly city: { readonly code: string; readonly name: string };
  readonly county: { readonly code: string; readonly name: string } | null;
  readonly level: "市级" | "县级";
  readonly domain?: string;
  readonly tier?: string;
  readonly unit: string;
  readonly staff: number;
}

export interface Clerk {
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly joinedOn: string;
  readonly leftOn?: string;
  readonly onStaff: boolean;
  readonly frontLine: boolean;
}

/** An application for an honour of a programme. */
export interface Entry {
  readonly id: string;
  readonly honour: string;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly kind: "窗口" | "人员" | "单位" | "项目";
  readonly unit?: string;
  readonly tier?: string;
  readonly recommender?: string;
  readonly submittedAt?: string;
  readonly beganOn?: string;
  readonly inUse?: boolean | null;
  readonly deeds?: string;
}

export interface Figure {
  readonly subjectId: string;
  readonly metric: string;
  readonly period: string;
  readonly value?: number;
  readonly unit?: string;
  readonly counts?: readonly [numerator: number, denominator: number];
}

export interface Opinion {
  readonly subjectId: string;
  readonly source: string;
  readonly period: string;
  readonly score?: number;
  readonly rank?: number;
}

/** Columns in which some row has something. */
function filled<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Column<Row>[] {
  return columns.filter(({ cell }) => rows.some((row) => cell(row) !== null));
}

const yesNo = (value: boolean | null | undefined) => (value === undefined || value === null ? null : value ? "是" : "否");

/** 窗口名录 of a programme that is not Zhejiang's: each row names its scheme. */
export function officeTable(scheme: string, year: number, offices: readonly Office[]): Table {
  const columns: Column<Office>[] = [
    { header: "方案编号", width: 16, cell: () => scheme },
    { header: "名录年度", width: 10, cell: () => year },
    { header: "窗口编号", width: 10, cell: ({ id }) => id },
    { header: "窗口名称", width: 34, cell: ({ name }) => name },
    { header: "设区市代码", width: 12, cell: ({ city }) => city.code },
    { header: "设区市", width: 10, cell: ({ city }) => city.name },
    { header: "县(市、区)代码", width: 14, cell: ({ county }) => county?.code ?? null },
    { header: "县(市、区)", width: 14, cell: ({ county }) => county?.name ?? null },
    { header: "层级", width: 8, cell: ({ level }) => level },
    { header: "领域", width: 24, cell: ({ domain }) => domain ?? null },
    { header: "单位类别", width: 34, cell: ({ tier }) => tier ?? null },
    { header: "主管单位", width: 28, cell: ({ unit }) => unit },
    { header: "所在地址", width: 16, cell: ({ id }) => `示例路${Number(id.replace(/\D/gu, ""))}号` },
    { header: "电话", width: 16, cell: () => "000-00000000" },
    { header: "人数", width: 6, cell: ({ staff }) => staff },
  ];
  return layOut("窗口名录", `${year}年单位与窗口名录`, [], filled(columns, offices), offices);
}

export function clerkTable(scheme: string, year: number, clerks: readonly Clerk[]): Table {
  const columns: Column<Clerk>[] = [
    { header: "方案编号", width: 16, cell: () => scheme },
    { header: "名录年度", width: 10, cell: () => year },
    { header: "人员编号", width: 10, cell: ({ id }) => id },
    { header: "姓名", width: 14, cell: ({ name }) => name },
    { header: "所在窗口", width: 12, cell: ({ officeId }) => officeId },
    { header: "到岗日期", width: 12, date: true, cell: ({ joinedOn }) => joinedOn },
    { header: "离岗日期", width: 12, date: true, cell: ({ leftOn }) => leftOn ?? null },
    { header: "一线", width: 6, cell: ({ frontLine }) => yesNo(frontLine) },
    { header: "在编", width: 6, cell: ({ onStaff }) => yesNo(onStaff) },
  ];
  return layOut("窗口人员", `${year}年人员名录`, [], filled(columns, clerks), clerks);
}

/** 申报 for one honour, on a sheet of its own. */
export function entryTable(scheme: string, year: number, entries: readonly Entry[]): Table {
  const honour = entries[0]?.honour ?? "";
  const columns: Column<Entry>[] = [
    { header: "申报编号", width: 14, cell: ({ id }) => id },
    { header: "方案编号", width: 16, cell: () => scheme },
    { header: "年度", width: 8, cell: () => year },
    { header: "荣誉", width: 24, cell: (entry) => entry.honour },
    { header: "申报对象编号", width: 14, cell: ({ subjectId }) => subjectId },
    { header: "申报对象名称", width: 34, cell: ({ subjectName }) => subjectName },
    { header: "对象类型", width: 10, cell: ({ kind }) => kind },
    { header: "申报单位", width: 28, cell: ({ unit }) => unit ?? null },
    { header: "单位类别", width: 34, cell: ({ tier }) => tier ?? null },
    { header: "推荐单位", width: 28, cell: ({ recommender }) => recommender ?? null },
    { header: "申报时间", width: 20, cell: ({ submittedAt }) => submittedAt ?? null },
    { header: "项目启动日期", width: 14, date: true, cell: ({ beganOn }) => beganOn ?? null },
    { header: "是否投入使用", width: 14, cell: ({ inUse }) => yesNo(inUse) },
    { header: "主要事迹", width: 60, cell: ({ deeds }) => deeds ?? null },
  ];
  return layOut(honour, `${year}年度${honour}申报汇总`, [], filled(columns, entries), entries);
}

export function figureTable(scheme: string, title: string, figures: readonly Figure[]): Table {
  const columns: Column<Figure>[] = [
    { header: "方案编号", width: 16, cell: () => scheme },
    { header: "对象编号", width: 10, cell: ({ subjectId }) => subjectId },
    { header: "指标", width: 28, cell: ({ metric }) => metric },
    { header: "期间", width: 10, cell: ({ period }) => period },
    { header: "数值", width: 10, cell: ({ value }) => value ?? null },
    { header: "计量单位", width: 10, cell: ({ unit }) => unit ?? null },
    { header: "分子", width: 10, cell: ({ counts }) => counts?.[0] ?? null },
    { header: "分母", width: 10, cell: ({ counts }) => counts?.[1] ?? null },
  ];
  return layOut("指标", title, [], filled(columns, figures), figures);
}

export function opinionTable(scheme: string, title: string, opinions: readonly Opinion[]): Table {
  const columns: Column<Opinion>[] = [
    { header: "方案编号", width: 16, cell: () => scheme },
    { header: "对象编号", width: 12, cell: ({ subjectId }) => subjectId },
    { header: "测评来源", width: 14, cell: ({ source }) => source },
    { header: "期间", width: 10, cell: ({ period }) => period },
    { header: "得分", width: 10, cell: ({ score }) => score ?? null },
    { header: "名次", width: 8, cell: ({ rank }) => rank ?? null },
  ];
  return layOut("测评", title, [], filled(columns, opinions), opinions);
}

export interface Turn {
  readonly id: string;
  readonly subjectId: string;
  readonly event: string;
  readonly on: string;
  readonly due?: string;
}

/** 称号事项 */
export function turnTable(scheme: string, title: string, turns: readonly Turn[]): Table {
  const columns: Column<Turn>[] = [
    { header: "方案编号", width: 16, cell: () => scheme },
    { header: "称号事项编号", width: 14, cell: ({ id }) => id },
    { header: "对象编号", width: 10, cell: ({ subjectId }) => subjectId },
    { header: "称号事项", width: 16, cell: ({ event }) => event },
    { header: "发生日期", width: 12, date: true, cell: ({ on }) => on },
    { header: "完成期限", width: 12, date: true, cell: ({ due }) => due ?? null },
  ];
  return layOut("称号事项", title, [], filled(columns, turns), turns);
}
