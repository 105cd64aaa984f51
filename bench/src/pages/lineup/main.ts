import "lineupjs/build/LineUpJS.css";
import { buildCategoricalColumn, builder, buildNumberColumn, buildRanking, buildStringColumn, type LineUp } from "lineupjs";

declare global {
  interface Window {
    /** The two things that the measurement asks of the peer, by its own interface. */
    peer: { readonly sortBySelf: () => void; readonly onlyCity: (city: string) => void };
  }
}

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
const lineup: LineUp = made.build(root);
const ranking = lineup.data.getFirstRanking();
const column = (label: string) => {
  const found = ranking.flatColumns.find((each) => each.label === label || (each.desc as { column?: string }).column === label);
  if (!found) throw new Error(`no column ${label}`);
  return found;
};
window.peer = {
  sortBySelf: () => void ranking.sortBy(column("self"), false),
  onlyCity: (city) =>
    (column("city") as unknown as { setFilter(filter: unknown): void }).setFilter({ filter: [city], filterMissing: true }),
};
