import type { Honour } from "../scheme.ts";
import type { Path } from "../yaml-text.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** An honour without examples, and veto rules that none of its examples looks at. */
export function lintExamples({ label, examples, rubric }: Honour, path: Path): SchemeWarning[] {
  if (examples.length === 0) return [warning("R342", path, `“${label.zh}”没有算例`, `“${label.en}” has no example`)];
  const tried = new Set(examples.flatMap(({ expect }) => Object.keys(expect.vetoes)));
  return rubric.vetoes.flatMap(({ id }, place) =>
    tried.has(id) ? [] : [warning("R342", [...path, "rubric", "vetoes", place], `没有算例检验 ${id}`, `no example looks at ${id}`)],
  );
}
