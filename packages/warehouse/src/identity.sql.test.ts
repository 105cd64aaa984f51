import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildMarts } from "./build.ts";
import { type NodeDatabase, openNodeDatabase } from "./node.ts";
import { queryWindowMonths as querySubjectMonths, querySubjectResults } from "./queries/subject.ts";
import { queryReturningSubjects, queryWindowMonths, queryWindowYears } from "./queries/trends.ts";
import { queryWindowChanges } from "./queries/window-changes.ts";
import { writeStore } from "./store-fixture.ts";

const registered = (window_id: string, ...years: number[]) =>
  years.map((year) => ({ window_id, year, name: `示例窗口${window_id}`, city_code: "330100", level: "city", domain: "fund" }));
const change = (from_window: string, to_window: string | null, kind: string, changed_on: string, document: string | null = null) => {
  return { from_window, to_window, kind, changed_on, document };
};
const counts = (window_id: string, month: string, cases: number | null, bad = 0) => {
  return { window_id, month: `${month}-01`, cases, active_reviews: 5, good: 5 - bad, bad };
};

let folder: string;
let db: NodeDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-identity-"));
  const store = join(folder, "store.duckdb");
  await writeStore(store, {
    windows: [
      // A was renumbered to B and B to C; D and E were merged into F, which is new; G took H in and goes on; S was split into T and U.
      ...["A"].flatMap((id) => registered(id, 2021)),
      ...registered("B", 2022),
      ...registered("C", 2023),
      ...["D", "E"].flatMap((id) => registered(id, 2022)),
      ...registered("F", 2023),
      ...registered("G", 2021, 2022, 2023),
      ...registered("H", 2021, 2022),
      ...registered("S", 2022),
      ...["T", "U"].flatMap((id) => registered(id, 2023)),
      // X and Y pass into one another in a circle; Z was closed.
      ...["X", "Y"].flatMap((id) => registered(id, 2022)),
      ...registered("Z", 2022),
    ],
    window_changes: [
      change("A", "B", "renumbered", "2022-01-01", "示例〔2021〕9号"),
      change("B", "C", "renumbered", "2023-01-01"),
      change("D", "F", "merged", "2023-01-01"),
      change("E", "F", "merged", "2023-01-01"),
      change("H", "G", "merged", "2022-07-01"),
      change("S", "T", "split", "2023-01-01"),
      change("S", "U", "split", "2023-01-01"),
      change("X", "Y", "renumbered", "2022-01-01"),
      change("Y", "X", "renumbered", "2023-01-01"),
      change("Z", null, "closed", "2022-12-31"),
      change("G", "G", "moved", "2023-03-01"),
    ],
    review_counts: [
      counts("A", "2021-12", 10),
      counts("B", "2022-12", 20),
      counts("C", "2023-01", 40),
      counts("D", "2022-12", 100),
      counts("E", "2022-12", 7),
      counts("E", "2022-11", null),
      counts("D", "2022-11", 50),
      counts("F", "2023-01", 110),
      counts("G", "2022-06", 1),
      counts("H", "2022-06", 2),
      counts("H", "2022-08", 4),
      counts("S", "2022-12", 90),
      counts("T", "2023-01", 30),
    ],
  });
  db = await openNodeDatabase(":memory:");
  const meta = { asOf: "2023-12-31", isSample: true, generatedAt: "2024-01-01", software: "test" };
  await buildMarts(db, { storePath: store, meta });
  const results = [
    ["A", 2021, 3],
    ["B", 2022, 2],
    ["C", 2023, 1],
    ["D", 2022, 4],
    ["E", 2022, 6],
    ["F", 2023, 5],
    ["G", 2022, 7],
    ["G", 2023, 8],
    ["S", 2022, 1],
    ["T", 2023, 2],
  ] as const;
  for (const [id, year, rank] of results) {
    await db.execute(`insert into eval_result (year, honour, application_id, subject_id, subject_name, state, rank, total_c)
      values (${year}, 'red-flag-window', '${year}-${id}', '${id}', '示例窗口${id}', 'ranked', ${rank}, ${9000 - rank})`);
  }
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a number stands for the window that it became, through any chain and merger; what was split, closed or runs in a circle for itself", async () => {
  const rows = await db.query<{ line: string }>(
    "select concat_ws(' ', window_id, identity, valid_to, predecessors, successors) as line from mart_identity order by window_id",
  );
  expect(rows.map(({ line }) => line)).toEqual([
    "A C 2022-01-01 B",
    "B C 2023-01-01 A C",
    "C C B",
    "D F 2023-01-01 F",
    "E F 2023-01-01 F",
    "F F D, E",
    "G G H",
    "H G 2022-07-01 G",
    "S S 2023-01-01 T, U",
    "T T S",
    "U U S",
    "X X",
    "Y Y",
    "Z Z 2022-12-31",
  ]);
});

