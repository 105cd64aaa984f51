import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contestOf } from "@mingchuang/rubric/robustness/contest";
import { attachStore } from "@mingchuang/warehouse/build";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { type StoreRows, writeStore } from "@mingchuang/warehouse/store-fixture";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryEntrants } from "./entrants.ts";
import { evaluate } from "./evaluate.ts";
import { type EvaluatedRun, isStoreChanged, queryAppliedFor, queryEvaluatedRuns, queryEvaluatedSchemes } from "./evaluated-run.ts";
import { badReviews, windowSheet, zhejiang } from "./evaluation-fixture.ts";

const windows = ["W-1", "W-2", "W-3"];

/** Three windows of 2023; the first has bad reviews of that year, and three of the end of the year before. */
const world: StoreRows = {
  windows: windows.map((window_id) => ({
    year: 2023,
    window_id,
    name: `示例窗口${window_id}`,
    city_code: "330100",
    level: "city",
    domain: "housing",
  })),
  applications: windows.map((subject_id) => {
    return { application_id: `A-${subject_id}`, scheme_id: "zhejiang-2023", year: 2023, honour: "red-flag-window", subject_id };
  }),
  scores: [...windowSheet("A-W-1", "G1"), ...windowSheet("A-W-2", "G1", { plan: 300 }), ...windowSheet("A-W-3", "G1", { workflow: 500 })],
  bad_reviews: [
    ...badReviews("W-1", ["not_objective", null]),
    ...badReviews("W-1", ["not_objective", "not_objective", "not_objective"], "2022-11-01").map((review, place) => {
      return { ...review, review_id: `R-old-${place}` };
    }),
  ],
};

let folder: string;
let db: NodeDatabase;
let run: EvaluatedRun;
const choices = { "incomplete-sheet": "wait" };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-entrants-"));
  const [storePath, outPath] = [join(folder, "store.duckdb"), join(folder, "evaluation.duckdb")];
  await writeStore(storePath, world);
  const policies = { [zhejiang.id]: choices };
  await evaluate({
    storePath,
    outPath,
    schemes: [zhejiang],
    policies,
    software: "test",
    clock: () => new Date("2024-01-10T08:00:00+08:00"),
  });
  db = await openNodeDatabase(outPath, { readOnly: true });
  await attachStore(db, { storePath });
  const runs = await queryEvaluatedRuns(db);
  const found = runs.find(({ honour }) => honour.id === "red-flag-window");
  if (found === undefined) throw new Error("nothing was evaluated");
  run = found;
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

describe("what was evaluated can be judged again", () => {
  test("a run comes with the scheme, the options and the last day that it was judged by", async () => {
    expect(run).toMatchObject({ year: 2023, asOf: "2023-12-31", round: "initial", applications: 3 });
    expect(run.scheme).toEqual(zhejiang);
    expect(run.choices).toMatchObject(choices);
    expect(run.policies.inForce["incomplete-sheet"]?.option).toBe("wait");
    expect((await queryEvaluatedSchemes(db)).map(({ scheme }) => scheme.id)).toEqual(["zhejiang-2023"]);
  });

  test.each(["as-evaluated", "whole-past"] as const)(
    "from the facts read %s come the ranks, states and totals of the evaluation",
    async (reach) => {
      const { entrants } = await queryEntrants(db, run, reach);
      const { ranked, contestants } = contestOf(run.honour, entrants, run.policies);
      const again = ranked.map(({ id, state, rank }) => {
        const total = contestants.find((each) => each.id === id)?.score.total;
        return { application_id: id, state, rank, total_num: total?.numerator, total_den: total?.denominator };
      });
      const written = await db.query(
        "select application_id, state, rank, total_num, total_den from eval_result where honour = 'red-flag-window' order by rank",
      );
      expect(again).toEqual(written);
    },
  );

  test("records that lie too far back to count are read only when another policy may count them", async () => {
    const reviews = async (reach: "as-evaluated" | "whole-past") => {
      const { entrants } = await queryEntrants(db, run, reach);
      return entrants.map(({ facts }) => facts.records.bad_reviews?.length ?? 0);
    };
    expect(await reviews("as-evaluated")).toEqual([2, 0, 0]);
    expect(await reviews("whole-past")).toEqual([5, 0, 0]);
  });

  test("a subject is found by its own id and by that of its application", async () => {
    const runs = await queryEvaluatedRuns(db);
    for (const id of ["W-2", "A-W-2"]) expect(await queryAppliedFor(db, id, runs)).toEqual([run]);
    expect(await queryAppliedFor(db, "W-9", runs)).toEqual([]);
  });
});

test("a store that changed after its evaluation is told from one that did not", async () => {
  expect(await isStoreChanged(db)).toBe(false);
  await writeStore(join(folder, "other.duckdb"), { ...world, bad_reviews: [] });
  const fresh = await openNodeDatabase(":memory:");
  try {
    await attachStore(fresh, { storePath: join(folder, "other.duckdb") });
    await fresh.execute("create table eval_run as select 'another' as store_hash");
    expect(await isStoreChanged(fresh)).toBe(true);
  } finally {
    await fresh.close();
  }
});
