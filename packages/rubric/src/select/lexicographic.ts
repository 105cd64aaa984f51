import { type IlpModel, type Proven, type Row, type SolveIlp, solveExactly, type Term } from "./ilp.ts";

/** One aim among several, the earlier ones first: a sum of columns that is 0 … `span`, to be made `least` or `most`. */
export interface Goal {
  readonly name: string;
  readonly sense: "least" | "most";
  readonly columns: readonly number[];
  readonly span: number;
}

/** A model without an aim. */
export type Program = Pick<IlpModel, "columns" | "rows">;

/** What each goal came to, in one solve with the goals beside it: its weighed sum, and the bound that proves no other is smaller. */
export interface Step {
  readonly goals: readonly { readonly name: string; readonly value: number }[];
  readonly objective: number;
  readonly bound: number;
}

/** The best solution, and the program with every goal held at its best value. */
export interface Optimum {
  readonly values: readonly number[];
  readonly program: Program;
  readonly steps: readonly Step[];
}

/** Weights stay below this, so that a whole number is far from the solver's tolerance of a millionth. */
const largestWeight = 4096;

/**
 * Meets the goals in their order: a later one never costs an earlier one anything. Consecutive goals share a solve while weights in
 * mixed radix (each goal weighs more than all later ones in its solve can come to) stay small; then their values are held and the
 * next ones follow. Null when the program has no solution.
 *
 * @throws {RubricError} R243 when the solver does not prove its answer.
 */
export async function optimise(program: Program, goals: readonly Goal[], solve: SolveIlp): Promise<Optimum | null> {
  let [held, best]: [Program, Proven | null] = [program, null];
  const steps: Step[] = [];
  for (const block of blocksOf(goals)) {
    best = await solveExactly({ ...held, minimise: weigh(block) }, solve);
    if (best === null) return null;
    const { values } = best;
    const reached = block.map(({ name, columns }) => ({ name, value: columns.reduce((sum, column) => sum + (values[column] ?? 0), 0) }));
    held = { ...held, rows: [...held.rows, ...block.map((goal, place) => hold(goal, reached[place]?.value ?? 0))] };
    steps.push({ goals: reached, objective: best.objective, bound: best.bound });
  }
  return best === null ? null : { values: best.values, program: held, steps };
}

/** Never empty: without goals one solve still tells whether there is a solution. */
function blocksOf(goals: readonly Goal[]): Goal[][] {
  const blocks: Goal[][] = [[]];
  let weight = 1;
  for (const goal of goals) {
    weight *= goal.span + 1;
    if (weight > largestWeight && blocks.at(-1)?.length !== 0) {
      blocks.push([]);
      weight = goal.span + 1;
    }
    blocks.at(-1)?.push(goal);
  }
  return blocks;
}

function weigh(block: readonly Goal[]): Term[] {
  const coefficients = new Map<number, number>();
  let weight = 1;
  for (const { sense, columns, span } of block.toReversed()) {
    for (const column of columns) coefficients.set(column, (coefficients.get(column) ?? 0) + (sense === "least" ? weight : -weight));
    weight *= span + 1;
  }
  return [...coefficients].map(([column, coefficient]) => ({ column, coefficient }));
}

function hold({ columns }: Goal, value: number): Row {
  return { lower: value, upper: value, terms: columns.map((column) => ({ column, coefficient: 1 })) };
}
