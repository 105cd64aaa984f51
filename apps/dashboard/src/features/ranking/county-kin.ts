import type { CountyRow } from "@mingchuang/warehouse/queries/counties";

/** The counties that a year has: those of its rows, and those that existed from its first day to its last. */
export function countiesOf(year: number, rows: readonly { readonly county_code: string | null }[], counties: readonly CountyRow[]) {
  const whole = counties.filter(({ valid_from: from, valid_to: to }) => (from ?? "") < `${year}-01-02` && (to ?? "9999") > `${year}-12-31`);
  return new Set([...rows.flatMap(({ county_code }) => county_code ?? []), ...whole.map(({ county_code }) => county_code)]);
}

/**
 * The counties that stand for those chosen in a year: a county that the year has stands for itself; one that it does not have stands for
 * what it became or, before it was set up, for what it was made of. So a choice outlives a change of districts.
 */
export function standingCounties(
  chosen: readonly string[],
  ofYear: ReadonlySet<string>,
  counties: readonly CountyRow[],
): readonly string[] {
  const successorsOf = (code: string) =>
    (counties.find(({ county_code }) => county_code === code)?.successors ?? "").split(";").filter(Boolean);
  const stand = chosen.flatMap((code) => {
    if (ofYear.has(code)) return [code];
    const before = counties.filter(({ county_code }) => successorsOf(county_code).includes(code)).map(({ county_code }) => county_code);
    return [code, ...[...successorsOf(code), ...before].filter((kin) => ofYear.has(kin))];
  });
  return [...new Set(stand)];
}

/** Those of the counties whose area is another one since a day, to be said beside figures of several years. */
export function changedCounties(codes: readonly string[], counties: readonly CountyRow[]): readonly CountyRow[] {
  return counties.filter(({ county_code, note }) => codes.includes(county_code) && note !== null && note !== "");
}
