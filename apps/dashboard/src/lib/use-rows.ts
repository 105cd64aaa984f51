import type { Database } from "@mingchuang/warehouse/database";
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { openData } from "./database.ts";

/** A typed query of `@mingchuang/warehouse/queries/*`: rows, or one value, from the open database. */
export type Query<Arguments extends readonly unknown[], Result> = (db: Database, ...args: Arguments) => Promise<Result>;

const names = new WeakMap<object, string>();
let count = 0;

/** Function names do not survive minification, so a query is known by itself. */
function nameOf(query: object): string {
  const known = names.get(query);
  if (known !== undefined) return known;
  count += 1;
  const name = `query-${count}`;
  names.set(query, name);
  return name;
}

/**
 * Runs a query with its arguments (plain values: they are the cache key). While a new year or filter loads, the former rows stay.
 *
 * `const ranking = useRows(queryRanking, { year, honour });`
 */
export function useRows<const Arguments extends readonly unknown[], Result>(
  query: Query<Arguments, Result>,
  ...args: Arguments
): UseQueryResult<Result> {
  return useQuery({
    queryKey: [nameOf(query), ...args],
    queryFn: async () => query((await openData()).db, ...args),
    placeholderData: keepPreviousData,
  });
}
