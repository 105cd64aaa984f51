import { type Points, zeroPoints } from "@mingchuang/rubric/points";
import { accountOf, type ScoreStep } from "../../ui/subject/score-steps.ts";
import { type Applicant, isScored } from "./beside-row.ts";
import { type Differing, howDiffer } from "./how-differ.ts";

/** One clause across the columns: what it did to each score; null steps where it did nothing, or where there is no score. */
export interface StepAcross {
  readonly key: string;
  readonly of: Pick<ScoreStep, "item" | "clause" | "kind" | "lines">;
  readonly cells: readonly (ScoreStep | null)[];
  readonly differing: Differing | null;
}

/**
 * Every step of anybody's score that moved it, but for the bonus, by clause; items in the order of the scheme (`order`), and in an item the
 * steps that cost most first.
 */
export function stepsAcross(subjects: readonly Applicant[], order: readonly string[]): readonly StepAcross[] {
  const accounts = subjects.map((subject) =>
    isScored(subject) ? accountOf(subject.lines, subject.items).deductions.filter((step) => step.points.numerator !== 0) : null,
  );
  const rows = new Map<string, StepAcross>();
  for (const step of accounts.flatMap((steps) => steps ?? [])) {
    if (rows.has(step.key)) continue;
    const cells = accounts.map((steps) => steps?.find(({ key }) => key === step.key) ?? null);
    const amounts = accounts.map((steps, at): Points | null => (steps === null ? null : (cells[at]?.points ?? zeroPoints)));
    rows.set(step.key, { key: step.key, of: step, cells, differing: howDiffer(amounts) });
  }
  const placeOf = ({ of }: StepAcross) => (order.includes(of.item) ? order.indexOf(of.item) : order.length);
  const weight = ({ cells }: StepAcross) =>
    Math.max(...cells.map((step) => (step === null ? 0 : Math.abs(step.points.numerator) / step.points.denominator)));
  return [...rows.values()].sort((a, b) => placeOf(a) - placeOf(b) || weight(b) - weight(a));
}

/** What the graders wrote about a step, each reason once. */
export function reasonsOf(step: ScoreStep): readonly string[] {
  return [...new Set(step.lines.flatMap(({ reason }) => (reason === null || reason.trim() === "" ? [] : [reason.trim()])))];
}
