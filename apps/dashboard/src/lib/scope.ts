import {
  type City,
  type Meta,
  queryCities,
  queryMeta,
  queryRuns,
  querySchemes,
  queryWithheld,
  queryYears,
  type Run,
  type Withheld,
} from "@mingchuang/warehouse/queries/meta";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { createContext, useContext } from "react";
import { openData } from "./database.ts";
import { DashboardError } from "./errors.ts";
import { parseSchemeBody, type SchemeLabels } from "./scheme.ts";
import { chooseScope } from "./scope-choice.ts";
import type { GlobalSearch, Honour } from "./search-state.ts";

/** What the file holds, read once when it is opened. */
export interface Holdings {
  readonly meta: Meta;
  readonly runs: readonly Run[];
  /** Every year that anything is known about, ascending; none when nothing was handed in. */
  readonly years: readonly number[];
  readonly cities: readonly City[];
  readonly withheld: readonly Withheld[];
  readonly schemes: readonly SchemeLabels[];
}

async function readHoldings(): Promise<Holdings> {
  const { db } = await openData();
  const meta = await queryMeta(db);
  if (meta === null) throw new DashboardError("B102", "mart_meta: 0 rows");
  const [runs, years, cities, withheld, schemes] = [
    await queryRuns(db),
    await queryYears(db),
    await queryCities(db),
    await queryWithheld(db),
    await querySchemes(db),
  ];
  return {
    meta,
    runs,
    cities,
    withheld,
    years,
    schemes: schemes.map((row) => parseSchemeBody(row)),
  };
}

export function useHoldingsQuery() {
  return useQuery({ queryKey: ["holdings"], queryFn: readHoldings });
}

export const HoldingsContext = createContext<Holdings | null>(null);

/** The opened file's holdings; the shell shows pages only when they are there. */
export function useHoldings(): Holdings {
  const holdings = useContext(HoldingsContext);
  if (holdings === null) throw new Error("useHoldings outside the shell");
  return holdings;
}

export interface Scope {
  readonly year: number;
  readonly previousYear: number | null;
  readonly honour: Honour;
  readonly run: Run | undefined;
  readonly scheme: SchemeLabels;
}

const root = getRouteApi("__root__");

export function useGlobalSearch(): GlobalSearch {
  return root.useSearch();
}

/** What the address asks for and the file has. Without any year it is that of the data's day: the shell then shows no page about years. */
export function useScope(): Scope {
  const search = useGlobalSearch();
  const holdings = useHoldings();
  const { year: chosen, honour, run, scheme } = chooseScope(search, holdings);
  if (!scheme) throw new DashboardError("B102", "mart_scheme: 0 rows");
  const year = chosen ?? Number(holdings.meta.as_of.slice(0, 4));
  return { year, previousYear: holdings.years.includes(year - 1) ? year - 1 : null, honour, run, scheme };
}

/** How a column reaches this audience: as it is, masked, renamed, without the values of persons (`rows`), or not at all. */
export function useReach(table: string, column: string): "full" | Withheld["how"] {
  const { withheld } = useHoldings();
  const ofTable = withheld.filter((row) => row.table_name === table);
  const whole = ofTable.find((row) => row.column_name === null && row.how === "withheld");
  return (whole ?? ofTable.find((row) => row.column_name === column))?.how ?? "full";
}
