import { policiesInForce } from "../policy.ts";
import type { Ranked } from "../rank.ts";
import type { Honour, SchemeFile } from "../scheme.ts";
import { contestOf, type Entrant } from "./contest.ts";
import { type CutFlip, findCutFlips } from "./cut-flips.ts";
import { robustnessDefaults } from "./defaults.ts";
import { drawsFrom } from "./draw.ts";
import { gradersOf, leaveOutGraders, redrawGraders } from "./grader-trials.ts";
import { type PolicyTrials, varyPolicies } from "./policy-trials.ts";
import { type RankRange, rankRanges } from "./rank-range.ts";
import { weightTable } from "./weight-table.ts";
import { boundRanks, moveWeights, type RankBounds } from "./weight-trials.ts";

export interface RobustnessOptions {
  /** Decides every draw: the same seed gives the same ranges. */
  readonly seed: number;
  /** Panels drawn, and weights drawn beside the corners. */
  readonly draws?: number;
  /** By how many per cent a weight may move either way. */
  readonly margin?: number;
  /** More combinations of policies than these are not tried, and said to be untried. */
  readonly mostCombinations?: number;
}

/** A range over weights: what trials attained, and the ranks that no weights within the margin can pass. */
export interface WeightRange extends RankRange {
  readonly bounds: Pick<RankBounds, "best" | "worst"> | null;
  /** True when the trials attained the bounds, so that the range is proved to be exact. */
  readonly exact: boolean;
}

/** How firmly a ranking stands. Every list of ranges is in the order of the ranking. */
export interface Robustness {
  readonly ranked: readonly Ranked[];
  readonly graders: readonly string[];
  readonly draws: number;
  readonly margin: number;
  /** Over panels drawn from the graders there are: sampled. */
  readonly redrawn: readonly RankRange[];
  /** Without each grader in turn: exact. */
  readonly withoutOne: readonly RankRange[];
  readonly weights: readonly WeightRange[];
  /** Under the other options of the silent policies, one at a time and combined: exact for those tried. */
  readonly policies: readonly RankRange[];
  readonly policyTrials: Pick<PolicyTrials, "refused" | "moving" | "untried">;
  readonly flips: readonly CutFlip[];
}

/**
 * How far each place of a ranking would move if other graders had come, if items weighed a little more or less, if the committee had
 * settled what the source leaves open in another way; and the smallest change that moves each subject over a cut.
 *
 * @throws {RubricError} R2xx when facts or choices do not fit the scheme.
 */
export function robustness(
  scheme: Pick<SchemeFile, "policies" | "calendar">,
  honour: Honour,
  entrants: readonly Entrant[],
  choices: Readonly<Record<string, string>>,
  { seed, draws = robustnessDefaults.draws, margin = robustnessDefaults.margin, mostCombinations = 64 }: RobustnessOptions,
): Robustness {
  const contest = contestOf(honour, entrants, policiesInForce(scheme, choices));
  const table = weightTable(contest);
  const draw = drawsFrom(seed);
  const stages = honour.rubric.ranking.within === undefined ? honour.stages : [];
  const ranges = (trials: Parameters<typeof rankRanges>[1]) => rankRanges(contest.ranked, trials, stages);
  const redrawn = ranges(redrawGraders(contest, draws, draw));
  const weights = ranges(moveWeights(contest, table, margin, draws, draw));
  const { single, combined, ...policyTrials } = varyPolicies(scheme, contest, entrants, choices, mostCombinations);
  return {
    ranked: contest.ranked,
    graders: gradersOf(contest),
    draws,
    margin,
    redrawn,
    withoutOne: ranges(leaveOutGraders(contest)),
    weights: withBounds(weights, boundRanks(contest, table, margin), table.exact),
    policies: ranges([...single, ...combined]),
    policyTrials,
    flips: findCutFlips(contest, table),
  };
}

function withBounds(ranges: readonly RankRange[], bounds: readonly RankBounds[], exact: boolean): WeightRange[] {
  return ranges.map((range): WeightRange => {
    const found = bounds.find(({ id }) => id === range.id);
    if (found === undefined) return { ...range, bounds: null, exact };
    const { best, worst } = found;
    return { ...range, bounds: { best, worst }, exact: exact && range.best === best && range.worst === worst };
  });
}
