import { RubricError } from "../errors.ts";
import { type Policy, policiesInForce } from "../policy.ts";
import type { Ranked } from "../rank.ts";
import type { SchemeFile } from "../scheme.ts";
import { type Contest, contestOf, type Entrant } from "./contest.ts";
import type { Trial } from "./rank-range.ts";

type Choices = Readonly<Record<string, string>>;

/** Options that the facts do not allow: a sheet filled in by one rule, for example, cannot be read by another. */
export interface RefusedTrial {
  readonly choices: Choices;
  readonly error: RubricError;
}

export interface PolicyTrials {
  /** Every other option of every silent policy of the honour, one at a time. */
  readonly single: readonly Trial[];
  /** All combinations of the policies that move something alone, beyond one option at a time. */
  readonly combined: readonly Trial[];
  readonly refused: readonly RefusedTrial[];
  /** Policies of which some option alone changes a rank or a state. */
  readonly moving: readonly string[];
  /** Combinations that were too many to be tried; those of `combined` are then none. */
  readonly untried: number;
}

/**
 * The ranking under what else the committee might have set where the source is silent: every option scored anew from the facts. The
 * facts must hold the records that another option would count.
 *
 * @throws {RubricError} R206 when `choices` name no policy or option of the scheme.
 */
export function varyPolicies(
  scheme: Pick<SchemeFile, "policies" | "calendar">,
  contest: Pick<Contest, "honour" | "ranked">,
  entrants: readonly Entrant[],
  choices: Choices,
  mostCombinations: number,
): PolicyTrials {
  const { honour, ranked } = contest;
  const refused: RefusedTrial[] = [];
  const run = (changed: Choices): Trial[] => {
    try {
      const varied = contestOf(honour, entrants, policiesInForce(scheme, { ...choices, ...changed }));
      return [{ change: { kind: "policies", choices: changed }, ranked: varied.ranked }];
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      refused.push({ choices: changed, error });
      return [];
    }
  };
  const { inForce } = policiesInForce(scheme, choices);
  const used = policiesUsedBy(honour);
  const varied = scheme.policies
    .filter(({ id, silent }) => silent && used.has(id))
    .map((policy) => ({ id: policy.id, others: otherOptions(policy, inForce[policy.id]?.option) }));
  const single = varied.map(({ id, others }) => ({ id, others, trials: others.flatMap((option) => run({ [id]: option })) }));
  const moving = single.filter(({ trials }) => trials.some((trial) => !samePlaces(trial.ranked, ranked)));
  const combinations = combine(moving).filter((each) => Object.keys(each).length > 1);
  const tried = combinations.length <= mostCombinations ? combinations : [];
  return {
    single: single.flatMap(({ trials }) => trials),
    combined: tried.flatMap(run),
    refused,
    moving: moving.map(({ id }) => id),
    untried: combinations.length - tried.length,
  };
}

function otherOptions(policy: Policy, option: string | undefined): string[] {
  return policy.options.map(({ id }) => id).filter((id) => id !== option);
}

/** Every way to change some of the policies and leave the others. */
function combine(policies: readonly { readonly id: string; readonly others: readonly string[] }[]): Choices[] {
  return policies.reduce<Choices[]>(
    (before, { id, others }) => before.flatMap((each) => [each, ...others.map((option) => ({ ...each, [id]: option }))]),
    [{}],
  );
}

function samePlaces(a: readonly Ranked[], b: readonly Ranked[]): boolean {
  const placeOf = new Map(b.map(({ id, rank, state }) => [id, `${state} ${rank}`]));
  return a.every(({ id, rank, state }) => placeOf.get(id) === `${state} ${rank}`);
}

/** The policies that a part of a scheme points to, wherever it does. */
function policiesUsedBy(part: unknown): ReadonlySet<string> {
  if (typeof part !== "object" || part === null) return new Set();
  const { policy } = part as { policy?: unknown };
  return new Set([...(typeof policy === "string" ? [policy] : []), ...Object.values(part).flatMap((inner) => [...policiesUsedBy(inner)])]);
}
