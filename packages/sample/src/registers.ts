import { cities } from "./divisions.ts";
import { isPresentIn, type SamplePerson } from "./people.ts";
import { type Column, layOut, type Table } from "./table.ts";
import { countyIn, formerNamesIn, isOpenIn, nameIn, type SampleWindow } from "./windows.ts";

const levelUnits = { 省: "示例省级主管单位", 市: "示例市级主管单位", 县: "示例县级主管单位" } as const;
const tiers = { 住建: "行政机关", 住房公积金: "事业单位", 城管执法: "行政机关", 水务燃气: "国有企业" } as const;

/** 窗口名录 of a year: codes, names and counties as they stood then. */
export function windowRegister(year: number, windows: readonly SampleWindow[], people: readonly SamplePerson[]): Table {
  const present = people.filter((person) => isPresentIn(person, year));
  const headOf = new Map(present.filter(({ position }) => position === "窗口负责人").map((person) => [person.windowId, person.name]));
  const columns: Column<SampleWindow>[] = [
    { header: "名录年度", width: 10, cell: () => year },
    { header: "窗口编号", width: 10, cell: ({ id }) => id },
    { header: "窗口名称", width: 38, cell: (window) => nameIn(window, year) },
    { header: "设区市代码", width: 12, cell: ({ city }) => city?.code ?? null },
    { header: "设区市", width: 10, cell: ({ city }) => city?.name ?? null },
    { header: "县(市、区)代码", width: 14, cell: (window) => countyIn(window, year)?.code ?? null },
    { header: "县(市、区)", width: 16, cell: (window) => countyIn(window, year)?.name ?? null },
    { header: "层级", width: 6, cell: ({ level }) => level },
    { header: "领域", width: 12, cell: ({ domain }) => domain },
    { header: "单位类别", width: 12, cell: ({ domain }) => tiers[domain] },
    { header: "主管单位", width: 20, cell: ({ level }) => levelUnits[level] },
    { header: "所在地址", width: 18, cell: ({ id }) => `示例路${Number(id.slice(1))}号` },
    { header: "联系人", width: 12, cell: ({ id }) => headOf.get(id) ?? null },
    { header: "电话", width: 16, cell: () => "000-00000000" },
    { header: "人数", width: 6, cell: ({ id }) => present.filter(({ windowId }) => windowId === id).length },
    { header: "曾用名", width: 38, cell: (window) => formerNamesIn(window, year) },
    { header: "启用日期", width: 12, date: true, cell: ({ openedOn }) => openedOn },
    { header: "停用日期", width: 12, date: true, cell: ({ closedOn }) => (closedOn && closedOn <= `${year}-12-31` ? closedOn : null) },
  ];
  const asOf = year === 2021 ? "截至 2021 年 3 月 31 日，行政区划按当日" : `截至 ${year} 年 12 月 31 日`;
  const listed = windows.filter((window) => isOpenIn(window, year));
  return layOut("窗口名录", `${year}年窗口名录`, [`${asOf}；共 ${cities.length} 个设区市，${listed.length} 个窗口`], columns, listed);
}

/** 窗口人员 of a year. */
export function peopleRegister(year: number, people: readonly SamplePerson[]): Table {
  const columns: Column<SamplePerson>[] = [
    { header: "名录年度", width: 10, cell: () => year },
    { header: "人员编号", width: 10, cell: ({ id }) => id },
    { header: "姓名", width: 14, cell: ({ name }) => name },
    { header: "所在窗口", width: 12, cell: ({ windowId }) => windowId },
    { header: "职务", width: 14, cell: ({ position }) => position },
    { header: "到岗日期", width: 12, date: true, cell: ({ joinedOn }) => joinedOn },
    { header: "在编", width: 6, cell: ({ onStaff }) => (onStaff ? "是" : "否") },
  ];
  const present = people
    .filter((person) => isPresentIn(person, year))
    .sort((a, b) => (`${a.windowId}${a.id}` < `${b.windowId}${b.id}` ? -1 : 1));
  return layOut("窗口人员", `${year}年窗口人员名录`, [], columns, present);
}
