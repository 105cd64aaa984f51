import type { Bilingual } from "../bilingual.ts";
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

const outcomes: Readonly<Record<string, string>> = {
  vetoed: "一票否决",
  undecided: "待认定",
  near: "差一条即否决",
  clear: "未触及",
  met: "符合",
  unmet: "不符合",
  not_applicable: "不适用",
  eligible: "可以参评",
  ineligible: "不能参评",
  not_applied: "视为未申报",
  true: "是",
  false: "否",
  null: "无",
  "–": "无",
};

/** An outcome as the file writes it, with what it means. */
function outcomeWords(written: string): Bilingual {
  const meaning = outcomes[written];
  return { zh: meaning === undefined ? written : `${meaning}（${written}）`, en: written };
}

function tryExample(scheme: Scheme, honour: Honour, example: Example, path: Path): SchemeIssue[] {
  try {
    return runExample(scheme, honour, example).map(({ what, expected, actual }) => {
      const at = [...path, "expect", ...what.split(".")];
      const [wanted, got] = [outcomeWords(expected), outcomeWords(actual)];
      return issue("R120", at, `期望 ${wanted.zh}，按方案得出 ${got.zh}`, `expected ${wanted.en}, by the scheme it is ${got.en}`);
    });
  } catch (failure) {
    if (!(failure instanceof RubricError)) throw failure;
    return [{ code: failure.code, path: [...path, "given"], detail: failure.detail }];
  }
}
