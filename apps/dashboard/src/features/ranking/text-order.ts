const collator = new Intl.Collator("zh-CN", { numeric: true });

/**
 * Compares rows by a Chinese text as a reader expects (pinyin, numbers by size). The different texts are put in order once, at the first
 * comparison: a collator inside a sort of 100,000 rows would be called two million times.
 */
export function textOrder<Row>(rows: readonly Row[], read: (row: Row) => string | null): (a: Row, b: Row) => number {
  let places: Map<string, number> | undefined;
  const placeOf = (row: Row): number => {
    places ??= new Map([...new Set(rows.map((each) => read(each) ?? ""))].sort(collator.compare).map((text, place) => [text, place]));
    return places.get(read(row) ?? "") ?? 0;
  };
  return (a, b) => placeOf(a) - placeOf(b);
}
