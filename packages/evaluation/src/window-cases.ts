import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";
import { queryRegister, type Subject } from "./subjects.ts";

/** A window and the cases that it handled; null where no month's figure was handed in, which is not none. */
export interface WindowCases extends Subject {
  readonly city: string | null;
  readonly cases: number | null;
}

/** The windows of a programme's register in one year; none for a programme that judges neither windows nor units. */
export async function queryWindows(db: Database, scheme: Scheme, year: number): Promise<readonly Subject[]> {
  const honour = scheme.honours.find(({ subject }) => subject === "window" || subject === "unit");
  return honour === undefined ? [] : queryRegister(db, { year, honour, scheme });
}

/** The cases of every window of a programme in one month (`YYYY-MM`), or in all months of a year (`YYYY`), by window. */
export async function queryWindowCases(db: Database, scheme: Scheme, period: string): Promise<readonly WindowCases[]> {
  const windows = await queryWindows(db, scheme, Number(period.slice(0, 4)));
  const rows = await db.query<{ window: string; cases: number }>(
    `select window_id as "window", sum(cases)::bigint as cases from mart_window_month
     where starts_with(strftime(month, '%Y-%m'), $1) and cases is not null group by window_id`,
    [period],
  );
  const cities = await db.query<{ city_code: string; city: string }>("select city_code, city from mart_city");
  const cases = new Map(rows.map((row) => [row.window, row.cases]));
  const cityOf = new Map(cities.map(({ city_code, city }) => [city_code, city]));
  return windows.map((window) => {
    return { ...window, city: cityOf.get(window.city_code ?? "") ?? null, cases: cases.get(window.subject_id) ?? null };
  });
}
