import type { Database } from "@mingchuang/warehouse/database";
import type { Mask } from "./mask.ts";
import { publishedTables, type Treatment } from "./profiles.ts";

export interface Masks {
  /** For what somebody wrote. */
  readonly text: Mask;
  /** For what places are called, and for codes. */
  readonly place: Mask;
}

/**
 * Creates the temporary tables `masked_text` and `masked_place` (`original`, `masked`) with every text of `source` that changes under
 * its mask, and `masked_id` with what stands for an id in which somebody's name or number is: the same in every table, numbered by a hash.
 */
export async function createMaskedText(db: Database, { text, place }: Masks): Promise<void> {
  await createMasked(db, "masked_text", text, ["masked", "path"]);
  await createMasked(db, "masked_place", place, ["place", "subjectName"]);
  await createMasked(db, "found_id", place, ["id", "subject", "application", "applications"]);
  await db.execute(`
    create temp table masked_id as
    select original, printf('〔编号%04d〕', row_number() over (order by sha256(original))) as masked from found_id
  `);
}

async function createMasked(db: Database, table: string, mask: Mask, treatments: readonly Treatment[]): Promise<void> {
  const texts = Object.entries(publishedTables).flatMap(([source, { columns }]) =>
    Object.entries(columns)
      .filter(([, by]) => treatments.includes(by.leader) || treatments.includes(by.public))
      .map(([column, by]) => {
        const text = by.leader === "applications" ? `unnest(string_split("${column}", ', '))` : `"${column}"`;
        return `select ${text} as text from source."${source}"`;
      }),
  );
  await db.execute(`create temp table ${table} (original varchar, masked varchar)`);
  const rows = await db.query<{ text: string }>(
    `select distinct text from (${texts.join(" union all ")}) where text is not null order by text`,
  );
  for (const { text } of rows) {
    const masked = mask(text);
    if (masked !== text) await db.query(`insert into ${table} values ($1, $2)`, [text, masked]);
  }
}
