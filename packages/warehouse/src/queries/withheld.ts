import type { Database } from "../database.ts";

/** A table (`column_name` null) or column that this profile does not carry as it is. */
export type WithheldRow = {
  readonly table_name: string;
  readonly column_name: string | null;
  readonly how: "withheld" | "masked" | "renamed";
};

/** What the open profile withholds, so that "withheld" is never shown as "not handed in". */
export function queryWithheld(db: Database): Promise<readonly WithheldRow[]> {
  return db.query<WithheldRow>("select table_name, column_name, how from mart_withheld order by table_name, column_name nulls first");
}
