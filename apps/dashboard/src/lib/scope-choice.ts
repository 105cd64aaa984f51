import type { Run } from "@mingchuang/warehouse/queries/meta";
import type { SchemeLabels } from "./scheme.ts";
import type { Honour } from "./search-state.ts";

interface Known {
  readonly runs: readonly Run[];
  /** Ascending. */
  readonly years: readonly number[];
  readonly schemes: readonly SchemeLabels[];
}

export interface Chosen {
  /** Null when nothing is known about any year. */
  readonly year: number | null;
  readonly honour: Honour;
  readonly run: Run | undefined;
  readonly scheme: SchemeLabels | undefined;
}

/**
 * The honours that somebody applied for, the main one first: that with the most applications in its latest year. Without any they are those
 * of the schemes that are published.
 */
export function honoursOf({ runs, schemes }: Pick<Known, "runs" | "schemes">): readonly Honour[] {
  const latest = [...new Set(runs.map(({ honour }) => honour))].flatMap((honour) => {
    const last = runs.findLast((run) => run.honour === honour && run.applications > 0);
    return last ? [{ honour, year: last.year, applications: last.applications }] : [];
  });
  const found = latest.sort((a, b) => b.year - a.year || b.applications - a.applications).map(({ honour }) => honour);
  return found.length > 0 ? found : [...new Set(schemes.flatMap(({ body }) => (body.honours ?? []).map(({ id }) => id)))];
}

/** Honours as the schemes list them, one scheme after another. */
export function inSchemeOrder(held: readonly Honour[], schemes: Known["schemes"]): readonly Honour[] {
  const listed = schemes.flatMap(({ body }) => (body.honours ?? []).map(({ id }) => id));
  const placeOf = (honour: Honour) => (listed.includes(honour) ? listed.indexOf(honour) : listed.length);
  return [...held].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

/**
 * The year and honour in force: those of the address when the file has them, else the latest year of an honour that has results; and the
 * scheme that judged it, else the one that judges the honour, however many others are published to be read.
 */
export function chooseScope(
  search: { readonly year?: number | undefined; readonly honour: Honour },
  { runs, years, schemes }: Known,
): Chosen {
  const held = honoursOf({ runs, schemes });
  const honour = held.includes(search.honour) ? search.honour : (held[0] ?? search.honour);
  const own = runs.filter((run) => run.honour === honour);
  const latest = own.findLast(({ applications }) => applications > 0)?.year ?? years.at(-1) ?? null;
  const year = search.year !== undefined && years.includes(search.year) ? search.year : latest;
  const run = own.find((candidate) => candidate.year === year);
  const judge = (run ?? own.at(-1))?.scheme_id;
  const scheme =
    schemes.find(({ schemeId }) => schemeId === judge) ??
    schemes.findLast((candidate) => candidate.honour(honour) !== undefined) ??
    schemes[0];
  return { year, honour, run, scheme };
}
