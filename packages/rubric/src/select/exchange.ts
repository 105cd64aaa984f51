import { type Demand, missOf } from "./demand.ts";

/** What forbids an exchange: demands that would be over their most, and demands that would fall short of their least. */
export interface Obstacles {
  readonly full: readonly Demand[];
  readonly needed: readonly Demand[];
}

/**
 * What stands against taking `take` in, and `drop` out for it (null: nobody). A hard demand that would be missed decides, else the
 * first soft rule that would be missed by more, unless one declared before it would be missed by less.
 *
 * For a subject left out and one of a worse rank who is in there is always an obstacle: without one, the exchange would make a better
 * selection. So the obstacles are the whole reason why the one is out and the other is in.
 */
export function obstacles(demands: readonly Demand[], chosen: ReadonlySet<string>, take: string, drop: string | null): Obstacles {
  const after = new Set(chosen).add(take);
  if (drop !== null) after.delete(drop);
  const moved = demands
    .filter(({ members }) => members.has(take) !== (drop !== null && members.has(drop)))
    .map((demand) => {
      const [before, then] = [missOf(demand, chosen), missOf(demand, after)];
      return { demand, full: then.over - before.over, needed: then.short - before.short };
    });
  const hard = moved.filter(({ demand, full, needed }) => demand.hard && full + needed > 0);
  if (hard.length > 0) return sort(hard);
  const soft = moved.filter(({ demand }) => !demand.hard);
  for (const rule of new Set(soft.map(({ demand }) => demand.rule))) {
    const own = soft.filter(({ demand }) => demand.rule === rule);
    const change = own.reduce((sum, { full, needed }) => sum + full + needed, 0);
    if (change > 0) return sort(own.filter(({ full, needed }) => full + needed > 0));
    if (change < 0) break;
  }
  return { full: [], needed: [] };
}

function sort(worse: readonly { demand: Demand; full: number; needed: number }[]): Obstacles {
  return {
    full: worse.filter(({ full }) => full > 0).map(({ demand }) => demand),
    needed: worse.filter(({ needed }) => needed > 0).map(({ demand }) => demand),
  };
}
