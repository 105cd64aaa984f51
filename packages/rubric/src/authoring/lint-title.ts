import type { Title } from "../lifecycle/title.ts";
import type { Scheme } from "../scheme.ts";
import type { Path } from "../yaml-text.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** States of a title that nothing leads to, and transitions that can never be taken. */
export function lintTitle(
  { honours }: Pick<Scheme, "honours">,
  { honour, states, initial, transitions }: Title,
  path: Path,
): SchemeWarning[] {
  const reached = new Set([initial]);
  for (const _ of states) for (const { from, to } of transitions) if (from.some((state) => reached.has(state))) reached.add(to);
  const lost = states.flatMap(({ id, label }, place) =>
    reached.has(id) ? [] : [warning("R321", [...path, "states", place], `到不了“${label.zh}”`, `nothing leads to “${label.en}”`)],
  );
  const judged = honours.find(({ id }) => id === honour)?.rubric.passing !== undefined;
  const idle = transitions.flatMap(({ from, when, label }, place) => {
    const at: Path = [...path, "transitions", place];
    if (when.kind === "run" && !judged) {
      const zh = `“${label.zh}”看各期是否合格，而所属荣誉没有写明何为合格`;
      return [warning("R321", at, zh, `“${label.en}” looks at passed periods, and its honour does not say when one is passed`)];
    }
    const earlier = transitions.slice(0, place).find((other) => {
      return JSON.stringify(other.when) === JSON.stringify(when) && from.every((state) => other.from.includes(state));
    });
    if (earlier === undefined) return [];
    const [zh, en] = [`“${earlier.label.zh}”总是先于“${label.zh}”`, `“${earlier.label.en}” always comes before “${label.en}”`];
    return [warning("R321", at, zh, en)];
  });
  return [...lost, ...idle];
}
