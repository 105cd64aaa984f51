import loadHighs from "highs";
import { RubricError } from "../errors.ts";
import type { IlpModel, IlpSolution, SolveIlp } from "./ilp.ts";

/**
 * The solver HiGHS, compiled to WebAssembly: one thread, a fixed seed and no time limit, so that a model has one answer everywhere.
 * Nothing is fetched from elsewhere.
 *
 * @param wasm `highs.wasm` (package entry `highs/runtime`): an address of the own origin, or its bytes; without it the package looks
 * beside its own file, which is right in Node
 */
export async function loadHighsSolver(wasm?: string | Uint8Array): Promise<SolveIlp> {
  const place = typeof wasm === "string" ? { locateFile: () => wasm } : wasm === undefined ? {} : { wasmBinary: wasm };
  const highs = await loadHighs(place);
  const { modelStatus, objectiveSense, variableType } = highs.constants;

  return async ({ columns, rows, minimise }: IlpModel): Promise<IlpSolution> => {
    if (columns.length === 0) return withoutColumns(rows);
    const costs = new Float64Array(columns.length);
    for (const { column, coefficient } of minimise) costs[column] = (costs[column] ?? 0) + coefficient;
    const starts = [0];
    for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
    const model = {
      numCols: columns.length,
      numRows: rows.length,
      sense: objectiveSense.minimize,
      colCost: costs,
      colLower: columns.map(({ lower }) => lower),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower ?? -highs.infinity),
      rowUpper: rows.map(({ upper }) => upper ?? highs.infinity),
      integrality: columns.map(() => variableType.integer),
      matrix: {
        format: "csr",
        numCols: columns.length,
        numRows: rows.length,
        starts,
        indices: rows.flatMap(({ terms }) => terms.map(({ column }) => column)),
        values: rows.flatMap(({ terms }) => terms.map(({ coefficient }) => coefficient)),
      },
    } as const;
    return highs.withModel((solver): IlpSolution => {
      solver.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0 });
      solver.passModel(model);
      solver.run();
      const status = solver.getModelStatus();
      if (status === modelStatus.infeasible) return { status: "infeasible" };
      if (status !== modelStatus.optimal) {
        throw new RubricError("R243", { zh: `求解器停在状态 ${status}`, en: `the solver ended with status ${status}` });
      }
      return { status: "optimal", values: [...solver.getSolution().colValue], bound: Number(solver.info.get("mip_dual_bound")) };
    });
  };
}

/** HiGHS calls a model without columns empty, whatever its rows ask for. */
function withoutColumns(rows: IlpModel["rows"]): IlpSolution {
  const holds = rows.every(({ lower, upper }) => (lower ?? 0) <= 0 && (upper ?? 0) >= 0);
  return holds ? { status: "optimal", values: [], bound: 0 } : { status: "infeasible" };
}
