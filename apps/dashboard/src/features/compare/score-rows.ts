import { comparePoints, formatPoints as formatExact, points } from "@mingchuang/rubric/points";
import { minus } from "@mingchuang/rubric/ratio";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { gradersOf } from "../../ui/subject/score-steps.ts";
import { type BesideCell, type BesideRow, besideRow, inPoints, isScored, noFigure, type RowGround } from "./beside-row.ts";
import { reasonsOf, stepsAcross } from "./beside-steps.ts";
import { formatExactChange } from "./exact-change.ts";
import type { Differing } from "./how-differ.ts";
import { letters } from "./letters.ts";

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** The items of the rubric in its order, then what else the results have. */
function itemsIn({ subjects, names }: RowGround): readonly string[] {
  const listed = (names.honour?.rubric.items ?? []).map(({ id }) => id);
  const found = [...new Set(subjects.flatMap(({ items }) => items.map(({ item }) => item)))];
  return [...listed.filter((id) => found.includes(id)), ...found.filter((id) => !listed.includes(id))];
}

/** Every item: assessed, as a part of its full points, beside the first column's and what the applicant gave itself. */
export function itemRows(ground: RowGround): readonly BesideRow[] {
  const { subjects, scheme, honour, language, text } = ground;
  return itemsIn(ground).map((id): BesideRow => {
    const found = subjects.map((subject) => {
      const item = isScored(subject) ? subject.items.find((each) => each.item === id) : undefined;
      return item === undefined ? null : { ...item, points: points(item.points_num, item.points_den) };
    });
    const [first] = found;
    const cells = found.map((item, at): BesideCell => {
      const subject = subjects[at];
      if (item === null || subject === undefined) return noFigure;
      const { max_c: max, points_c: assessed, self_c: self } = item;
      return {
        text: formatExact(item.points),
        figure: inPoints(item.points),
        change: at === 0 || !first ? undefined : formatExactChange(minus(item.points, first.points)),
        bar: max > 0 ? { share: clamp(assessed / max), tick: self === null ? null : clamp(self / max) } : undefined,
        details: self === null ? [] : [text("selfOf", { self: formatPoints(self), gap: formatPointsChange(assessed - self) })],
        asked: { of: "item", id: subject.result.application_id, at: id },
      };
    });
    const known = found.filter((item) => item !== null);
    const name = scheme.item(honour, id, language);
    const max = known[0]?.max_c;
    return besideRow("items", id, max ? text("itemOf", { item: name, max: formatPoints(max) }) : name, cells, {
      anchor: rubricAnchor.item(honour, id),
      measure: "points",
      differs: known.some((item) => known[0] !== undefined && comparePoints(item.points, known[0].points) !== 0),
    });
  });
}

/** Every clause by which anybody lost points, with the graders' reasons, and in words who lost by it and who did not. */
export function stepRows(ground: RowGround): readonly BesideRow[] {
  const { subjects, honour, labelStep, text, words, withheld, language } = ground;
  const markOf = (differing: Differing | null): string | undefined => {
    if (differing === null) return undefined;
    return differing.kind === "some"
      ? text("mark-some")
      : text(`mark-${differing.kind}`, { letter: letters[language][differing.at] ?? "" });
  };
  return stepsAcross(subjects, itemsIn(ground)).map(({ key, of, cells, differing }): BesideRow => {
    const shown = cells.map((step, at): BesideCell => {
      const subject = subjects[at];
      if (subject === undefined || !isScored(subject)) return noFigure;
      if (step === null) return { text: text("notLost"), isQuiet: true, figure: 0 };
      const graders = words("ofGraders", { count: gradersOf(step), kept: subject.result.sheets_kept });
      return {
        text: formatExact(step.points).replace("-", "−"),
        figure: inPoints(step.points),
        details: withheld.reasons ? [graders] : [graders, ...reasonsOf(step)],
      };
    });
    return besideRow("steps", key, labelStep(of), shown, {
      anchor: rubricAnchor.item(honour, of.item, of.clause),
      mark: markOf(differing),
      measure: "lost",
      differs: differing !== null,
    });
  });
}
