import { policiesInForce } from "@mingchuang/rubric/policy";
import { contestOf } from "@mingchuang/rubric/robustness/contest";
import { gradersOf, leaveOutGraders } from "@mingchuang/rubric/robustness/grader-trials";
import { type Change, rankRanges } from "@mingchuang/rubric/robustness/rank-range";
import type { Honour } from "@mingchuang/rubric/scheme";
import type { EngineRules } from "../../lib/engine-rules.ts";

/** What the results of an honour and year were decided on, as it was published. */
export interface SpanRequest {
  readonly scheme: EngineRules;
  readonly honour: Honour;
  /** The options that the published result was reached under: policy → option. */
  readonly choices: Readonly<Record<string, string>>;
  readonly rows: readonly { readonly application_id: string; readonly facts: string; readonly rank: number | null }[];
}

/** Best and worst rank of an application, and the grader without whom it has it; null where it is the rank it has. */
export interface RankSpan {
  readonly best: number;
  readonly worst: number;
  readonly bestWithout: string | null;
  readonly worstWithout: string | null;
  /** Graders without whom it has no rank. */
  readonly unranked: number;
}

export interface RankSpans {
  readonly graders: number;
  readonly spans: ReadonlyMap<string, RankSpan>;
  /** Applications whose rank is not the published one when it is worked out anew: then nothing is said of any. */
  readonly differing: number;
}

/**
 * How far each rank would move without each grader in turn: their sheets left out, everything else as it stands. Exact, by the engine's own
 * ranking; the rank as published belongs to the span. The ranking is worked out anew first and has to be the published one.
 *
 * @throws {RubricError} R2xx when facts or choices do not fit the scheme.
 */
export function rankSpans({ scheme, honour, choices, rows }: SpanRequest): RankSpans {
  const entrants = rows.map(({ application_id: id, facts }) => ({ id, facts: JSON.parse(facts) }));
  const contest = contestOf(honour, entrants, policiesInForce(scheme, choices));
  const graders = gradersOf(contest).length;
  const again = new Map(contest.ranked.map(({ id, rank }) => [id, rank]));
  const differing = rows.filter(({ application_id, rank }) => again.get(application_id) !== rank).length;
  if (differing > 0) return { graders, differing, spans: new Map() };
  const spans = rankRanges(contest.ranked, leaveOutGraders(contest), []).flatMap(
    ({ id, rank, best, worst, bestBy, worstBy, unranked }): [string, RankSpan][] =>
      rank === null || best === null || worst === null
        ? []
        : [[id, { best, worst, bestWithout: graderOf(bestBy), worstWithout: graderOf(worstBy), unranked }]],
  );
  return { graders, differing, spans: new Map(spans) };
}

const graderOf = (change: Change | null): string | null => (change?.kind === "grader-left-out" ? change.grader : null);
