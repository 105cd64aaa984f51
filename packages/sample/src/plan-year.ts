import { applicationTables, bonusTables, findingTable } from "./application-tables.ts";
import { type BrokenRow, breakRow, brokenBadReview, brokenComplaints, brokenCount } from "./broken-rows.ts";
import { complaintTable } from "./complaint-table.ts";
import { beforeCorrection, correctedCounts, isCorrected } from "./corrections.ts";
import { cities } from "./divisions.ts";
import { planScores } from "./plan-scores.ts";
import type { Province } from "./province.ts";
import { peopleRegister, windowRegister } from "./registers.ts";
import { reviewEventTable } from "./review-events.ts";
import { badReviewTable, reviewCountTable } from "./review-tables.ts";
import type { Table } from "./table.ts";
import { changesHandedIn, underNumberOf, windowChangeTable } from "./window-changes.ts";
import type { SampleYear } from "./years.ts";

export type Format = "xlsx" | "utf-8-bom" | "gb18030";

export interface PlannedFile {
  /** Without extension. */
  readonly path: string;
  readonly format: Format;
  readonly tables: readonly Table[];
}

export interface YearPlan {
  readonly files: readonly PlannedFile[];
  readonly broken: readonly BrokenRow[];
}

/** What is handed in as CSV, by year; everything else is a workbook. */
const complaintFormats: Readonly<Record<SampleYear, Format>> = { 2021: "gb18030", 2022: "utf-8-bom", 2023: "xlsx" };
const badReviewFormats: Readonly<Record<SampleYear, Format>> = { 2021: "xlsx", 2022: "gb18030", 2023: "xlsx" };
const peopleFormats: Readonly<Record<SampleYear, Format>> = { 2021: "xlsx", 2022: "utf-8-bom", 2023: "xlsx" };
const cityFormats: Readonly<Record<string, Format>> = { "330300": "gb18030", "330900": "utf-8-bom" };

/** A year's folder: which files there are, in which form, with what in them. */
export function planYear(province: Province, year: SampleYear): YearPlan {
  const folder = (name: string) => `${year}/${name}`;
  const records = province.years.get(year);
  if (!records) throw new RangeError(`no records for ${year}`);
  const { windows, people } = province;
  const counts = planCounts(province, year);
  const badReviewPath = folder(`3-差评明细/差评明细-${year}`);
  const badReviews = spoil(
    badReviewPath,
    badReviewFormats[year],
    badReviewTable(year, records.badReviews),
    year === 2022 ? [brokenBadReview] : [],
  );
  const complaintPath = folder(`4-投诉/投诉记录-${year}`);
  const complaints = spoil(
    complaintPath,
    complaintFormats[year],
    complaintTable(year, records.complaints),
    year === 2021 ? brokenComplaints : [],
  );
  const file = (path: string, tables: readonly Table[], format: Format = "xlsx"): PlannedFile => ({ path: folder(path), format, tables });
  return {
    files: [
      file(`1-名录/窗口名录-${year}`, [windowRegister(year, windows, people)]),
      file(`1-名录/人员名录-${year}`, [peopleRegister(year, people)], peopleFormats[year]),
      ...counts.files,
      ...(year === 2023 ? [file(`2-好差评统计/评价记录-${year}-12月`, [reviewEventTable(province.seed, year, records)], "utf-8-bom")] : []),
      badReviews.file,
      complaints.file,
      file(
        `5-申报/申报汇总-${year}`,
        applicationTables(
          year,
          province.applications.filter(({ nomination }) => nomination.year === year),
        ),
      ),
      file(`6-荣誉与新举措/荣誉与新举措-${year}`, bonusTables(year, province.honours, province.innovations)),
      file(`7-查实事项/查实事项-${year}`, [findingTable(year, province.findings)]),
      ...planScores(province, year),
      ...(year === changesHandedIn ? [file(`1-名录/窗口沿革-${year}`, [windowChangeTable()])] : []),
    ].map((planned) => underNumberOf(year, planned)),
    broken: [...counts.broken, ...badReviews.broken, ...complaints.broken],
  };
}

type Fault = Parameters<typeof breakRow>[2];

function spoil(path: string, format: Format, table: Table, faults: readonly Fault[]): { file: PlannedFile; broken: BrokenRow[] } {
  let spoiled = table;
  const broken = faults.map((fault) => {
    const result = breakRow(`${path}.${format === "xlsx" ? "xlsx" : "csv"}`, spoiled, fault);
    spoiled = result.table;
    return result.broken;
  });
  return { file: { path, format, tables: [spoiled] }, broken };
}

function planCounts({ windows, years }: Province, year: SampleYear): YearPlan {
  const counts = years.get(year)?.counts ?? [];
  const offices = [{ code: null, name: "省本级" }, ...cities];
  const hasCorrection = (code: string | null) => year === correctedCounts.year && code === correctedCounts.city;
  const parts = offices.map(({ code, name }) => {
    const ids = windows.filter(({ city }) => (city?.code ?? null) === code).map(({ id }) => id);
    const own = counts.filter(({ windowId }) => ids.includes(windowId));
    const path = `${year}/2-好差评统计/好差评统计-${year}-${name}`;
    const title = `${name}${year}年好差评统计`;
    const format = (code && cityFormats[code]) || "xlsx";
    if (!hasCorrection(code)) {
      const faults = year === brokenCount.year && code === brokenCount.city ? [brokenCount.fault(own)] : [];
      return spoil(path, format, reviewCountTable(title, own), faults);
    }
    const corrected = ids.slice(0, correctedCounts.windows);
    const first = own.map((count) => (isCorrected(count, corrected) ? beforeCorrection(count) : count));
    const later = own.filter((count) => isCorrected(count, corrected));
    const correction: PlannedFile = {
      path: `${year}/9-更正/好差评统计-${year}-${name}-7月-更正`,
      format: "xlsx",
      tables: [reviewCountTable(`${title}（7月更正）`, later)],
    };
    return { file: { path, format, tables: [reviewCountTable(title, first)] }, broken: [], correction };
  });
  return {
    files: parts.flatMap((part) => ("correction" in part ? [part.file, part.correction] : [part.file])),
    broken: parts.flatMap(({ broken }) => broken),
  };
}
