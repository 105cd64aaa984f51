import type { Database } from "@mingchuang/warehouse/database";
import { replaceKnown } from "./mask.ts";
import type { PersonalValues } from "./personal-values.ts";

/** A column of a published file that still holds somebody's name or number. The value itself is not repeated. */
export interface Leak {
  readonly table: string;
  readonly column: string;
  readonly kind: "name" | "phone";
}

const shortestPhone = 7; // a hotline such as 12345 is nobody's number

/**
 * Looks through every text column of the open database for values that are a known name or contain a known phone number. A name
 * inside a longer text is not searched for here: two characters of a street would do; free text is masked by `mask.ts` before.
 */
export async function findLeaks(db: Database, personal: PersonalValues): Promise<readonly Leak[]> {
  const names = new Set(personal.names.map(withoutSpaces));
  const phones = personal.phones.filter((phone) => phone.replace(/\D/g, "").length >= shortestPhone);
  const withoutPhones = replaceKnown(phones.map((value) => ({ value, shown: "" })));
  const columns = await db.query<{ table: string; column: string }>(`
    select table_name as "table", column_name as "column"
    from duckdb_columns()
    where database_name = current_database() and data_type = 'VARCHAR' and not internal
    order by all
  `);
  const leaks: Leak[] = [];
  for (const { table, column } of columns) {
    const rows = await db.query<{ value: string }>(`select distinct "${column}" as value from "${table}" where "${column}" is not null`);
    if (rows.some(({ value }) => names.has(withoutSpaces(value)))) leaks.push({ table, column, kind: "name" });
    if (rows.some(({ value }) => withoutPhones(value) !== value)) leaks.push({ table, column, kind: "phone" });
  }
  return leaks;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}
