import type { Database } from "./database.ts";
import { readModels } from "./models.ts";

/** Creates every `mart_` and `eval_` table empty, in the shape that `docs/data-model.md` promises. */
export async function createEvaluationSchema(db: Database): Promise<void> {
  for (const { sql } of [...readModels("tables"), ...readModels("evaluation")]) await db.execute(sql);
}
