import type { Ratings } from "./ratings.ts";

/**
 * Ratings taken apart: a level for each subject plus what each grader adds to everything, by least squares over all cells that are
 * filled. Graders are comparable only within a panel, those whom shared subjects connect; the effects of a panel add up to nothing.
 */
export interface GraderEffects {
  /** Points that each grader adds, in the order of the ratings' graders; null for a grader who rated nothing. */
  readonly effects: readonly (number | null)[];
  /** Graders (by place) who are connected through subjects that they share. */
  readonly panels: readonly (readonly number[])[];
}

interface Cell {
  readonly subject: number;
  readonly grader: number;
  readonly value: number;
}

const rounds = 1_000;
const settled = 1e-10;

/** Where every grader rated every subject this is the grader's mean less that of the panel, found in one round. */
export function graderEffects({ subjects, graders, values }: Ratings): GraderEffects {
  const cells = values.flatMap((row, subject) =>
    row.flatMap((value, grader): Cell[] => (value === null ? [] : [{ subject, grader, value }])),
  );
  const panels = panelsOf(graders.length, values);
  let effects = graders.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const levels = means(subjects.length, cells, ({ subject, grader, value }) => [subject, value - (effects[grader] ?? 0)]);
    const next = centred(
      means(graders.length, cells, ({ subject, grader, value }) => [grader, value - (levels[subject] ?? 0)]),
      panels,
    );
    const moved = Math.max(0, ...next.map((effect, grader) => Math.abs(effect - (effects[grader] ?? 0))));
    effects = next;
    if (moved < settled) break;
  }
  const rated = new Set(cells.map(({ grader }) => grader));
  return { effects: effects.map((effect, grader) => (rated.has(grader) ? effect : null)), panels };
}

function means(size: number, cells: readonly Cell[], of: (cell: Cell) => readonly [number, number]): number[] {
  const sums = Array.from({ length: size }, () => ({ sum: 0, count: 0 }));
  for (const cell of cells) {
    const [place, value] = of(cell);
    const into = sums[place];
    if (into === undefined) continue;
    into.sum += value;
    into.count += 1;
  }
  return sums.map(({ sum, count }) => (count === 0 ? 0 : sum / count));
}

function centred(effects: readonly number[], panels: readonly (readonly number[])[]): number[] {
  const next = [...effects];
  for (const panel of panels) {
    const middle = panel.reduce((sum, grader) => sum + (effects[grader] ?? 0), 0) / panel.length;
    for (const grader of panel) next[grader] = (effects[grader] ?? 0) - middle;
  }
  return next;
}

/** Graders joined by subjects that they both rated; a grader who rated nothing is in no panel. */
function panelsOf(graders: number, values: Ratings["values"]): number[][] {
  const panelOf = Array.from({ length: graders }, () => -1);
  for (const row of values) {
    const here = row.flatMap((value, grader) => (value === null ? [] : [grader]));
    const known = new Set(here.map((grader) => panelOf[grader] ?? -1).filter((panel) => panel >= 0));
    const joined = Math.min(...known, ...here);
    panelOf.forEach((panel, grader) => {
      if (known.has(panel) || here.includes(grader)) panelOf[grader] = joined;
    });
  }
  return [...new Set(panelOf)]
    .filter((panel) => panel >= 0)
    .sort((a, b) => a - b)
    .map((panel) => panelOf.flatMap((each, grader) => (each === panel ? [grader] : [])));
}
