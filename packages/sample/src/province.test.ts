import { describe, expect, test } from "vitest";
import { cities, counties } from "./divisions.ts";
import { defaultSeed } from "./generate.ts";
import { isPresentIn } from "./people.ts";
import { buildProvince } from "./province.ts";
import { loss } from "./score-sheets.ts";
import { countyIn, isOpenIn, nameIn } from "./windows.ts";
import { sampleYears } from "./years.ts";

const province = buildProvince(defaultSeed);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const recordsIn = (year: (typeof sampleYears)[number]) => {
  const records = province.years.get(year);
  if (!records) throw new RangeError(`no records for ${year}`);
  return records;
};

describe("the province", () => {
  test("Zhejiang has 11 cities and 90 counties", () => {
    expect(cities).toHaveLength(11);
    expect(counties).toHaveLength(90);
    expect(cities[0]).toEqual({ code: "330100", name: "杭州市" });
    expect(counties.filter(({ cityCode }) => !cities.some(({ code }) => code === cityCode))).toEqual([]);
  });

  test("about 400 windows cover every county in the four domains, small ones without water and gas", () => {
    expect(province.windows.length).toBeGreaterThan(390);
    expect(province.windows.length).toBeLessThan(415);
    expect(new Set(province.windows.map(({ id }) => id)).size).toBe(province.windows.length);
    for (const county of counties) {
      const domains = new Set(province.windows.filter((window) => window.county?.code === county.code).map(({ domain }) => domain));
      expect(domains.size).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(sampleYears)("about 2,000 persons stand in the register of %i, each in a window that was open", (year) => {
    const present = province.people.filter((person) => isPresentIn(person, year));
    expect(Math.abs(present.length - 2000)).toBeLessThanOrEqual(25);
    const open = new Set(province.windows.filter((window) => isOpenIn(window, year)).map(({ id }) => id));
    expect(present.filter(({ windowId }) => !open.has(windowId))).toEqual([]);
    expect(present.filter(({ joinedOn }) => joinedOn > `${year}-12-31`)).toEqual([]);
  });

  test("a window of an abolished county keeps its id and gets a new county and name in 2022", () => {
    const moved = province.windows.filter((window) => countyIn(window, 2021)?.code === "330103");
    expect(moved.map((window) => countyIn(window, 2022)?.name)).toEqual(["拱墅区", "拱墅区"]);
    expect(moved.every((window) => nameIn(window, 2021) !== nameIn(window, 2022))).toBe(true);
    const today = new Set(counties.map(({ code }) => code));
    const in2022 = province.windows.flatMap((window) => countyIn(window, 2022)?.code ?? []);
    expect(in2022.filter((code) => !today.has(code))).toEqual([]);
    const in2021 = new Set(province.windows.flatMap((window) => countyIn(window, 2021)?.code ?? []));
    expect([in2021.has("330103"), in2021.has("330104"), in2021.has("330113"), in2021.has("330114")]).toEqual([true, true, false, false]);
  });

  test.each(sampleYears)("at most 4 windows and 6 persons a city are nominated in %i", (year) => {
    for (const city of cities) {
      const ofCity = province.nominations.filter((nomination) => nomination.year === year && nomination.city === city);
      expect(ofCity.filter(({ person }) => !person).length).toBeLessThanOrEqual(4);
      expect(ofCity.filter(({ person }) => person).length).toBeLessThanOrEqual(6);
      expect(ofCity.some(({ person }) => !person)).toBe(true);
    }
    const places = province.nominations.filter((nomination) => nomination.year === year);
    expect(new Set(places.map(({ subjectId }) => subjectId)).size).toBe(places.length);
    expect(places.length).toBeLessThan(11 * 10);
  });

  test.each(sampleYears)("levels add up to active reviews, and active reviews do not exceed cases in %i", (year) => {
    const { counts } = recordsIn(year);
    expect(counts.filter(({ levels, active }) => sum(levels) !== active)).toEqual([]);
    expect(counts.filter(({ levels }) => levels.some((level) => level < 0))).toEqual([]);
    expect(counts.filter(({ active, byDefault, cases }) => active + byDefault > cases)).toEqual([]);
  });

  test.each(sampleYears)("the bad reviews counted in a month are those of the list in %i", (year) => {
    const { counts, badReviews } = recordsIn(year);
    const listed = new Map<string, number>();
    for (const { windowId, ratedAt, level } of badReviews) {
      const key = `${windowId} ${ratedAt.slice(0, 7)} ${level}`;
      listed.set(key, (listed.get(key) ?? 0) + 1);
    }
    for (const { windowId, month, levels } of counts) {
      expect([listed.get(`${windowId} ${month} 2`) ?? 0, listed.get(`${windowId} ${month} 1`) ?? 0]).toEqual([levels[3], levels[4]]);
    }
    expect(sum(counts.map(({ levels }) => levels[3] + levels[4]))).toBe(badReviews.length);
  });

  test("a window-month has about 2,570 cases and 1,510 active reviews, and 2 bad reviews in 10,000", () => {
    const counts = sampleYears.flatMap((year) => recordsIn(year).counts);
    const badReviews = sampleYears.flatMap((year) => recordsIn(year).badReviews);
    const active = sum(counts.map((count) => count.active));
    expect(Math.abs(sum(counts.map(({ cases }) => cases)) / counts.length - 2570)).toBeLessThan(130);
    expect(Math.abs(active / counts.length - 1510)).toBeLessThan(75);
    expect(Math.abs((10_000 * badReviews.length) / active - 1.9)).toBeLessThan(0.25);
    expect(Math.abs(badReviews.filter(({ appealedAt }) => appealedAt).length / badReviews.length - 148 / 154)).toBeLessThan(0.02);
  });

  test("cases grow from year to year, fall in February, and differ a hundredfold between windows", () => {
    const cases = (year: (typeof sampleYears)[number], month: string) =>
      sum(recordsIn(year).counts.flatMap((count) => (count.month.endsWith(month) ? [count.cases] : [])));
    expect(cases(2021, "-06")).toBeLessThan(cases(2022, "-06"));
    expect(cases(2022, "-06")).toBeLessThan(cases(2023, "-06"));
    expect(cases(2023, "-02")).toBeLessThan(0.75 * cases(2023, "-03"));
    const june = recordsIn(2023)
      .counts.filter(({ month }) => month === "2023-06")
      .map((count) => count.cases);
    expect(Math.max(...june)).toBeGreaterThan(100 * Math.min(...june));
  });

  test("one city falls in 2023 and one climbs, in scores and in bad reviews", () => {
    const rate = (city: string, year: (typeof sampleYears)[number]) => {
      const ids = new Set(province.windows.filter((window) => window.city?.code === city).map(({ id }) => id));
      const { counts, badReviews } = recordsIn(year);
      const active = sum(counts.flatMap((count) => (ids.has(count.windowId) ? [count.active] : [])));
      return (10_000 * badReviews.filter(({ windowId }) => ids.has(windowId)).length) / active;
    };
    const meanLoss = (city: string, year: number) => {
      const ids = province.nominations.flatMap((one) =>
        one.city.code === city && one.year === year && !one.person ? [one.applicationId] : [],
      );
      return loss(province.windowSheets.filter(({ applicationId }) => ids.includes(applicationId))) / ids.length / 14;
    };
    expect(meanLoss("330600", 2023)).toBeGreaterThan(meanLoss("330600", 2022) + 4);
    expect(meanLoss("331100", 2023)).toBeLessThan(meanLoss("331100", 2021) - 4);
    expect(rate("330600", 2023)).toBeGreaterThan(1.3 * rate("330600", 2022));
    expect(rate("331100", 2023)).toBeLessThan(0.75 * rate("331100", 2021));
  });

  test("a whole city has no figures for a month, and neither do five window-months", () => {
    const zhoushan = new Set(province.windows.filter((window) => window.city?.code === "330900").map(({ id }) => id));
    const { counts } = recordsIn(2022);
    expect(counts.filter(({ month, windowId }) => month === "2022-07" && zhoushan.has(windowId))).toEqual([]);
    expect(counts.some(({ month, windowId }) => month === "2022-08" && zhoushan.has(windowId))).toBe(true);
    expect(counts.filter(({ windowId }) => windowId === "W0156").map(({ month }) => month)).not.toContain("2022-03");
    expect(counts.filter(({ windowId }) => windowId === "W0156")).toHaveLength(10);
  });

  test("self scores are usually above what the graders find", () => {
    const windows = province.applications.filter(({ nomination }) => !nomination.person);
    const selfBase = (selfScores: Readonly<Record<string, number>>) =>
      sum(Object.entries(selfScores).map(([item, points]) => (item === "加分事项" ? 0 : points)));
    expect(windows.filter(({ selfScores }) => selfBase(selfScores) > 85).length).toBeGreaterThan(0.8 * windows.length);
  });
});
