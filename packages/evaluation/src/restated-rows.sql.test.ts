import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { meanEffects } from "@mingchuang/rubric/editions/year-change";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { comparePoints, points, sumPoints } from "@mingchuang/rubric/points";
import { minus, plus, times } from "@mingchuang/rubric/ratio";
import { attachStore } from "@mingchuang/warehouse/build";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { queryRestated, type RestatedRow } from "@mingchuang/warehouse/queries/restated";
import { writeStore } from "@mingchuang/warehouse/store-fixture";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { queryEvaluatedRuns } from "./evaluated-run.ts";
import { windowSheet, zhejiang } from "./evaluation-fixture.ts";
import { fewestPersons, toldGroups } from "./restated-rows.ts";
import { queryYearChange } from "./year-change.ts";

const sample = new URL("../../../data/sample/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, sample), "utf8");
const next = parseScheme(read("schemes/zhejiang-2024-example.yaml"), parseDocuments(read("documents.yaml")));
const honour = "red-flag-window";
const cityOf: Readonly<Record<string, string>> = { "W-1": "330100", "W-9": "330100", "W-2": "330200", "W-3": "330200", "W-4": "330200" };
const of = (year: number, window: string) => ({ year, window });
// W-1 carries the number W-9 since 2023; W-4 applied in 2023 only.
const applications = [
  ...["W-1", "W-2", "W-3"].map((window) => of(2022, window)),
  ...["W-9", "W-2", "W-3", "W-4"].map((window) => of(2023, window)),
];
let folder: string;
let db: NodeDatabase;
let rows: readonly RestatedRow[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-restated-"));
  const [storePath, outPath] = [join(folder, "store.duckdb"), join(folder, "evaluation.duckdb")];
  await writeStore(storePath, {
    windows: applications.map(({ year, window }) => {
      return { year, window_id: window, name: `示例窗口${window}`, city_code: cityOf[window] ?? "", level: "county", domain: "housing" };
    }),
    window_changes: [{ from_window: "W-1", to_window: "W-9", kind: "renumbered", changed_on: "2023-01-01" }],
    applications: applications.map(({ year, window }) => ({
      application_id: `${year}-${window}`,
      scheme_id: "zhejiang-2023",
      year,
      honour,
      subject_id: window,
      subject_name: `示例窗口${window}`,
      submitted_at: `${year}-08-20 09:00:00`,
    })),
    scores: applications.flatMap(({ year, window }, place) =>
      ["G1", "G2", "G3"].flatMap((grader, seat) =>
        windowSheet(
          `${year}-${window}`,
          grader,
          seat < place % 4 ? (year === 2022 ? { plan: 300, attitude: 500 } : { attitude: 500 }) : {},
        ),
      ),
    ),
  });
  await evaluate({
    storePath,
    outPath,
    schemes: [zhejiang],
    shown: [next],
    software: "test",
    clock: () => new Date("2024-01-05T09:00:00Z"),
  });
  db = await openNodeDatabase(outPath, { readOnly: true });
  await attachStore(db, { storePath });
  rows = await queryRestated(db, { year: 2023, honour });
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const ratio = (row: RestatedRow | undefined, part: "before" | "after" | "rule" | "performance") =>
  points(row?.[`${part}_num`] ?? Number.NaN, row?.[`${part}_den`] ?? 1);
const rowsOf = (before: string, after: string, city: string | null) =>
  rows.filter((row) => row.scheme_before === before && row.scheme_id === after && row.city_code === city);
const pairs = [zhejiang.id, next.id].flatMap((before) => [zhejiang.id, next.id].map((after) => [before, after] as const));
const parts = ["before", "after", "rule", "performance"] as const;

test("under the editions that judged, the means are those of the totals in the results, and the rules did nothing", async () => {
  const [plain] = await db.query<{ before: number; after: number; subjects: number }>(`
    select avg(b.total_num / b.total_den) as before, avg(a.total_num / a.total_den) as after, count(*)::int as subjects
    from eval_result a join eval_result b on b.year = 2022 and b.subject_id = case a.subject_id when 'W-9' then 'W-1' else a.subject_id end
    where a.year = 2023`);
  const [total] = rowsOf(zhejiang.id, zhejiang.id, null);
  expect(total).toMatchObject({ year_before: 2022, item: null, subjects: 3, unknown: 0 });
  expect(plain?.subjects).toBe(3);
  const figure = (part: "before" | "after") => ratio(total, part).numerator / ratio(total, part).denominator;
  expect(figure("before")).toBeCloseTo(plain?.before ?? Number.NaN, 9);
  expect(figure("after")).toBeCloseTo(plain?.after ?? Number.NaN, 9);
  for (const row of rows.filter(({ scheme_before, scheme_id }) => scheme_before === scheme_id)) expect(row.rule_num).toBe(0);
  expect(rowsOf(zhejiang.id, next.id, null).some(({ rule_num }) => rule_num !== 0)).toBe(true);
});

test("in every row rule and performance add up to the change, items to the total, and cities, by their subjects, to the whole", () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const change = minus(ratio(row, "after"), ratio(row, "before"));
    expect(comparePoints(plus(ratio(row, "rule"), ratio(row, "performance")), change)).toBe(0);
  }
  for (const [before, after] of pairs) {
    for (const city of [null, "330100", "330200"]) {
      const [total, ...items] = rowsOf(before, after, city);
      for (const part of parts) expect(sumPoints(items.map((item) => ratio(item, part)))).toEqual(ratio(total, part));
    }
    const whole = rowsOf(before, after, null);
    for (const [at, row] of whole.entries()) {
      const cities = ["330100", "330200"].map((city) => rowsOf(before, after, city)[at]);
      expect(cities.map((each) => [each?.item, each?.subjects])).toEqual([
        [row.item, 1],
        [row.item, 2],
      ]);
      for (const part of parts) {
        const weighted = sumPoints(cities.map((each) => times(ratio(each, part), points(each?.subjects ?? 0))));
        expect(comparePoints(weighted, times(ratio(row, part), points(row.subjects)))).toBe(0);
      }
    }
  }
});