describe("the years of a window", () => {
  const years = async (windowId: string) =>
    (await queryWindowYears(db, { windowId, honour: "red-flag-window" })).map(({ year, cases, rank, windows, places, is_part: isPart }) => {
      return [year, cases, rank, windows, places, isPart];
    });

  test("that was renumbered, twice, are those of what it was", async () => {
    expect(await years("C")).toEqual([
      [2021, 10, 3, "A", null, false],
      [2022, 20, 2, "B", null, false],
      [2023, 40, 1, "C", null, false],
    ]);
  });

  test("that several were merged into add their counts up and keep their places apart", async () => {
    expect(await years("F")).toEqual([
      [2022, 157, null, "D, E", "示例窗口D 4; 示例窗口E 6", false],
      [2023, 110, 5, "F", null, false],
    ]);
  });

  test("that took another in have both before that year, and what the other handed in after its day counts nowhere", async () => {
    expect(await years("G")).toEqual([
      [2021, null, null, "G, H", "示例窗口G –; 示例窗口H –", false],
      [2022, 3, 7, "G", null, false],
      [2023, null, 8, "G", null, false],
    ]);
  });

  test("that is a part of one that was split have its place, and not its counts", async () => {
    expect(await years("T")).toEqual([
      [2022, null, 1, "S", null, true],
      [2023, 30, 2, "T", null, false],
    ]);
  });
});

test("a merged month says of how many windows it is, and a figure that one of them lacks is missing", async () => {
  const months = await queryWindowMonths(db, { windowId: "F" });
  expect(
    months.filter(({ month }) => month >= "2022-11-01").map(({ month, cases, reporting, expected }) => [month, cases, reporting, expected]),
  ).toEqual([
    ["2022-11-01", 50, 2, 2],
    ["2022-12-01", 107, 2, 2],
    ["2023-01-01", 110, 1, 1],
  ]);
  expect((await querySubjectMonths(db, { windowId: "F" })).map(({ month, cases, windows }) => [month, cases, windows])).toEqual([
    ["2022-11", null, "D, E"],
    ["2022-12", 107, "D, E"],
    ["2023-01", 110, "F"],
  ]);
});

test("the results of a window are its own and those of what it came from", async () => {
  const results = await querySubjectResults(db, { subjectId: "F", honour: "red-flag-window" });
  expect(results.map(({ year, subject_id: id, rank }) => [year, id, rank])).toEqual([
    [2022, "D", 4],
    [2022, "E", 6],
    [2023, "F", 5],
  ]);
});

test("places over the years follow a window through its numbers; a merger ends two lines, a split begins a new one", async () => {
  const rows = await queryReturningSubjects(db, { honour: "red-flag-window" });
  expect(rows.map(({ line, year, subject_id: id, rank }) => [line, year, id, rank].join(" "))).toEqual([
    "A 2021 A 3",
    "A 2022 B 2",
    "A 2023 C 1",
    "D 2022 D 4",
    "D 2023 F 5",
    "E 2022 E 6",
    "E 2023 F 5",
    "G 2022 G 7",
    "G 2023 G 8",
  ]);
});

test("a window tells its changes with day and document, those that led to it and those by which it passed on", async () => {
  const told = async (windowId: string) =>
    (await queryWindowChanges(db, { windowId })).map(({ side, kind, from_window: from, to_window: to, in_force: used }) => {
      return [side, kind, from, to ?? "–", used].join(" ");
    });
  expect(await told("C")).toEqual(["before renumbered A B true", "before renumbered B C true"]);
  expect(await told("B")).toEqual(["before renumbered A B true", "after renumbered B C true"]);
  expect(await told("G")).toEqual(["before merged H G true", "itself moved G G true"]);
  expect(await told("X")).toEqual(["after renumbered X Y false", "before renumbered Y X false"]);
  expect(await told("Z")).toEqual(["after closed Z – true"]);
  expect(await queryWindowChanges(db, { windowId: "C" })).toMatchObject([{ document: "示例〔2021〕9号", from_name: "示例窗口A" }, {}]);
});
