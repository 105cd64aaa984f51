import type { Database } from "@mingchuang/warehouse/database";
import type { Mask } from "./mask.ts";
import { publishedTables } from "./profiles.ts";

/** Creates the temporary table `masked_text` with every free text of `source` that changes under the mask. */
export async function createMaskedText(db: Database, mask: Mask): Promise<void> {
  const texts = Object.entries(publishedTables).flatMap(([table, { columns }]) =>
    Object.entries(columns)
      .filter(([, by]) => by.leader === "masked" || by.leader === "path")
      .map(([column]) => `select "${column}" as text from source."${table}"`),
  );
  await db.execute("create temp table masked_text (original varchar, masked varchar)");
  const rows = await db.query<{ text: string }>(
    `select distinct text from (${texts.join(" union all ")}) where text is not null order by text`,
  );
  for (const { text } of rows) {
    const masked = mask(text);
    if (masked !== text) await db.query("insert into masked_text values ($1, $2)", [text, masked]);
  }
}