test("they are the means of what is worked out from the store for each subject under the same editions", async () => {
  const runs = await queryEvaluatedRuns(db);
  const [was, is] = [2022, 2023].map((year) => runs.find((run) => run.year === year && run.honour.id === honour));
  if (was === undefined || is === undefined) throw new Error("two runs");
  for (const [before, after] of pairs) {
    const schemeOf = (id: string) => (id === next.id ? next : zhejiang);
    const stored = await queryYearChange(db, { run: was, scheme: schemeOf(before) }, { run: is, scheme: schemeOf(after) }, "unknown");
    const totals = (stored?.changes ?? []).flatMap(({ score }) => (score.total === null ? [] : [score.total]));
    const [total] = rowsOf(before, after, null);
    const mean = meanEffects(totals);
    expect(total?.subjects).toBe(totals.length);
    for (const part of parts) expect(ratio(total, part)).toEqual(mean?.[part]);
  }
});

test("the first year of an honour has nothing to be held against", async () => {
  expect(await queryRestated(db, { year: 2022, honour })).toEqual([]);
});

test("of persons no city is told, nor a mean over a few, which would tie the numbers that a person has in two years", () => {
  const persons = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ subjectId: `P${at}`, score: { total: {}, corners: null, items: [], notes: {} } }) as never);
  const cities = new Map([
    ["P0", "330100"],
    ["P1", "330200"],
  ]);
  const told = (subject: "person" | "window", count: number) => toldGroups({ subject }, persons(count), cities).map(({ city }) => city);
  expect(told("person", fewestPersons - 1)).toEqual([]);
  expect(told("person", fewestPersons)).toEqual([null]);
  expect(told("window", 2)).toEqual([null, "330100", "330200"]);
});
