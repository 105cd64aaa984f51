import { csv } from "./csv.ts";
import { hardCases } from "./hard-cases.ts";
import { type PlannedFile, planYear } from "./plan-year.ts";
import { buildProvince } from "./province.ts";
import { marker, readme, workspace } from "./readme.ts";
import { type SampleFile, workbook } from "./workbook.ts";
import { type SampleYear, sampleYears } from "./years.ts";

/** The seed of the committed sample. */
export const defaultSeed = 20230423;

/**
 * The files that people would hand in, in Chinese and in several formats, with the sample's own README and markers.
 *
 * The same seed gives the same bytes on every machine. `years` chooses whose folders are written; the province behind them is always
 * the same.
 */
export async function generateSample({
  seed = defaultSeed,
  years = sampleYears,
}: {
  readonly seed?: number;
  readonly years?: readonly SampleYear[];
} = {}): Promise<SampleFile[]> {
  const province = buildProvince(seed);
  const plans = years.map((year) => planYear(province, year));
  const broken = plans.flatMap((plan) => plan.broken);
  const encoder = new TextEncoder();
  const texts = [
    { path: "README.md", bytes: encoder.encode(readme(hardCases(province), broken)) },
    { path: "workspace.yaml", bytes: encoder.encode(workspace) },
    { path: "示例数据.md", bytes: encoder.encode(marker) },
  ];
  const files = await Promise.all(plans.flatMap(({ files }) => files).map(writePlanned));
  return [...files, ...texts].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A planned file in its form. */
export async function writePlanned({ path, format, tables }: PlannedFile): Promise<SampleFile> {
  if (format === "xlsx") return { path: `${path}.xlsx`, bytes: await workbook(tables) };
  const [table] = tables;
  if (!table || tables.length > 1) throw new RangeError(`${path}: a CSV file holds one table`);
  return { path: `${path}.csv`, bytes: csv(table, format) };
}
