import type { Database } from "@mingchuang/warehouse/database";
import { maskFor, replaceKnown } from "./mask.ts";
import { knownPersons, type PersonalValues } from "./personal-values.ts";

/** A column of a published file that still holds somebody's name or number. The value itself is not repeated. */
export interface Leak {
  readonly table: string;
  readonly column: string;
  readonly kind: "name" | "phone" | "id_number" | "number";
}

/**
 * Looks through every text column of the open database for values that are a known name, or contain a known phone number, staff number
 * or any number that only a person has. A name inside a longer text is not searched for here: two characters of a street would do; texts
 * are masked by `mask.ts` before. Columns that the software fills itself (hashes, codes, sentences of ours) are searched for names alone.
 *
 * @param isOurs whether a column is filled by the software
 */
export async function findLeaks(
  db: Database,
  personal: PersonalValues,
  isOurs: (table: string, column: string) => boolean,
): Promise<readonly Leak[]> {
  const names = new Set(personal.names.map(withoutSpaces));
  const known = knownPersons(personal);
  const withoutPersons = replaceKnown(known.filter(({ whole }) => whole));
  const withoutPhones = maskFor(
    personal.phones.map((value) => ({ value, shown: "" })),
    { strict: true },
  );
  const withoutNumbers = maskFor([], { strict: true });
  const columns = await db.query<{ table: string; column: string }>(`
    select table_name as "table", column_name as "column"
    from duckdb_columns()
    where database_name = current_database() and data_type = 'VARCHAR' and not internal
    order by all
  `);
  const leaks: Leak[] = [];
  for (const { table, column } of columns) {
    const rows = await db.query<{ value: string }>(`select distinct "${column}" as value from "${table}" where "${column}" is not null`);
    const find = (kind: Leak["kind"], personal: (value: string) => boolean) => {
      if (rows.some(({ value }) => personal(value))) leaks.push({ table, column, kind });
    };
    find("name", (value) => names.has(withoutSpaces(value)));
    if (isOurs(table, column)) continue;
    find("phone", (value) => withoutPhones(value) !== withoutNumbers(value));
    find("id_number", (value) => withoutPersons(value) !== value);
    find("number", (value) => withoutNumbers(value) !== value);
  }
  return leaks;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}
