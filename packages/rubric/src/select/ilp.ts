import { RubricError } from "../errors.ts";

/** `coefficient × column`; columns are known by their place. */
export interface Term {
  readonly column: number;
  readonly coefficient: number;
}

/** A sum held between two bounds, both included; null leaves a side open. */
export interface Row {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly terms: readonly Term[];
}

/** Whole numbers between bounds, the sums that bind them, and the sum to be made least. All figures are small integers. */
export interface IlpModel {
  readonly columns: readonly { readonly lower: number; readonly upper: number }[];
  readonly rows: readonly Row[];
  readonly minimise: readonly Term[];
}

/** What a solver found: `values` by column, and a proven lower `bound` of every solution's sum. */
export type IlpSolution =
  | { readonly status: "optimal"; readonly values: readonly number[]; readonly bound: number }
  | { readonly status: "infeasible" };

/** Solves a model or throws; a solution that is not proven best is none. */
export type SolveIlp = (model: IlpModel) => Promise<IlpSolution>;

/** A solution that was checked: whole numbers that satisfy every row, and no other has a smaller sum. */
export interface Proven {
  readonly values: readonly number[];
  readonly objective: number;
  /** The solver's proof: no solution has a smaller sum than this. */
  readonly bound: number;
}

const near = 1e-6;

/**
 * Solves a model and checks the answer in whole numbers, so that nothing rests on the solver's rounding: every column is an integer
 * within its bounds, every row holds, and the bound leaves no room for a smaller sum. Null when no solution exists.
 *
 * @throws {RubricError} R243 when the answer does not stand the check.
 */
export async function solveExactly(model: IlpModel, solve: SolveIlp): Promise<Proven | null> {
  const solution = await solve(model);
  if (solution.status === "infeasible") return null;
  const values = model.columns.map((_, column) => Math.round(solution.values[column] ?? Number.NaN));
  const sumOf = (terms: readonly Term[]) => terms.reduce((sum, { column, coefficient }) => sum + coefficient * (values[column] ?? 0), 0);
  const objective = sumOf(model.minimise);
  const holds =
    model.columns.every(({ lower, upper }, column) => {
      const value = values[column] ?? Number.NaN;
      return value >= lower && value <= upper && Math.abs(value - (solution.values[column] ?? 0)) <= near;
    }) &&
    model.rows.every(({ lower, upper, terms }) => {
      const value = sumOf(terms);
      return (lower === null || value >= lower) && (upper === null || value <= upper);
    });
  const bound = Math.ceil(solution.bound - near) + 0;
  if (!holds || !(bound >= objective)) {
    const told = `${objective} ≥ ${solution.bound}`;
    throw new RubricError("R243", {
      zh: `求解器给出的结果没有通过核对（${told}）`,
      en: `the solver's answer did not stand the check (${told})`,
    });
  }
  return { values, objective, bound };
}
