import type { Database } from "./database.ts";
import { readModels } from "./models.ts";

/** Raised whenever a table or column of a published file changes its meaning; the dashboard refuses a file of another version. */
export const schemaVersion = 3;

/** Creates every `mart_` and `eval_` table empty, in the shape that `docs/data-model.md` promises. */
export async function createEvaluationSchema(db: Database): Promise<void> {
  for (const { sql } of [...readModels("tables"), ...readModels("evaluation")]) await db.execute(sql);
}
