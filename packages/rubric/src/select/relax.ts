import { candidatesOf, type Demand, demandsOf, missOf } from "./demand.ts";
import type { SolveIlp } from "./ilp.ts";
import { type Goal, optimise } from "./lexicographic.ts";
import type { Relaxation, SelectionProblem } from "./problem.ts";
import { chosenOf, programOf } from "./program.ts";

/** What would let a selection exist: the smallest change in all, and every single bound that would do alone. */
export interface WaysOut {
  readonly smallest: readonly Relaxation[];
  readonly alone: readonly Relaxation[];
}

/**
 * The smallest relaxation of hard rules under which a selection exists: the fewest places moved in all, then the fewest bounds
 * touched, then the bounds declared last (leaving a place of the stage empty comes before breaking a rule). Bars are never relaxed.
 */
export async function waysOut(problem: SelectionProblem, solve: SolveIlp): Promise<WaysOut> {
  const candidates = candidatesOf(problem);
  const hard = demandsOf(problem).filter((demand) => demand.hard);
  const elastic = programOf(candidates, hard, () => true);
  const { slacks } = elastic;

  const [columns, rows] = [[...elastic.columns], [...elastic.rows]];
  const touched = slacks.map((slack) => {
    const column = columns.push({ lower: 0, upper: 1 }) - 1;
    const terms = slack.columns.map((each) => ({ column: each, coefficient: 1 }));
    rows.push({ lower: null, upper: 0, terms: [...terms, { column, coefficient: -slack.span }] });
    return column;
  });
  const all = slacks.flatMap((slack) => slack.columns);
  const goals: Goal[] = [
    { name: "moved", sense: "least", columns: all, span: slacks.reduce((sum, { span }) => sum + span, 0) },
    { name: "touched", sense: "least", columns: touched, span: touched.length },
    ...slacks.map((slack): Goal => ({ name: slack.demand.rule, sense: "least", columns: slack.columns, span: slack.span })),
  ];
  const best = await optimise({ columns, rows }, goals, solve);

  const alone: Relaxation[] = [];
  for (const demand of hard) {
    const program = programOf(candidates, hard, (each) => each === demand);
    const [slack] = program.slacks;
    if (slack === undefined) continue;
    const goal: Goal = { name: demand.rule, sense: "least", columns: slack.columns, span: slack.span };
    const found = await optimise(program, [goal], solve);
    if (found !== null) alone.push(...relaxationsOf([demand], chosenOf(candidates, found.values)));
  }
  return { smallest: relaxationsOf(hard, chosenOf(candidates, best?.values ?? [])), alone };
}

/** The bounds as they would have to stand for the chosen to satisfy them. */
function relaxationsOf(demands: readonly Demand[], chosen: ReadonlySet<string>): Relaxation[] {
  return demands.flatMap((demand): Relaxation[] => {
    const { rule, at, subject, least, most } = demand;
    const { short, over } = missOf(demand, chosen);
    if (short > 0 && least !== null) return [{ rule, at, subject, bound: "least", from: least, to: least - short }];
    if (over > 0 && most !== null) return [{ rule, at, subject, bound: "most", from: most, to: most + over }];
    return [];
  });
}
