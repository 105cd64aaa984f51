import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comparePoints, points } from "@mingchuang/rubric/points";
import { noChanges } from "@mingchuang/rubric/what-if/changes";
import { tryChanges } from "@mingchuang/rubric/what-if/trial";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { queryTrialFacts, queryTrialOutcomes } from "@mingchuang/warehouse/queries/what-if";
import { writeStore } from "@mingchuang/warehouse/store-fixture";
import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { badReviews, windowSheet, zhejiang } from "./evaluation-fixture.ts";
import { loadSolver } from "./selection.ts";

const windows = ["W-1", "W-2", "W-3"];

test("from the facts that are published the engine finds state, rank, exact total and selection of every row again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mingchuang-facts-"));
  const [storePath, outPath] = [join(folder, "store.duckdb"), join(folder, "evaluation.duckdb")];
  await writeStore(storePath, {
    windows: windows.map((window_id) => {
      return { year: 2023, window_id, name: `示例窗口${window_id}`, city_code: "330100", level: "county", domain: "housing" };
    }),
    applications: windows.map((subject_id) => ({
      application_id: `23-${subject_id}`,
      scheme_id: "zhejiang-2023",
      year: 2023,
      honour: "red-flag-window",
      subject_id,
      subject_name: `示例窗口${subject_id}`,
      submitted_at: "2023-08-20 09:00:00",
    })),
    scores: windows.flatMap((window, place) =>
      ["G1", "G2", "G3"].flatMap((grader, seat) => windowSheet(`23-${window}`, grader, seat < place ? { plan: 300 } : {})),
    ),
    bad_reviews: badReviews("W-1", ["not_objective", "not_objective", "not_objective", "not_objective"]),
  });
  await evaluate({ storePath, outPath, schemes: [zhejiang], software: "test", clock: () => new Date("2024-01-05T09:00:00Z") });
  const db = await openNodeDatabase(outPath, { readOnly: true });
  try {
    const of = { year: 2023, honour: "red-flag-window" };
    const rows = await queryTrialFacts(db, of);
    const honour = zhejiang.honours.find(({ id }) => id === of.honour);
    if (honour === undefined) throw new Error("no honour");
    const entrants = rows.map(({ application_id: id, label, facts, excluded }) => {
      return { id, label, facts: JSON.parse(facts), excluded: JSON.parse(excluded) };
    });
    const trial = await tryChanges({ scheme: zhejiang, honour, entrants, choices: {}, changes: noChanges }, await loadSolver());
    expect(rows.map(({ state }) => state)).toEqual(expect.arrayContaining(["ranked", "vetoed"]));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const place = trial.places.find(({ id }) => id === row.application_id);
      expect(place).toMatchObject({ state: row.state, rank: row.rank, tied: row.tied });
      expect(comparePoints(place?.total ?? points(0), points(row.total_num ?? -1, row.total_den ?? 1))).toBe(0);
    }
    const outcomes = await queryTrialOutcomes(db, of);
    expect(outcomes.map(({ stage, application_id, outcome }) => `${stage} ${application_id} ${outcome}`)).toEqual(
      trial.stages
        .flatMap(({ stage, outcomes: found }) => Object.entries(found).map(([id, outcome]) => `${stage} ${id} ${outcome}`))
        .sort(),
    );
  } finally {
    await db.close();
    await rm(folder, { recursive: true });
  }
});
