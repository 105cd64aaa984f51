import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { schemaVersion } from "../schema-version.ts";
import { queryCities, queryFiles, queryMeta, queryPolicies, queryRuns, querySchemes, queryYears } from "./meta.ts";

let db: NodeDatabase;

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
});

test("an unfinished file has no meta rather than an invented one", async () => {
  expect(await queryMeta(db)).toBeNull();
});

test("meta, runs, schemes and cities come as plain values in a fixed order", async () => {
  await db.execute(`
    insert into mart_meta (schema_version, profile, as_of, is_sample, generated_at, software)
    values (${schemaVersion}, 'committee', date '2023-12-31', true, '2024-01-05T08:00:00+08:00', '0.1.0');
    insert into eval_run (year, honour, scheme_id, edition, restated, as_of) values
      (2023, 'red-flag-window', 'zhejiang-2023', '2023', false, date '2023-12-31'), (2022, 'red-flag-window', 'zhejiang-2023', '2023', true, date '2022-12-31');
    insert into mart_scheme (scheme_id, edition, body) values ('zhejiang-2023', '2023', '{}');
    insert into mart_city (city_code, city, sort) values ('330200', '宁波市', 2), ('330100', '杭州市', 1);`);
  expect(await queryMeta(db)).toMatchObject({ schema_version: schemaVersion, as_of: "2023-12-31", is_sample: true });
  expect((await queryRuns(db)).map(({ year, restated }) => [year, restated])).toEqual([
    [2022, true],
    [2023, false],
  ]);
  expect(await querySchemes(db)).toEqual([{ scheme_id: "zhejiang-2023", edition: "2023", body: "{}" }]);
  expect((await queryCities(db)).map(({ city }) => city)).toEqual(["杭州市", "宁波市"]);
});

test("a policy comes with the option in force; one that honours of a scheme were judged under differently has none", async () => {
  await db.execute(`
    insert into eval_policy (scheme_id, honour, policy, value, is_default) values
      ('zhejiang-2023', 'red-flag-window', 'tie', 'share', false), ('zhejiang-2023', 'service-pioneer', 'tie', 'share', false),
      ('zhejiang-2023', 'red-flag-window', 'item-floor', 'zero', true), ('zhejiang-2023', 'service-pioneer', 'item-floor', 'none', false);`);
  expect(await queryPolicies(db)).toEqual([{ scheme_id: "zhejiang-2023", policy: "tie", value: "share" }]);
});

test("a year counts when it was judged or has a register", async () => {
  await db.execute("insert into mart_window (year, window_id) values (2023, 'W1'), (2024, 'W1')");
  expect(await queryYears(db)).toEqual([2022, 2023, 2024]);
});

test("of a file only its last version is listed", async () => {
  await db.execute(`insert into mart_file (file_id, path, rows_in, accepted, rejected, superseded, replaced_by) values
    ('a', '窗口.csv', 5, 0, 5, 0, 'b'), ('b', '窗口.csv', 5, 4, 1, 0, null)`);
  expect(await queryFiles(db)).toEqual([{ path: "窗口.csv", rows_in: 5, accepted: 4, rejected: 1, error_code: null }]);
});
