import type { Database } from "../database.ts";

/** A mean change between a year and the one before it, exact, in hundredths: `rule + performance = after − before`. */
export type RestatedRow = {
  readonly year_before: number;
  readonly scheme_before: string;
  readonly scheme_id: string;
  /** Null is the whole province. */
  readonly city_code: string | null;
  readonly city: string | null;
  /** Null is the total. */
  readonly item: string | null;
  readonly subjects: number;
  /** Subjects of both years whose change is not known under these editions. */
  readonly unknown: number;
  readonly before_num: number;
  readonly before_den: number;
  readonly after_num: number;
  readonly after_den: number;
  readonly rule_num: number;
  readonly rule_den: number;
  readonly performance_num: number;
  readonly performance_den: number;
};

const figures = ["before", "after", "rule", "performance"].flatMap((part) => [`${part}_num`, `${part}_den`]);

/** The changes of a year and honour under every pair of editions: the province first, then the cities in their order, the total before the items. */
export function queryRestated(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly RestatedRow[]> {
  return db.query<RestatedRow>(
    `
    select r.year_before::int as year_before, r.scheme_before, r.scheme_id, r.city_code, c.city, r.item, r.subjects::int as subjects,
      r.unknown::int as unknown, ${figures.map((figure) => `r.${figure}::double as ${figure}`).join(", ")}
    from eval_restated r
    left join mart_city c on c.city_code = r.city_code
    where r.year = $1 and r.honour = $2
    order by r.scheme_before, r.scheme_id, r.city_code is not null, c.sort, r.city_code, r.seq`,
    [year, honour],
  );
}
