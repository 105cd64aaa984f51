import { profileOf } from "./city-profiles.ts";
import { type City, type County, cities, counties, formerCounties } from "./divisions.ts";
import type { Random } from "./random.ts";
import type { SampleYear } from "./years.ts";

export const domains = ["住建", "住房公积金", "城管执法", "水务燃气"] as const;
export type Domain = (typeof domains)[number];

/** An invented window. Its id stays when its name or its county changes. */
export interface SampleWindow {
  readonly id: string;
  readonly domain: Domain;
  readonly level: "省" | "市" | "县";
  readonly city: City | null;
  readonly county: County | null;
  /** County and name in the register of 2021 where the changes of 2021-04-09 moved the window. */
  readonly before: { readonly county: County; readonly name: string } | null;
  readonly name: string;
  /** Name up to 2021 of the window that was renamed in 2022. */
  readonly nameUntil2021: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** Quality against its city, about −0.2 to 0.2. */
  readonly effect: number;
  /** Cases in a month of 2022, before season and growth. */
  readonly monthlyCases: number;
}

/** Small counties whose water and gas are served by a neighbour. */
const withoutUtilities = ["330305", "330328", "330329", "330727", "330922", "331125", "331126", "331127"];
const small: Readonly<Record<string, number>> = {
  "330305": 0.12,
  "330328": 0.25,
  "330329": 0.25,
  "330727": 0.2,
  "330922": 0.04,
  "331125": 0.1,
  "331126": 0.12,
  "331127": 0.12,
};

const shortNames: Readonly<Record<Domain, string>> = { 住建: "住建", 住房公积金: "公积金", 城管执法: "城管", 水务燃气: "水务" };
const domainVolume: Readonly<Record<Domain, number>> = { 住建: 1.15, 住房公积金: 1.35, 城管执法: 0.6, 水务燃气: 0.9 };
const levelVolume = { 省: 1.2, 市: 1.6, 县: 0.93 } as const;
/** Busy and quiet windows of one kind: twenty steps of a skewed distribution with mean 1. */
const busyness = [0.2, 0.28, 0.35, 0.42, 0.49, 0.55, 0.61, 0.68, 0.75, 0.82, 0.9, 0.98, 1.07, 1.17, 1.29, 1.44, 1.63, 1.9, 2.35, 3.12];
const casesPerWindowMonth = 2390;

interface Site {
  readonly level: SampleWindow["level"];
  readonly city: City | null;
  readonly county: County | null;
  readonly domain: Domain;
  readonly note: string;
  readonly before: { readonly county: County; readonly note: string } | null;
}

/** About 400 windows: the province's, each city's own, and those of every county in the four domains. */
export function buildWindows(random: Random): SampleWindow[] {
  const opened = new Map([
    [37, "2022-05-16"],
    [141, "2022-09-01"],
    [222, "2023-02-20"],
    [305, "2023-04-03"],
  ]);
  const closed = new Map([
    [118, "2022-06-30"],
    [266, "2023-05-31"],
  ]);
  return sites().map((site, index) => {
    const { level, city, county, domain } = site;
    const volume = profileOf(city?.code ?? null).volume * levelVolume[level] * domainVolume[domain] * (small[county?.code ?? ""] ?? 1);
    const name = windowName(city, county, domain, site.note);
    return {
      id: `W${String(index + 1).padStart(4, "0")}`,
      domain,
      level,
      city,
      county,
      before: site.before && { county: site.before.county, name: windowName(city, site.before.county, domain, site.before.note) },
      name: index === renamedIndex ? name.replace(/窗口$/u, "一件事综合窗口") : name,
      nameUntil2021: index === renamedIndex ? name : null,
      openedOn: opened.get(index) ?? `${random.int(2008, 2019)}-${String(random.int(1, 12)).padStart(2, "0")}-01`,
      closedOn: closed.get(index) ?? null,
      effect: Math.round(random.around(0, 0.09) * 1000) / 1000,
      monthlyCases: Math.max(25, Math.round(casesPerWindowMonth * volume * random.pick(busyness))),
    };
  });
}

/** 示例义乌市住建窗口, renamed in 2022. */
const renamedIndex = sites().findIndex((site) => site.county?.code === "330782" && site.domain === "住建");

function windowName(city: City | null, county: County | null, domain: Domain, note: string): string {
  const place = city ? `${city.name}${county?.name ?? "市本级"}` : "浙江省省本级";
  return `示例${place}${shortNames[domain]}窗口${note}`;
}

function sites(): Site[] {
  const site = (
    level: Site["level"],
    city: City | null,
    county: County | null,
    domain: Domain,
    note = "",
    before: Site["before"] = null,
  ) => ({
    level,
    city,
    county,
    domain,
    note,
    before,
  });
  return [
    ...domains.map((domain) => site("省", null, null, domain)),
    ...cities.flatMap((city) => [
      ...domains.map((domain) => site("市", city, null, domain)),
      ...counties
        .filter((county) => county.cityCode === city.code)
        .flatMap((county) => [
          ...domains
            .filter((domain) => !(domain === "水务燃气" && withoutUtilities.includes(county.code)))
            .map((domain, index) => site("县", city, county, domain, "", beforeTheChange(county, index))),
          ...extraSites(county).map(({ domain, note, former }) => site("县", city, county, domain, note, { county: former, note: "" })),
        ]),
    ]),
  ];
}

/** Where the windows of the two new districts stood before 2021-04-09. */
function beforeTheChange(county: County, index: number): Site["before"] {
  if (county.name === "临平区") return { county: formerCounties.yuhang, note: "（临平）" };
  if (county.name !== "钱塘区") return null;
  return index < 2 ? { county: formerCounties.jianggan, note: "（下沙）" } : { county: formerCounties.xiaoshan, note: "（大江东）" };
}

/** Windows of the two abolished districts, now in the districts that took them in. */
function extraSites(county: County): { domain: Domain; note: string; former: County }[] {
  const two: readonly Domain[] = ["住建", "住房公积金"];
  if (county.name === "拱墅区") return two.map((domain) => ({ domain, note: "（原下城）", former: formerCounties.xiacheng }));
  if (county.name === "上城区") return two.map((domain) => ({ domain, note: "（原江干）", former: formerCounties.jianggan }));
  return [];
}

/** The register of a year lists the windows that were open on any day of it. */
export const isOpenIn = (window: SampleWindow, year: number): boolean =>
  window.openedOn <= `${year}-12-31` && (window.closedOn ?? "9999") >= `${year}-01-01`;

export const isOpenInMonth = (window: SampleWindow, month: string): boolean =>
  window.openedOn.slice(0, 7) <= month && (window.closedOn ?? "9999").slice(0, 7) >= month;

export const countyIn = (window: SampleWindow, year: number): County | null =>
  year <= 2021 && window.before ? window.before.county : window.county;

export function nameIn(window: SampleWindow, year: number): string {
  return (year <= 2021 && (window.before?.name ?? window.nameUntil2021)) || window.name;
}

export function formerNamesIn(window: SampleWindow, year: number): string | null {
  return year <= 2021 ? null : (window.before?.name ?? window.nameUntil2021);
}

/** 0 poor – 1 excellent. */
export function qualityIn(window: SampleWindow, year: SampleYear): number {
  const { quality, trend } = profileOf(window.city?.code ?? null);
  return Math.min(0.97, Math.max(0.05, quality + trend[year] + window.effect));
}
