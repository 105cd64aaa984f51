import type { Demand } from "./demand.ts";
import type { Row } from "./ilp.ts";
import type { Goal, Program } from "./lexicographic.ts";
import type { SelectionSubject } from "./problem.ts";

/** The columns that count what an elastic demand lacks or has too much. */
export interface Slack {
  readonly demand: Demand;
  readonly columns: readonly number[];
  /** What the columns can come to together. */
  readonly span: number;
}

/** Column `n` is 1 when the candidate `n` is chosen; columns of slack follow. */
export interface SelectionProgram extends Program {
  readonly slacks: readonly Slack[];
}

/** The demands as rows over the candidates. Those that are `elastic` may be missed, at the cost of their slack. */
export function programOf(
  candidates: readonly SelectionSubject[],
  demands: readonly Demand[],
  elastic: (demand: Demand) => boolean,
): SelectionProgram {
  const columns = candidates.map(() => ({ lower: 0, upper: 1 }));
  const rows: Row[] = [];
  const slacks: Slack[] = [];
  for (const demand of demands) {
    const { least, most, members } = demand;
    const terms = candidates.flatMap(({ id }, column) => (members.has(id) ? [{ column, coefficient: 1 }] : []));
    if (!elastic(demand)) {
      rows.push({ lower: least, upper: most, terms });
      continue;
    }
    const slack: number[] = [];
    const missable = (lower: number | null, upper: number | null, coefficient: number, span: number) => {
      const column = columns.push({ lower: 0, upper: span }) - 1;
      rows.push({ lower, upper, terms: [...terms, { column, coefficient }] });
      slack.push(column);
      return span;
    };
    const short = least === null ? 0 : missable(least, null, 1, least);
    const over = most === null ? 0 : missable(null, most, -1, Math.max(0, members.size - most));
    slacks.push({ demand, columns: slack, span: short + over });
  }
  return { columns, rows, slacks };
}

/** Each soft rule is missed as little as possible, in the declared order. */
export function softGoals({ slacks }: SelectionProgram): Goal[] {
  const rules = [...new Set(slacks.map(({ demand }) => demand.rule))];
  return rules.map((rule): Goal => {
    const own = slacks.filter(({ demand }) => demand.rule === rule);
    const span = own.reduce((sum, each) => sum + each.span, 0);
    return { name: rule, sense: "least", columns: own.flatMap(({ columns }) => columns), span };
  });
}

/** As many as possible of the best rank, then of the next, and so on. */
export function meritGoals(candidates: readonly SelectionSubject[]): Goal[] {
  return [...ranksOf(candidates)].map(([rank, columns]): Goal => {
    return { name: `rank ${rank}`, sense: "most", columns, span: columns.length };
  });
}

/** The columns of each rank, the best first. */
export function ranksOf(candidates: readonly SelectionSubject[]): ReadonlyMap<number, readonly number[]> {
  const ranks = new Map<number, number[]>();
  for (const [column, { rank }] of candidates.entries()) {
    const own = ranks.get(rank ?? 0) ?? [];
    own.push(column);
    ranks.set(rank ?? 0, own);
  }
  return ranks;
}

/** Whom a solution of the program chooses. */
export function chosenOf(candidates: readonly SelectionSubject[], values: readonly number[]): ReadonlySet<string> {
  return new Set(candidates.flatMap(({ id }, column) => (values[column] === 1 ? [id] : [])));
}
