import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { createEvaluationSchema } from "@mingchuang/warehouse/schema";
import { expect, test } from "vitest";
import { publishedTableNames, publishedTables } from "./profiles.ts";

test("every table and column of the evaluation database is declared for every profile, open or withheld, and no other", async () => {
  const db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  const rows = await db.query<{ table: string; column: string }>(`
    select table_name as "table", column_name as "column" from duckdb_columns() where not internal order by all
  `);
  await db.close();
  const declared = publishedTableNames.flatMap((table) =>
    Object.keys(publishedTables[table]?.columns ?? {})
      .sort()
      .map((column) => ({ table, column })),
  );
  expect(declared).toEqual(rows);
});

test("a table is sorted by columns that it publishes", () => {
  for (const { sortedBy, columns } of Object.values(publishedTables)) {
    expect(Object.keys(columns)).toEqual(expect.arrayContaining([...sortedBy]));
  }
});

test("nothing is kept from the committee", () => {
  for (const { rows, columns } of Object.values(publishedTables)) {
    expect(rows.committee).toBe("all");
    for (const treatment of Object.values(columns)) expect(["kept", "profile"]).toContain(treatment.committee);
  }
});

test("a column that names an application or a subject is renamed wherever a row may be about a person", () => {
  const open = Object.entries(publishedTables).flatMap(([table, { rows, columns }]) =>
    (["public", "leader"] as const)
      .filter((profile) => rows[profile] !== "none" && rows[profile] !== "places")
      .flatMap((profile) =>
        ["application_id", "subject_id", "subject_name", "person_id"]
          .filter((column) => ["kept", "masked"].includes(columns[column]?.[profile] ?? "withheld"))
          .map((column) => `${profile}: ${table}.${column}`),
      ),
  );
  expect(open).toEqual([]);
});
