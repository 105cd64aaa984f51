import { type IlpModel, type SolveIlp, solveExactly } from "./ilp.ts";
import type { Program } from "./lexicographic.ts";
import type { SelectionSubject } from "./problem.ts";
import { ranksOf } from "./program.ts";

/** What all best selections have in common: `every` one has these, `some` have those. Both are the same when only one is best. */
export interface Agreement {
  readonly every: ReadonlySet<string>;
  readonly some: ReadonlySet<string>;
}

/** Places that only the committee can fill: so many of these subjects, who share a rank and are all in some best selection. */
export interface OpenPlaces {
  readonly rank: number;
  readonly places: number;
  readonly subjects: readonly string[];
}

/**
 * Looks for other selections that are as good as the first. Every best selection takes equally many of each rank, so that it can
 * differ only within a rank of which some are taken and some are not; when there is no such rank, the first one is the only one.
 * Each solve asks for as many subjects as possible whom no best selection has shown yet (or without whom none has done yet), until
 * there are none: that is the proof.
 *
 * @param held the program with all its goals held at their best
 */
export async function agree(
  candidates: readonly SelectionSubject[],
  held: Program,
  first: ReadonlySet<string>,
  solve: SolveIlp,
): Promise<Agreement> {
  const [every, some] = [new Set(first), new Set(first)];
  const taken = (column: number) => first.has(candidates[column]?.id ?? "");
  const loose = [...ranksOf(candidates).values()].filter((columns) => columns.some(taken) && !columns.every(taken)).flat();

  const widen = async (open: (id: string) => boolean, coefficient: 1 | -1): Promise<boolean> => {
    const columns = loose.filter((column) => open(candidates[column]?.id ?? ""));
    const minimise: IlpModel["minimise"] = columns.map((column) => ({ column, coefficient }));
    const found = columns.length === 0 ? null : await solveExactly({ ...held, minimise }, solve);
    if (found === null || found.objective === (coefficient === 1 ? columns.length : 0)) return false;
    for (const [column, { id }] of candidates.entries()) {
      if (found.values[column] === 1) some.add(id);
      else every.delete(id);
    }
    return true;
  };
  while (await widen((id) => !some.has(id), -1));
  while (await widen((id) => every.has(id), 1));
  return { every, some };
}

/** The open places of each rank; none when one selection is best. */
export function openPlaces(candidates: readonly SelectionSubject[], chosen: ReadonlySet<string>, { every, some }: Agreement): OpenPlaces[] {
  return [...ranksOf(candidates)].flatMap(([rank, columns]) => {
    const ids = columns.flatMap((column) => candidates[column]?.id ?? []);
    const subjects = ids.filter((id) => some.has(id) && !every.has(id));
    return subjects.length === 0 ? [] : [{ rank, places: subjects.filter((id) => chosen.has(id)).length, subjects }];
  });
}
