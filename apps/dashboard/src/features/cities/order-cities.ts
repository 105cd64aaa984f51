import { badPerTenThousand, goodRate } from "@mingchuang/rubric/rates";
import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import type { CitiesSearch } from "./search.ts";

/** A city's mean assessed score in hundredths, rounded for show; null when none of its nominees was scored. */
export function meanScore(row: CityYear): number | null {
  return row.total_sum_c === null || row.scored === 0 ? null : Math.round(row.total_sum_c / row.scored);
}

const ratio = (rate: { numerator: number; denominator: number } | null) => (rate === null ? null : rate.numerator / rate.denominator);

const keys: Readonly<Record<Exclude<CitiesSearch["sort"], "official">, (row: CityYear) => number | null>> = {
  score: (row) => (row.total_sum_c === null || row.scored === 0 ? null : row.total_sum_c / row.scored),
  good: (row) => ratio(goodRate.of(row)),
  bad: (row) => {
    const rate = ratio(badPerTenThousand.of(row));
    return rate === null ? null : -rate;
  },
  nominated: (row) => row.within_final,
};

/** Cities from best to worst by a figure (fewest bad reviews first); equal ones and the official order as they come. Missing figures are last. */
export function orderCities(rows: readonly CityYear[], by: CitiesSearch["sort"]): readonly CityYear[] {
  if (by === "official") return rows;
  const key = keys[by];
  return [...rows].sort((a, b) => (key(b) ?? Number.NEGATIVE_INFINITY) - (key(a) ?? Number.NEGATIVE_INFINITY) || 0);
}
