import type { Database } from "../database.ts";

/** A county over the years. Codes of successors are joined by `;`. */
export type CountyRow = {
  readonly county_code: string;
  readonly county: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly successors: string | null;
  readonly comparable_from: string | null;
  readonly note: string | null;
};

/** Every county that exists today or that a window was registered in, by code. */
export function queryCounties(db: Database): Promise<readonly CountyRow[]> {
  return db.query<CountyRow>(
    `
    select county_code, county, strftime(valid_from, '%Y-%m-%d') as valid_from, strftime(valid_to, '%Y-%m-%d') as valid_to, successors,
      strftime(comparable_from, '%Y-%m-%d') as comparable_from, note
    from mart_county
    order by county_code`,
  );
}
