import type { Demand } from "./demand.ts";
import type { SelectionSubject } from "./problem.ts";

/**
 * The candidates that a best selection can have, in their order. Those whom the demands do not tell apart (members of the same ones) can
 * stand in for each other, so that a best selection has the best-ranked of them: never more than the least that a hard demand over them
 * allows, and whoever shares the rank of the last of these. To leave the others out of the programs changes no answer, only their length.
 *
 * @param candidates the better ranks first
 */
export function contendersOf(candidates: readonly SelectionSubject[], demands: readonly Demand[]): SelectionSubject[] {
  const alike = new Map<string, { readonly most: number; count: number; lastRank: number | null }>();
  return candidates.filter(({ id, rank }) => {
    const meant = demands.flatMap(({ members }, place) => (members.has(id) ? [place] : []));
    const key = meant.join(" ");
    const own = alike.get(key) ?? { most: leastMost(meant, demands), count: 0, lastRank: null };
    alike.set(key, own);
    if (own.count >= own.most && rank !== own.lastRank) return false;
    own.count += 1;
    own.lastRank = rank;
    return true;
  });
}

const leastMost = (meant: readonly number[], demands: readonly Demand[]): number =>
  Math.min(
    ...meant.map((place) => {
      const { hard, most } = demands[place] ?? { hard: false, most: null };
      return hard && most !== null ? most : Number.POSITIVE_INFINITY;
    }),
  );
