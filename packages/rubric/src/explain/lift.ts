import { comparePoints, type Points, points } from "../points.ts";
import { plus, sumRatios } from "../ratio.ts";
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

/** A clause that a counted sheet found unmet. `atMost` is what meeting it can bring, whatever else is met. */
interface Unmet extends ClauseOf {
  readonly atMost: Points;
}

/**
 * The smallest set of unmet clauses that would lift a total over a mark; of several equally small ones the first in the order of the
 * scheme. Null when not even all of them would. Discretionary deductions stay, and so does everything that is not a clause.
 *
 * Greedy choice is not enough: below the floor of an item a clause may bring nothing until others are met too, and which sheets a trimmed
 * mean keeps changes on the way. So all sets are searched by size, branch and bound: a clause that is met raises each sheet by at most
 * its deduction there, hence the combined total by at most the largest of these, as many as there are sheets kept, over their number.
 */
export function smallestLift(contest: Contest, subject: Contestant, isEnough: (total: Points) => boolean): Lift | null {
  const unmet = unmetClauses(contest, subject);
  const total = (met: readonly ClauseOf[]) => totalMeeting(contest, subject, met);
  if (!isEnough(total(unmet))) return null;
  for (let size = 0; size <= unmet.length; size++) {
    const found = search([], total([]), 0, size);
    if (found !== null) return found;
  }
  return null;

  function search(chosen: readonly ClauseOf[], reached: Points, next: number, left: number): Lift | null {
    if (left === 0) return isEnough(reached) ? { clauses: chosen, total: reached } : null;
    for (let place = next; place + left <= unmet.length; place++) {
      const clause = unmet[place];
      if (clause === undefined || !isEnough(plus(reached, best(unmet.slice(place), left)))) return null;
      if (!isEnough(plus(reached, sumRatios([clause.atMost, best(unmet.slice(place + 1), left - 1)])))) continue;
      const more = [...chosen, { item: clause.item, clause: clause.clause }];
      const found = search(more, total(more), place + 1, left - 1);
      if (found !== null) return found;
    }
    return null;
  }
}

/** The most that so many of these clauses can bring together. */
function best(unmet: readonly Unmet[], count: number): Points {
  return sumRatios(
    unmet
      .map(({ atMost }) => atMost)
      .toSorted((a, b) => comparePoints(b, a))
      .slice(0, count),
  );
}

/** The clauses that sheets which may count found unmet, in the order of the scheme. */
function unmetClauses({ honour }: Contest, { facts, score }: Contestant): Unmet[] {
  const complete = new Set(score.sheets.filter(({ droppedBecause }) => droppedBecause !== "incomplete").map(({ grader }) => grader));
  const kept = Math.max(1, score.sheets.filter((sheet) => sheet.kept).length);
  return honour.rubric.items.flatMap((item) => {
    if (item.kind !== "deduction") return [];
    return item.clauses.flatMap(({ id }): Unmet[] => {
      const asked = facts.entries
        .filter((entry) => entry.kind === "fixed" && entry.item === item.id && entry.clause === id && complete.has(entry.grader))
        .map(({ hundredths }) => hundredths ?? 0)
        .filter((hundredths) => hundredths > 0)
        .sort((a, b) => b - a);
      const most = asked.slice(0, kept).reduce((sum, hundredths) => sum + hundredths, 0);
      return asked.length === 0 ? [] : [{ item: item.id, clause: id, atMost: points(most, kept) }];
    });
  });
}

/** The total with these clauses met in the eyes of every grader. */
function totalMeeting({ honour, policies }: Contest, { facts }: Contestant, met: readonly ClauseOf[]): Points {
  const entries = facts.entries.map((entry) => {
    const lifted = entry.kind === "fixed" && met.some(({ item, clause }) => item === entry.item && clause === entry.clause);
    return lifted && entry.hundredths !== null ? { ...entry, hundredths: 0 } : entry;
  });
  return scoreApplication(honour, { ...facts, entries }, policies).total;
}
