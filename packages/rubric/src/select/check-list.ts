import { candidatesOf, compareText, countIn, type Demand, demandsOf, type Miss, missOf } from "./demand.ts";
import { obstacles } from "./exchange.ts";
import { checkProblem, type SelectionProblem, type SelectionSubject } from "./problem.ts";

/** A demand and how many of its members a list has. */
export interface DemandCount extends Miss {
  readonly count: number;
}

/**
 * A subject that a list leaves out, and those it has of a worse rank, though no rule forbids to exchange them; nobody where there is room
 * for it beside all of them.
 */
export interface PassedOver {
  readonly subject: string;
  readonly for: readonly string[];
}

/** What is to be said of a list that somebody made by hand. */
export interface ListCheck {
  /** Every demand of every rule, in the declared order, the size last. */
  readonly demands: readonly DemandCount[];
  /** Those on the list who cannot be chosen at all. */
  readonly barred: readonly SelectionSubject[];
  /** The better ranks that give way to worse ones without a rule that asks for it, the best first. */
  readonly passedOver: readonly PassedOver[];
  /** No hard rule is broken, nobody is barred. What is soft, and the order of merit, are for the committee to defend. */
  readonly stands: boolean;
}

/**
 * Holds a list made by hand against the rules of a stage, without solving anything: each demand is counted as the solver's answer is, and
 * merit is looked at by single exchanges, as the reasons of a selection are.
 *
 * @throws {RubricError} R241, R242 when the problem makes no sense, R241 when the list names somebody unknown.
 */
export function checkList(problem: SelectionProblem, chosen: ReadonlySet<string>): ListCheck {
  const listed = [...chosen].map((subject) => ({ subject, include: true, reason: "listed" }));
  checkProblem({ ...problem, decisions: listed });
  const candidates = candidatesOf(problem);
  const demands = demandsOf(problem);
  const free = new Set(candidates.flatMap(({ id }) => (chosen.has(id) ? [id] : [])));
  const counted = demands.map((demand): DemandCount => ({ ...missOf(demand, free), count: countIn(demand, free) }));
  const barred = problem.subjects
    .filter(({ id, bar }) => bar !== null && chosen.has(id))
    .toSorted((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || compareText(a.id, b.id));
  return {
    demands: counted,
    barred,
    passedOver: passedOver(candidates, demands, free),
    stands: barred.length === 0 && counted.every(({ demand, short, over }) => !demand.hard || short + over === 0),
  };
}

function passedOver(candidates: readonly SelectionSubject[], demands: readonly Demand[], chosen: ReadonlySet<string>): PassedOver[] {
  const listed = candidates.filter(({ id }) => chosen.has(id));
  const fits = (take: string, drop: string | null) => {
    const { full, needed } = obstacles(demands, chosen, take, drop);
    return full.length + needed.length === 0;
  };
  return candidates
    .filter(({ id }) => !chosen.has(id))
    .flatMap(({ id, rank }): PassedOver[] => {
      if (fits(id, null)) return [{ subject: id, for: [] }];
      const worse = listed.filter((other) => (other.rank ?? 0) > (rank ?? 0) && fits(id, other.id));
      return worse.length === 0 ? [] : [{ subject: id, for: worse.map((other) => other.id) }];
    });
}
