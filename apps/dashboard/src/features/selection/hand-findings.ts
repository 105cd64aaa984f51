import type { DemandCount, ListCheck } from "@mingchuang/rubric/select/check-list";

/** What a list made by hand breaks, and which soft misses are its own: those that the list of the rules has too are not held against it. */
export interface Findings {
  readonly hard: readonly DemandCount[];
  readonly soft: readonly DemandCount[];
  /** Soft misses that the list of the rules has as well. */
  readonly same: number;
}

const isSame = ({ demand: a }: DemandCount, { demand: b }: DemandCount) =>
  a.rule === b.rule && a.subject === b.subject && Object.entries(a.at).every(([field, value]) => b.at[field] === value);

export function findingsOf(check: ListCheck, byRules: ListCheck | null): Findings {
  const missed = check.demands.filter(({ short, over }) => short + over > 0);
  const soft = missed.filter(({ demand }) => !demand.hard);
  const own = soft.filter((each) => {
    const former = byRules?.demands.find((other) => isSame(each, other));
    return former === undefined || each.short > former.short || each.over > former.over;
  });
  return { hard: missed.filter(({ demand }) => demand.hard), soft: own, same: soft.length - own.length };
}
