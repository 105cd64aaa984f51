import { RubricError } from "../errors.ts";
import type { Example } from "../example.ts";
import { runExample } from "../run-example.ts";
import type { Honour, Scheme } from "../scheme.ts";
import { issue, type SchemeIssue } from "../scheme-issue.ts";
import type { Path } from "../yaml-text.ts";

/** How many examples a scheme has, and where those that do not come out differ from what they expect. */
export interface Trial {
  readonly tried: number;
  readonly issues: readonly SchemeIssue[];
}

/** Runs all examples of a scheme. One that cannot be run at all, for a policy has no such option, is an issue like any other. */
export function tryExamples(scheme: Scheme): Trial {
  const tried = scheme.honours.flatMap((honour, title) =>
    honour.examples.map((example, place) => tryExample(scheme, honour, example, ["honours", title, "examples", place])),
  );
  return { tried: tried.length, issues: tried.flat() };
}

function tryExample(scheme: Scheme, honour: Honour, example: Example, path: Path): SchemeIssue[] {
  try {
    return runExample(scheme, honour, example).map(({ what, expected, actual }) => {
      const at = [...path, "expect", ...what.split(".")];
      return issue("R120", at, `期望 ${expected}，按方案得出 ${actual}`, `expected ${expected}, by the scheme it is ${actual}`);
    });
  } catch (failure) {
    if (!(failure instanceof RubricError)) throw failure;
    return [{ code: failure.code, path: [...path, "given"], detail: failure.detail }];
  }
}
