import { describe, expect, test } from "vitest";
import { type IlpModel, type IlpSolution, type SolveIlp, solveExactly } from "./ilp.ts";
import { optimise } from "./lexicographic.ts";
import { selectSubjects } from "./select.ts";
import { problem, quota, solver, subject } from "./selection-fixture.ts";

const column = { lower: 0, upper: 1 };
const both = [0, 1].map((place) => ({ column: place, coefficient: 1 }));
const model: IlpModel = { columns: [column, column], rows: [{ lower: 1, upper: null, terms: both }], minimise: both };
const answers = (solution: IlpSolution): SolveIlp => {
  return async () => solution;
};

describe("an answer of the solver is checked before it is taken", () => {
  test("HiGHS finds the least sum and proves it", async () => {
    expect(await solveExactly(model, solver)).toMatchObject({ objective: 1, bound: 1 });
  });

  test.each([
    ["a broken row", { status: "optimal", values: [0, 0], bound: 0 }],
    ["a broken bound of a column", { status: "optimal", values: [2, 0], bound: 2 }],
    ["a fraction", { status: "optimal", values: [0.5, 0.5], bound: 1 }],
    ["a missing value", { status: "optimal", values: [1], bound: 1 }],
    ["a bound that leaves room for a better one", { status: "optimal", values: [1, 1], bound: 1 }],
    ["no bound", { status: "optimal", values: [1, 0], bound: Number.NaN }],
  ] as const)("%s is refused", async (_, solution) => {
    await expect(solveExactly(model, answers(solution))).rejects.toMatchObject({ code: "R243" });
  });

  test("a rounding error of a millionth is none", async () => {
    const solution = { status: "optimal", values: [0.9999999, 0], bound: 0.9999999 } as const;
    expect(await solveExactly(model, answers(solution))).toEqual({ values: [1, 0], objective: 1, bound: 1 });
  });

  test("rows that contradict each other have no solution, also without columns", async () => {
    const impossible = { lower: 1, upper: null, terms: [] };
    expect(await solveExactly({ ...model, rows: [impossible] }, solver)).toBeNull();
    expect(await solveExactly({ columns: [], rows: [impossible], minimise: [] }, solver)).toBeNull();
    expect(await solveExactly({ columns: [], rows: [], minimise: [] }, solver)).toMatchObject({ values: [], objective: 0 });
  });
});

describe("goals one after the other", () => {
  test("an earlier goal is never given up for a later one", async () => {
    const goals = [
      { name: "first", sense: "least" as const, columns: [0], span: 1 },
      { name: "second", sense: "least" as const, columns: [1], span: 1 },
    ];
    expect((await optimise(model, goals, solver))?.values).toEqual([0, 1]);
    expect((await optimise(model, goals.toReversed(), solver))?.values).toEqual([1, 0]);
  });

  test("weights stay small whatever the number of subjects", async () => {
    const largest: number[] = [];
    const watched: SolveIlp = async (given) => {
      largest.push(...given.minimise.map(({ coefficient }) => Math.abs(coefficient)));
      return solver(given);
    };
    const subjects = Array.from({ length: 150 }, (_, place) => subject(`s${place}`, place + 1, { city: `c${place % 7}` }));
    const selection = await selectSubjects(problem(subjects, 40, { rules: [quota("q", "city", 6, false)] }), watched);
    expect(selection).toMatchObject({ status: "settled", chosen: subjects.slice(0, 40).map(({ id }) => id) });
    expect(Math.max(...largest)).toBeLessThanOrEqual(4096);
    expect(largest.length).toBeGreaterThan(150);
  });
});
