/** As much of the peer's interface as is used here; its bundle is a script of its own (`LineUpJS.js`). */
interface PeerColumn {
  readonly label: string;
  readonly desc: { readonly column?: string };
  setFilter(filter: { readonly filter: readonly string[]; readonly filterMissing: boolean }): void;
}
interface PeerRanking {
  readonly flatColumns: readonly PeerColumn[];
  sortBy(column: PeerColumn, ascending: boolean): void;
}
interface ColumnBuilder {
  width(pixels: number): ColumnBuilder;
}
interface RankingBuilder {
  rank(): RankingBuilder;
  column(name: string): RankingBuilder;
  sortBy(name: string, order: "asc" | "desc"): RankingBuilder;
}
interface Builder {
  column(column: ColumnBuilder): Builder;
  ranking(ranking: RankingBuilder): Builder;
  build(node: HTMLElement): { readonly data: { getFirstRanking(): PeerRanking } };
}
declare const LineUpJS: {
  builder(rows: readonly Record<string, unknown>[]): Builder;
  buildStringColumn(name: string): ColumnBuilder;
  buildNumberColumn(name: string, domain: readonly [number, number]): ColumnBuilder;
  buildCategoricalColumn(name: string): ColumnBuilder;
  buildRanking(): RankingBuilder;
};

declare global {
  interface Window {
    /** The two things that the measurement asks of the peer, by its own interface. */
    peer: { readonly sortBySelf: () => void; readonly onlyCity: (city: string) => void };
  }
}

const { builder, buildStringColumn, buildNumberColumn, buildCategoricalColumn, buildRanking } = LineUpJS;
const items = ["organisation", "standardisation", "conduct", "convenience", "integrity", "bonus"];
const rows = (await (await fetch("./rows.json")).json()) as Record<string, unknown>[];
const root = document.querySelector("#root") as HTMLElement;
root.style.height = "880px";

const made = builder(rows)
  .column(buildStringColumn("name").width(228))
  .column(buildNumberColumn("total", [0, 100]))
  .column(buildNumberColumn("self", [0, 100]))
  .column(buildNumberColumn("bad", [0, 10]))
  .column(buildNumberColumn("rate", [0, 100]))
  .column(buildCategoricalColumn("city"))
  .column(buildCategoricalColumn("domain"))
  .column(buildCategoricalColumn("level"));
for (const item of items) made.column(buildNumberColumn(item, [0, 20]));
const shownRanking = buildRanking().rank();
for (const shown of ["name", "total", ...items, "self", "bad", "rate", "city", "domain", "level"]) shownRanking.column(shown);
made.ranking(shownRanking.sortBy("total", "desc"));
const lineup = made.build(root);
const ranking = lineup.data.getFirstRanking();
const column = (label: string) => {
  const found = ranking.flatColumns.find((each) => each.label === label || each.desc.column === label);
  if (!found) throw new Error(`no column ${label}`);
  return found;
};
window.peer = {
  sortBySelf: () => void ranking.sortBy(column("self"), false),
  onlyCity: (city) => column("city").setFilter({ filter: [city], filterMissing: true }),
};

export {};
