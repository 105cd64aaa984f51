import type { Contract } from "./contract.ts";
import { schemeField } from "./scheme-field.ts";

/** Domains as registers name them, besides the names that the schemes give them. */
export const domainNames: Readonly<Record<string, string>> = {
  住建: "housing",
  住房城乡建设: "housing",
  建设: "housing",
  住房公积金: "fund",
  公积金: "fund",
  城管执法: "enforcement",
  综合执法: "enforcement",
  城管: "enforcement",
  水务燃气: "utilities",
  供水燃气: "utilities",
  水务: "utilities",
  燃气: "utilities",
};

/** 窗口名录: a window in one year's register. It has a domain or, in programmes that know none, a tier (`window-rules.ts`). */
export const windows: Contract = {
  kind: "windows",
  title: "窗口名录",
  key: ["window_id", "year"],
  requires: ["window_id", "name", ["domain", "tier"]],
  fields: [
    schemeField,
    { name: "year", header: "名录年度", aliases: ["年度", "年份"], type: "year", required: true, defaultsToYear: true },
    { name: "window_id", header: "窗口编号", aliases: ["窗口代码", "窗口编码", "窗口ID"], type: "id", personal: "none", required: true },
    { name: "name", header: "窗口名称", aliases: ["名称", "窗口全称"], type: "text", personal: "none", required: true },
    { name: "city_code", header: "设区市代码", aliases: ["市代码", "城市代码", "地市代码"], type: "id", personal: "none" },
    { name: "city", header: "设区市", aliases: ["城市", "地市", "市", "所属设区市"], type: "text", personal: "none" },
    { name: "county_code", header: "县(市、区)代码", aliases: ["区县代码", "县代码", "县市区代码"], type: "id", personal: "none" },
    { name: "county", header: "县(市、区)", aliases: ["区县", "县", "县市区", "县区"], type: "text", personal: "none" },
    {
      name: "level",
      header: "层级",
      aliases: ["窗口层级", "行政层级"],
      type: "code",
      required: true,
      values: { 省: "province", 省级: "province", 市: "city", 市级: "city", 设区市: "city", 县: "county", 县级: "county", 区县: "county" },
    },
    { name: "domain", header: "领域", aliases: ["业务领域", "所属领域", "条线"], type: "text", personal: "none" },
    { name: "tier", header: "单位类别", aliases: ["类别", "单位层次"], type: "text", personal: "none" },
    { name: "unit", header: "主管单位", aliases: ["窗口主管单位", "所属单位"], type: "text", personal: "none" },
    { name: "address", header: "所在地址", aliases: ["地址", "窗口地址"], type: "text", personal: "address" },
    { name: "postcode", header: "邮编", aliases: ["邮政编码"], type: "id", personal: "address" },
    { name: "contact", header: "联系人", type: "text", personal: "name" },
    { name: "phone", header: "电话", aliases: ["联系电话", "手机", "手机号", "联系方式"], type: "id", personal: "phone" },
    { name: "staff_count", header: "人数", aliases: ["窗口人数", "工作人员数"], type: "int" },
    { name: "former_names", header: "曾用名", aliases: ["原名称", "曾用名称"], type: "text", personal: "none" },
    { name: "opened_on", header: "启用日期", aliases: ["设立日期", "开设日期"], type: "date" },
    { name: "closed_on", header: "停用日期", aliases: ["撤销日期", "关闭日期"], type: "date" },
  ],
  checks: [{ code: "D231", severity: "rejected", field: "closed_on", violated: "closed_on < opened_on" }],
};
