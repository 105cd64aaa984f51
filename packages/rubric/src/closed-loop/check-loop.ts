import { issue, repeated, type SchemeIssue } from "../scheme-issue.ts";
import type { Path } from "../yaml-text.ts";
import type { ClosedLoop, LoopStep } from "./closed-loop.ts";

/** What the shape of a loop does not show: ids that repeat, and steps that wait for one that does not stand before them. */
export function checkLoop({ steps }: ClosedLoop, path: Path): SchemeIssue[] {
  const at: Path = [...path, "steps"];
  return [
    ...repeated(steps, at),
    ...steps.flatMap((step, place) => [
      ...repeated(step.ways, [...at, place, "ways"]),
      ...checkStart(step, steps.slice(0, place), [...at, place, "after"]),
    ]),
  ];
}

function checkStart({ after }: LoopStep, before: readonly LoopStep[], path: Path): SchemeIssue[] {
  if (after === "opened") return [];
  const earlier = before.find(({ id }) => id === after.step);
  if (earlier === undefined) {
    return [issue("R110", [...path, "step"], `前面没有步骤“${after.step}”`, `no step "${after.step}" stands before this one`)];
  }
  return after.ways.flatMap((way, place) =>
    earlier.ways.some(({ id }) => id === way)
      ? []
      : [issue("R110", [...path, "ways", place], `步骤“${after.step}”没有方式“${way}”`, `the step "${after.step}" has no way "${way}"`)],
  );
}
