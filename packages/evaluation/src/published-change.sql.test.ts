import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edition } from "@mingchuang/rubric/editions/edition";
import { changeBetween } from "@mingchuang/rubric/editions/year-change";
import type { Facts } from "@mingchuang/rubric/facts";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { points } from "@mingchuang/rubric/points";
import { policiesInForce } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { attachStore } from "@mingchuang/warehouse/build";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { predecessorsIn, queryPredecessorRows } from "@mingchuang/warehouse/queries/predecessors";
import { queryTrialFacts } from "@mingchuang/warehouse/queries/what-if";
import { writeStore } from "@mingchuang/warehouse/store-fixture";
import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { queryEvaluatedRuns } from "./evaluated-run.ts";
import { badReviews, windowSheet, zhejiang } from "./evaluation-fixture.ts";
import { queryYearChange } from "./year-change.ts";

const sample = new URL("../../../data/sample/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, sample), "utf8");
const next = parseScheme(read("schemes/zhejiang-2024-example.yaml"), parseDocuments(read("documents.yaml")));
const id = "red-flag-window";
const windows = ["W-1", "W-2", "W-3"];
const years = [2022, 2023];

function editionOf(scheme: Scheme): Edition {
  const honour = scheme.honours.find((each) => each.id === id);
  if (honour === undefined) throw new Error(`no honour ${id}`);
  return { honour, policies: policiesInForce(scheme) };
}

test("from the facts that are published the same split comes as from the store, and its corners are the totals that were published", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mingchuang-change-"));
  const [storePath, outPath] = [join(folder, "store.duckdb"), join(folder, "evaluation.duckdb")];
  const applications = years.flatMap((year) =>
    // W-1 carries the number W-9 since 2023
    windows.map((window) => ({ year, window: year === 2023 && window === "W-1" ? "W-9" : window })),
  );
  await writeStore(storePath, {
    windows: applications.map(({ year, window }) => {
      return { year, window_id: window, name: `示例窗口${window}`, city_code: "330100", level: "county", domain: "housing" };
    }),
    window_changes: [{ from_window: "W-1", to_window: "W-9", kind: "renumbered", changed_on: "2023-01-01" }],
    applications: applications.map(({ year, window }) => ({
      application_id: `${year}-${window}`,
      scheme_id: "zhejiang-2023",
      year,
      honour: id,
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
    bad_reviews: badReviews("W-2", ["not_objective", "not_objective", "not_objective"]),
  });
  await evaluate({ storePath, outPath, schemes: [zhejiang], software: "test", clock: () => new Date("2024-01-05T09:00:00Z") });
  const db = await openNodeDatabase(outPath, { readOnly: true });
  try {
    await attachStore(db, { storePath });
    const runs = await queryEvaluatedRuns(db);
    const [was, is] = years.map((year) => runs.find((run) => run.year === year && run.honour.id === id));
    if (was === undefined || is === undefined) throw new Error("two runs");
    const published = await Promise.all(years.map(async (year) => queryTrialFacts(db, { year, honour: id })));
    const graded = editionOf(zhejiang);
    const [before = [], after = []] = published.map((rows) => rows.map(({ facts }) => JSON.parse(facts) as Facts));
    const change = changeBetween({
      before: { year: 2022, facts: before, graded, edition: graded },
      after: { year: 2023, facts: after, graded, edition: editionOf(next) },
      predecessors: predecessorsIn(await queryPredecessorRows(db, { year: 2022 })),
    });
    const stored = await queryYearChange(db, { run: was, scheme: zhejiang }, { run: is, scheme: next }, "unknown");
    const known = (each: {
      readonly changes: readonly { readonly subjectId: string; readonly score: unknown; readonly rank: unknown }[];
    }) => new Map(each.changes.map(({ subjectId, score, rank }) => [subjectId, { score, rank }]));
    expect(known(change)).toEqual(known(stored ?? change));
    expect([...known(change).keys()].sort()).toEqual(["W-2", "W-3", "W-9"]);
    expect(change.changes.some(({ score }) => score.total !== null && score.total.rule.numerator !== 0)).toBe(true);
    for (const { subjectId, score } of change.changes) {
      const totalIn = (rows: (typeof published)[number] | undefined, subject: string) => {
        const row = rows?.find(({ subject_id }) => subject_id === subject);
        return points(row?.total_num ?? -1, row?.total_den ?? 1);
      };
      expect(score.corners?.oldOld).toEqual(totalIn(published[0], subjectId === "W-9" ? "W-1" : subjectId));
      const own = changeBetween({
        before: { year: 2022, facts: before, graded, edition: graded },
        after: { year: 2023, facts: after, graded, edition: graded },
        predecessors: predecessorsIn(await queryPredecessorRows(db, { year: 2022 })),
      }).changes.find((each) => each.subjectId === subjectId);
      expect(own?.score.corners?.newNew).toEqual(totalIn(published[1], subjectId));
      expect(own?.score.total?.rule).toEqual(points(0));
    }
  } finally {
    await db.close();
    await rm(folder, { recursive: true });
  }
});
