import { addPoints, type Points, scalePoints } from "../points.ts";
import type { RankState } from "../rank.ts";
import { type Contest, type Contestant, combineSheets, rankAnew } from "../robustness/contest.ts";
import { graderEffects } from "./grader-effects.ts";
import { type Ratings, ratingsOf } from "./ratings.ts";

/** A subject's total as it stands beside what it would be if no grader were stricter than another. */
export interface AdjustedTotal {
  readonly id: string;
  readonly state: RankState;
  readonly raw: Points;
  readonly adjusted: Points;
  readonly rawRank: number | null;
  readonly adjustedRank: number | null;
}

/** Parts of a hundredth in which a grader's effect is taken off: alike from all of its sheets, so that it makes no order of its own. */
const fineness = 100;

/**
 * Totals and ranks with each grader's severity taken out of all of its sheets, combined by the same policy; in the order of the ranking.
 * For comparison only, no rule provides for it. Where every grader rated every subject and the mean is taken, no rank changes.
 */
export function adjustedTotals(
  contest: Contest,
  ratings: Ratings = ratingsOf(contest.honour, contest.contestants, contest.policies, { by: "total" }),
): AdjustedTotal[] {
  const { effects } = graderEffects(ratings);
  const offsets = new Map(ratings.graders.map((grader, place) => [grader, Math.round((effects[place] ?? 0) * 100 * fineness)]));
  const adjust = ({ sheets, rest }: Contestant): Points | null => {
    const moved = sheets.map((sheet) => ({ ...sheet, hundredths: sheet.hundredths * fineness - (offsets.get(sheet.grader) ?? 0) }));
    const combined = combineSheets(contest, moved);
    return combined === null ? null : addPoints(scalePoints(combined, 1, fineness), rest);
  };
  const adjusted = new Map(contest.contestants.map((contestant) => [contestant.id, { contestant, total: adjust(contestant) }]));
  const ranks = new Map(rankAnew(contest, ({ id }) => adjusted.get(id)?.total ?? null).map(({ id, rank }) => [id, rank]));
  return contest.ranked.flatMap(({ id, state, rank }): AdjustedTotal[] => {
    const found = adjusted.get(id);
    if (found === undefined) return [];
    const raw = found.contestant.score.total;
    return [{ id, state, raw, adjusted: found.total ?? raw, rawRank: rank, adjustedRank: ranks.get(id) ?? null }];
  });
}
