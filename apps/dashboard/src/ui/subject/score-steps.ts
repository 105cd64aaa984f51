import { addPoints, type Points, points, sumPoints, zeroPoints } from "@mingchuang/rubric/points";
import type { SubjectItemRow, SubjectLineRow } from "@mingchuang/warehouse/queries/subject";

/** What one clause, or one entry of the bonus, did to the score: the lines of all graders taken together. */
export interface ScoreStep {
  readonly key: string;
  readonly item: string;
  readonly clause: string | null;
  readonly kind: Exclude<SubjectLineRow["kind"], "max">;
  /** What it adds; negative for what it takes off. A graded item counts what it lost of its full points. */
  readonly points: Points;
  readonly lines: readonly SubjectLineRow[];
}

/** A score from its full points to its total, exactly: full + every deduction = base, base + every bonus step = total. */
export interface ScoreAccount {
  readonly full: Points;
  readonly deductions: readonly ScoreStep[];
  readonly base: Points;
  readonly bonus: readonly ScoreStep[];
  readonly total: Points;
}

export const linePoints = (line: { readonly points_num: number; readonly points_den: number }): Points =>
  points(line.points_num, line.points_den);

const bonusKinds = new Set<SubjectLineRow["kind"]>(["honour", "innovation", "cap"]);

/** Groups the lines of a score into steps; lines of several graders about one clause are one step, each honour is its own. */
export function accountOf(lines: readonly SubjectLineRow[], items: readonly SubjectItemRow[]): ScoreAccount {
  const graded = new Set(lines.filter((line) => line.kind === "graded").map((line) => line.item));
  const starts = lines.filter((line) => line.kind === "max").map(linePoints);
  const gradedMaxima = items.filter((item) => graded.has(item.item)).map((item) => points(item.max_c));
  const full = sumPoints([...starts, ...gradedMaxima]);

  const groups = new Map<string, SubjectLineRow[]>();
  for (const line of lines) {
    if (line.kind === "max") continue;
    const own = line.kind === "honour" || line.kind === "innovation" ? line.line_no : "";
    const key = [line.item, line.kind, line.clause ?? "", own].join("/");
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const steps = [...groups].map(([key, group]): ScoreStep => {
    const [first] = group as [SubjectLineRow, ...SubjectLineRow[]];
    const sum = sumPoints(group.map(linePoints));
    const max = items.find((item) => item.item === first.item)?.max_c ?? 0;
    const step = first.kind === "graded" ? addPoints(sum, points(-max)) : sum;
    return { key, item: first.item, clause: first.clause, kind: first.kind as ScoreStep["kind"], points: step, lines: group };
  });
  const deductions = steps.filter((step) => !bonusKinds.has(step.kind));
  const bonus = steps.filter((step) => bonusKinds.has(step.kind));
  const base = sumPoints([full, ...deductions.map((step) => step.points)]);
  return { full, deductions, base, bonus, total: sumPoints([base, ...bonus.map((step) => step.points)]) };
}

/** How many graders took part in a step with an amount of their own. */
export const gradersOf = (step: ScoreStep): number => new Set(step.lines.map((line) => line.grader_id ?? line.line_no)).size;

export interface Stair {
  readonly key: string;
  readonly kind: "full" | "total" | ScoreStep["kind"];
  readonly step: ScoreStep | null;
  /** Where the stair starts and where it ends, exactly. */
  readonly from: Points;
  readonly to: Points;
}

/** The stairs of the waterfall: full points, every step that moves the score, total. */
export function stairsOf(account: ScoreAccount): readonly Stair[] {
  const stairs: Stair[] = [{ key: "full", kind: "full", step: null, from: zeroPoints, to: account.full }];
  let level = account.full;
  for (const step of [...account.deductions, ...account.bonus]) {
    if (step.points.numerator === 0) continue;
    const to = addPoints(level, step.points);
    stairs.push({ key: step.key, kind: step.kind, step, from: level, to });
    level = to;
  }
  return [...stairs, { key: "total", kind: "total", step: null, from: zeroPoints, to: level }];
}
