import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { storeSchema } from "@mingchuang/ingest/store";
import { publish } from "@mingchuang/publish/publish";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { createEvaluationSchema } from "@mingchuang/warehouse/schema";
import { schemaVersion } from "@mingchuang/warehouse/schema-version";

/** How large a province is: every window applies in 2023, and every window has 36 months of counts. */
export interface Size {
  readonly windows: number;
  readonly months: number;
}

/** Writes a workspace whose committee file holds an invented province of that size, without files to ingest. Returns the published file. */
export async function writeLargeProvince(workspace: string, scheme: Scheme, { windows, months }: Size): Promise<string> {
  await mkdir(workspace, { recursive: true });
  const [storePath, evaluationPath, outDir] = [
    join(workspace, "store.duckdb"),
    join(workspace, "evaluation.duckdb"),
    join(workspace, "published"),
  ];
  const store = await openNodeDatabase(storePath);
  for (const statement of storeSchema) await store.execute(statement);
  await store.close();

  const db = await openNodeDatabase(evaluationPath);
  await createEvaluationSchema(db);
  for (const statement of statements(windows, months)) await db.execute(statement);
  await db.query("insert into mart_scheme values ($1, $2, $3)", [scheme.id, scheme.edition, JSON.stringify(scheme)]);
  await db.execute("checkpoint");
  await db.close();
  const manifest = await publish({
    evaluationPath,
    storePath,
    outDir,
    profiles: ["committee"],
    clock: () => new Date("2024-01-10T09:00:00+08:00"),
  });
  return join(outDir, manifest.files[0]?.file ?? "");
}

const statements = (windows: number, months: number): string[] => [
  `create temp table city as select '33' || lpad((i + 1)::varchar, 2, '0') || '00' as city_code, '示例' || (i + 1) || '市' as city, i as sort from range(11) t(i)`,
  `insert into mart_city select city_code, city, sort from city`,
  `create temp table window_base as
    select i, 'W' || lpad(i::varchar, 6, '0') as window_id, '示例窗口' || lpad(i::varchar, 6, '0') as name, c.city_code, c.city,
      ['housing', 'fund', 'enforcement', 'utilities'][1 + i % 4] as domain, ['city', 'county'][1 + i % 2] as level
    from range(${windows}) t(i) join city c on c.sort = i % 11`,
  `insert into mart_window by name
    select y::int as year, window_id, name, city_code, city, domain, level, 8 as staff_count from window_base, range(2021, 2024) t(y)`,
  `insert into mart_window_month by name
    select window_id, cast(date '2021-01-01' + to_months(m::int) as date) as month, 2500 + i % 900 as cases, 1500 + i % 400 as active_reviews,
      900 as default_reviews, 1200 + i % 400 as level_5, 280 as level_4, 19 as level_3, (i + m) % 2 as level_2, 1 - (i + m) % 2 as level_1,
      1499 + i % 400 as good, 1 as bad
    from window_base, range(${months}) t(m)`,
  `create temp table score as
    select *, 'A' || lpad(i::varchar, 6, '0') as application_id, 6000 + (i * 7919) % 4001 as total_c from window_base`,
  `insert into eval_result by name
    select 2023 as year, 'red-flag-window' as honour, 'zhejiang-2023' as scheme_id, application_id, window_id as subject_id, name as subject_name,
      window_id, city_code, city, domain, level, 'ranked' as state, total_c as total_num, 1 as total_den, total_c, total_c - 400 as base_c,
      400 as bonus_c, least(10000, total_c + 200) as self_c, rank() over (order by total_c desc) as rank, true as tied, 'none' as tie_broken_by,
      i % 4 as counted_bad, 17990 as good, 18000 as active, 7 as sheets_kept, 0 as sheets_dropped
    from score`,
  `insert into eval_item by name
    select 2023 as year, 'red-flag-window' as honour, application_id, item, seq, max_c, points_c as points_num, 1 as points_den, points_c
    from score, lateral (select unnest(['organisation', 'standardisation', 'conduct', 'convenience', 'integrity', 'bonus']) as item,
      unnest([0, 1, 2, 3, 4, 5]) as seq, unnest([1000, 2000, 2000, 2000, 2000, 1000]) as max_c,
      unnest([900, (total_c - 1300) // 4, (total_c - 1300) // 4, (total_c - 1300) // 4, (total_c - 1300) - 3 * ((total_c - 1300) // 4), 400]) as points_c)`,
  `insert into mart_application by name
    select application_id, 2023 as year, 'red-flag-window' as honour, window_id as subject_id, name as subject_name, window_id, city_code from score`,
  `insert into eval_run by name
    select 2023 as year, 'red-flag-window' as honour, 'zhejiang-2023' as scheme_id, '2023' as edition, false as restated, 'initial' as round,
      date '2023-12-31' as as_of, ${windows} as applications, ${windows} as ranked, 0 as undecided, 0 as vetoed, 0 as unscored`,
  `insert into mart_meta values (${schemaVersion}, 'committee', date '2023-12-31', true, '2024-01-10', 'bench')`,
];
