import { beforeAll, expect, test } from "vitest";
import type { Database } from "../database.ts";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { recordAnswers } from "../prepared-answers.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryCityYears } from "./cities.ts";
import { askOpening } from "./opening.ts";
import { queryCutTies } from "./overview.ts";
import { queryRanking } from "./ranking.ts";

let db: NodeDatabase;
const scheme = { honours: [{ id: "red-flag-window", stages: [{ size: 10 }, { size: 20 }] }, { id: "service-pioneer" }] };

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.query("insert into mart_scheme values ('zhejiang-2023', '2023', $1)", [JSON.stringify(scheme)]);
  await db.execute(`
    insert into eval_run (year, honour, scheme_id, edition, restated, as_of, applications)
    values (2023, 'red-flag-window', 'zhejiang-2023', '2023', false, date '2023-12-31', 1), (2022, 'service-pioneer', 'gone', '2022', true, date '2022-12-31', 1);
    create table mart_withheld (table_name varchar, column_name varchar, how varchar);`);
});

/** Whether a query, asked now, puts no question that the opening has not put already. */
async function isAnswered(ask: (of: Database) => Promise<unknown>) {
  const opening = recordAnswers(db);
  await askOpening(opening.db);
  const own = recordAnswers(db);
  await ask(own.db);
  const keys = new Set(opening.answers().map(({ sql, parameters }) => JSON.stringify([sql, parameters])));
  return own.answers().every(({ sql, parameters }) => keys.has(JSON.stringify([sql, parameters])));
}

test("the ranking of every programme year is asked for, and of no other", async () => {
  expect(await isAnswered((of) => queryRanking(of, { year: 2023, honour: "red-flag-window" }))).toBe(true);
  expect(await isAnswered((of) => queryRanking(of, { year: 2022, honour: "service-pioneer" }))).toBe(true);
  expect(await isAnswered((of) => queryRanking(of, { year: 2021, honour: "red-flag-window" }))).toBe(false);
});

test("the lines are those of the scheme's stages, the largest first, whatever order they stand in", async () => {
  expect(await isAnswered((of) => queryCutTies(of, { year: 2023, honour: "red-flag-window", cuts: [20, 10] }))).toBe(true);
  expect(await isAnswered((of) => queryCityYears(of, { honour: "red-flag-window", finalSize: 10 }))).toBe(true);
});

test("a scheme without stages, or that is not there, has ten leading places", async () => {
  expect(await isAnswered((of) => queryCityYears(of, { honour: "service-pioneer", finalSize: 10 }))).toBe(true);
});
