import { type Marks, type Measured, measuresOf } from "./measure.ts";
import { comparePoints, hundredthsOf, type Points, points } from "./points.ts";
import { type Policies, settle } from "./policy.ts";
import type { Rubric } from "./scheme.ts";

/** The first grade whose points a total reaches; null when the rubric has no grades, or none is reached. */
export function gradeOf({ grades }: Pick<Rubric, "grades">, total: Points, policies: Policies): string | null {
  if (grades === undefined) return null;
  const sorted = settle(policies, "grades", grades).toSorted((a, b) => b.from - a.from);
  return sorted.find(({ from }) => comparePoints(total, points(hundredthsOf(from))) >= 0)?.id ?? null;
}

/**
 * Whether a total and its indicators make a period passed; null where the rubric does not say what passing is. An indicator that is not
 * known leaves it open, unless another one has failed already.
 */
export function hasPassed(
  { passing }: Pick<Rubric, "passing">,
  total: Points,
  measured: readonly Measured[],
  policies: Policies,
): boolean | null {
  if (passing === undefined) return null;
  const { least, floors, targets } = settle(policies, "passing", passing);
  const indicators = measured.flatMap(measuresOf).filter(({ kind }) => kind === "indicator");
  const kept = (mark: keyof Marks) => indicators.map(({ marks }) => marks?.[mark] ?? null);
  const verdicts = [...(floors ? kept("floor") : []), ...(targets ? kept("target") : [])];
  if (verdicts.includes(false)) return false;
  if (indicators.some(({ value }) => value === null)) return null;
  return least === null || comparePoints(total, points(hundredthsOf(least))) >= 0;
}
