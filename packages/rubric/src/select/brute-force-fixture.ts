import type { Relaxation, SelectionProblem, SelectionSubject } from "./problem.ts";

/** All best selections of a problem, each as the sorted ids of those chosen, found by looking at every subset. */
export function bruteForce(problem: SelectionProblem): string[][] {
  const free = problem.subjects.filter(({ bar }) => bar === null);
  let best: { cost: number[]; all: string[][] } | null = null;
  for (const chosen of subsets(free)) {
    if (hardMisses(problem, free, chosen) > 0) continue;
    const cost = [...problem.rules.filter(({ hard }) => !hard).map((rule) => misses(rule, problem, chosen)), ...merit(free, chosen)];
    const order = best === null ? -1 : compare(cost, best.cost);
    const ids = chosen.map(({ id }) => id).sort();
    if (order < 0) best = { cost, all: [ids] };
    else if (order === 0) best?.all.push(ids);
  }
  return best?.all ?? [];
}

/** The fewest places by which any subset misses the hard rules. */
export function fewestMoved(problem: SelectionProblem): number {
  const free = problem.subjects.filter(({ bar }) => bar === null);
  return Math.min(...[...subsets(free)].map((chosen) => hardMisses(problem, free, chosen)));
}

/** By how many places a list misses the hard rules, those barred left out of account. */
export function hardMissesOf(problem: SelectionProblem, listed: readonly string[]): number {
  const free = problem.subjects.filter(({ bar }) => bar === null);
  return hardMisses(
    problem,
    free,
    free.filter(({ id }) => listed.includes(id)),
  );
}

export function moved(relaxations: readonly Relaxation[]): number {
  return relaxations.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);
}

function* subsets(subjects: readonly SelectionSubject[]): Generator<SelectionSubject[]> {
  for (let mask = 0; mask < 2 ** subjects.length; mask++) yield subjects.filter((_, place) => (mask >> place) & 1);
}

const outside = (count: number, least: number | null, most: number | null) =>
  Math.max(0, (least ?? 0) - count) + Math.max(0, count - (most ?? Number.POSITIVE_INFINITY));

function hardMisses(problem: SelectionProblem, free: readonly SelectionSubject[], chosen: readonly SelectionSubject[]): number {
  const { least, most } = problem.size;
  const size = outside(chosen.length, least === null ? null : Math.min(least, free.length), most);
  return problem.rules.filter(({ hard }) => hard).reduce((sum, rule) => sum + misses(rule, problem, chosen), size);
}

function misses(rule: SelectionProblem["rules"][number], { subjects }: SelectionProblem, chosen: readonly SelectionSubject[]): number {
  const having = (field: string, value: string) => chosen.filter(({ fields }) => fields[field] === value);
  if (rule.kind === "include") return rule.subjects.filter((id) => !chosen.some((each) => each.id === id)).length;
  if (rule.kind === "count") {
    const { field, each } = rule;
    if (field === null) return each === null ? 0 : outside(chosen.length, each.least, each.most);
    const values = new Set([...Object.keys(rule.places), ...subjects.map(({ fields }) => String(fields[field]))]);
    return [...values].reduce((sum, value) => {
      const range = rule.places[value] ?? rule.each;
      return sum + (range === null ? 0 : outside(having(field, value).length, range.least, range.most));
    }, 0);
  }
  const { per, of } = rule;
  const lacking = (among: readonly SelectionSubject[]) =>
    rule.values.filter((value) => !among.some(({ fields }) => fields[of] === value)).length;
  if (per === null) return lacking(chosen);
  return [...new Set(subjects.map(({ fields }) => String(fields[per])))].reduce((sum, place) => sum + lacking(having(per, place)), 0);
}

/** Less is better: for each rank, the best first, how many of it are not taken. */
function merit(free: readonly SelectionSubject[], chosen: readonly SelectionSubject[]): number[] {
  const ranks = [...new Set(free.map(({ rank }) => rank ?? 0))].sort((a, b) => a - b);
  return ranks.map((rank) => -chosen.filter((each) => each.rank === rank).length);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((figure, n) => figure !== b[n]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
