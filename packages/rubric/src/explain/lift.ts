import type { SheetEntry } from "../facts.ts";
import { type DeductionItem, type DeductionSettings, deductionSettings, readDeductions } from "../mechanisms/deduction.ts";
import { type Points, points } from "../points.ts";
import { plus } from "../ratio.ts";
import type { Contest, Contestant } from "../robustness/contest.ts";
import { scoreApplication } from "../score.ts";

/** A clause of a deduction item. */
export interface ClauseOf {
  readonly item: string;
  readonly clause: string;
}

/** Clauses that, met in the eyes of every grader, make a total that is enough. */
export interface Lift {
  readonly clauses: readonly ClauseOf[];
  readonly total: Points;
}

/** Some unmet clauses of one item. `atMost` is what meeting them can bring, in hundredths of a point times the number of sheets kept. */
interface Way {
  readonly clauses: readonly ClauseOf[];
  readonly atMost: number;
}

/**
 * The smallest set of unmet clauses that would lift a total over a mark; of several equally small ones the first in the order of the
 * scheme. Null when not even all of them would. Discretionary deductions stay, and so does everything that is not a clause. `isEnough`
 * must hold for every total above one for which it holds.
 *
 * Greedy choice is not enough: below the floor of an item a clause may bring nothing until others are met too, and which sheets a trimmed
 * mean keeps changes on the way. So all sets are searched by size, branch and bound, item by item. The bound: what the clauses of an item
 * bring to each sheet is known exactly; the mean of the kept sheets rises by at most the largest of these gains, as many as sheets are kept,
 * over their number; and the items' bounds add up. For the plain mean the bound is the gain itself.
 */
export function smallestLift(contest: Contest, subject: Contestant, isEnough: (total: Points) => boolean): Lift | null {
  const kept = Math.max(1, subject.score.sheets.filter((sheet) => sheet.kept).length);
  const items = waysByItem(contest, subject, kept);
  const most = mostFrom(items);
  const all = unmetClauses(contest, subject);
  if (!isEnough(totalMeeting(contest, subject, all))) return null;
  const mayDo = (reached: Points, more: number) => isEnough(plus(reached, points(more, kept)));

  const search = (chosen: readonly ClauseOf[], reached: Points, place: number, left: number): Lift | null => {
    if (left === 0) return isEnough(reached) ? { clauses: chosen, total: reached } : null;
    for (const { clauses, atMost } of items[place] ?? []) {
      const rest = most[place + 1]?.[left - clauses.length];
      if (rest === undefined || !mayDo(reached, atMost + rest)) continue;
      const more = [...chosen, ...clauses];
      const then = clauses.length === 0 ? reached : totalMeeting(contest, subject, more);
      const found = mayDo(then, rest) ? search(more, then, place + 1, left - clauses.length) : null;
      if (found !== null) return found;
    }
    return null;
  };
  for (let size = 0; size <= all.length; size++) {
    const found = search([], subject.score.total, 0, size);
    if (found !== null) return found;
  }
  return null;
}

/** The clauses that at least one complete sheet found unmet, in the order of the scheme. */
export function unmetClauses({ honour }: Contest, { facts, score }: Contestant): ClauseOf[] {
  const complete = new Set(completeSheets(score));
  const entries = facts.entries.filter(({ grader }) => complete.has(grader));
  return honour.rubric.items.flatMap((item) => {
    if (item.kind !== "deduction") return [];
    const unmet = item.clauses.filter(({ id }) => entries.some((entry) => entry.item === item.id && isUnmet(entry, id)));
    return unmet.map(({ id }) => ({ item: item.id, clause: id }));
  });
}

function completeSheets({ sheets }: Contestant["score"]): string[] {
  return sheets.filter(({ droppedBecause }) => droppedBecause !== "incomplete").map(({ grader }) => grader);
}

/** For each item with unmet clauses every set of them, in the order in which sets of one size are preferred: the whole item first, none last. */
function waysByItem(contest: Contest, subject: Contestant, kept: number): Way[][] {
  const { rubric } = contest.honour;
  if (rubric.deductions === undefined) return [];
  const settings = deductionSettings(rubric.deductions, contest.policies);
  const graders = completeSheets(subject.score);
  const allUnmet = unmetClauses(contest, subject);
  return rubric.items.flatMap((item) => {
    if (item.kind !== "deduction") return [];
    const unmet = allUnmet.filter((clause) => clause.item === item.id);
    if (unmet.length === 0) return [];
    const sheets = graders.map((grader) => subject.facts.entries.filter((entry) => entry.item === item.id && entry.grader === grader));
    const own = sheets.map((sheet) => takenOff(item, sheet, settings));
    return [
      subsets(unmet).map((clauses): Way => {
        const gains = sheets.map((sheet, place) => takenOff(item, meeting(sheet, clauses), settings) - (own[place] ?? 0));
        const largest = gains.sort((a, b) => b - a).slice(0, kept);
        return { clauses, atMost: largest.reduce((sum, gain) => sum + gain, 0) };
      }),
    ];
  });
}

function isUnmet({ kind, clause, hundredths }: SheetEntry, id: string): boolean {
  return kind === "fixed" && clause === id && hundredths !== null && hundredths > 0;
}

/** All subsets, as sequences in dictionary order, but a longer one before its own beginning. */
function subsets<T>(all: readonly T[]): T[][] {
  return [...all.flatMap((first, place) => subsets(all.slice(place + 1)).map((rest) => [first, ...rest])), []];
}

/** What a sheet takes off an item, in hundredths, negative. */
function takenOff(item: DeductionItem, sheet: readonly SheetEntry[], settings: DeductionSettings): number {
  return readDeductions(item, sheet, settings).steps.reduce((sum, { hundredths }) => sum + hundredths, 0);
}

function meeting(entries: readonly SheetEntry[], met: readonly ClauseOf[]): SheetEntry[] {
  return entries.map((entry) => {
    const isMet = met.some(({ item, clause }) => item === entry.item && isUnmet(entry, clause));
    return isMet ? { ...entry, hundredths: 0 } : entry;
  });
}

/** For each item the most that it and those after it can bring, by the number of clauses that are met in them. */
function mostFrom(items: readonly (readonly Way[])[]): number[][] {
  const most: number[][] = [[0]];
  for (const ways of items.toReversed()) {
    const after = most[0] ?? [];
    const here: number[] = [];
    for (const { clauses, atMost } of ways) {
      for (const [count, rest] of after.entries()) {
        const size = clauses.length + count;
        here[size] = Math.max(here[size] ?? 0, atMost + rest);
      }
    }
    most.unshift(here);
  }
  return most;
}

/** The total with these clauses met in the eyes of every grader. */
function totalMeeting({ honour, policies }: Contest, { facts }: Contestant, met: readonly ClauseOf[]): Points {
  return scoreApplication(honour, { ...facts, entries: meeting(facts.entries, met) }, policies).total;
}
