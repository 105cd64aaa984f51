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

function fits(demands: readonly Demand[], chosen: ReadonlySet<string>, take: string, drop: string | null): boolean {
  const { full, needed } = obstacles(demands, chosen, take, drop);
  return full.length + needed.length === 0;
}

function passedOver(candidates: readonly SelectionSubject[], demands: readonly Demand[], chosen: ReadonlySet<string>): PassedOver[] {
  const listed = candidates.filter(({ id }) => chosen.has(id));
  return candidates
    .filter(({ id }) => !chosen.has(id))
    .flatMap(({ id, rank }): PassedOver[] => {
      if (fits(demands, chosen, id, null)) return [{ subject: id, for: [] }];
      const worse = listed.filter((other) => (other.rank ?? 0) > (rank ?? 0) && fits(demands, chosen, id, other.id));
      return worse.length === 0 ? [] : [{ subject: id, for: worse.map((other) => other.id) }];
    });
}

/**
 * What a list would have to answer if somebody who is barred (an undecided veto, say) could be chosen after all. `better`: those it would
 * take the place of for a better list, nobody where there is room for it · `level`: those it would share a place with.
 */
export interface IfFree {
  readonly room: boolean;
  readonly better: readonly string[];
  readonly level: readonly string[];
  /** Whether nothing but these exchanges could change the list. Not where rules overlap: then only a new selection tells all. */
  readonly certain: boolean;
}

/**
 * Looks at every single exchange that setting one barred subject free makes possible. That the list gets better is always true; that it
 * stays, or is level, is when all rules count one field: then no chain of exchanges does what none of them does alone.
 *
 * @param chosen a whole list: one whose places are open would seem to have room
 * @throws {RubricError} R241 as `checkList` does; a subject without a rank cannot be let in.
 */
export function ifFree(problem: SelectionProblem, chosen: ReadonlySet<string>, subject: string): IfFree {
  const freed = { ...problem, subjects: problem.subjects.map((each) => (each.id === subject ? { ...each, bar: null } : each)) };
  checkProblem(freed);
  const rank = freed.subjects.find(({ id }) => id === subject)?.rank ?? 0;
  const demands = demandsOf(freed);
  const listed = candidatesOf(freed).filter(({ id }) => chosen.has(id) && id !== subject);
  const list = new Set(listed.map(({ id }) => id));
  const room = compareExchange(demands, list, subject, null) >= 0;
  const [better, level]: [string[], string[]] = [[], []];
  for (const other of listed) {
    const rules = compareExchange(demands, list, subject, other.id);
    const worse = Math.sign((other.rank ?? 0) - rank);
    if (rules > 0 || (rules === 0 && worse > 0)) better.push(other.id);
    else if (rules === 0 && worse === 0) level.push(other.id);
  }
  const counted = freed.rules.map((rule) => (rule.kind === "count" ? rule.field : rule));
  const stands = demands.every((demand) => !demand.hard || isMet(demand, list));
  return { room, better, level, certain: room || better.length > 0 || (stands && new Set(counted).size <= 1) };
}

function isMet(demand: Demand, list: ReadonlySet<string>): boolean {
  const { short, over } = missOf(demand, list);
  return short + over === 0;
}

/** Whether an exchange follows the soft rules better (1), as well (0) or worse (-1), in the declared order; a hard one is never to be missed. */
function compareExchange(demands: readonly Demand[], chosen: ReadonlySet<string>, take: string, drop: string | null): -1 | 0 | 1 {
  const after = new Set(chosen).add(take);
  if (drop !== null) after.delete(drop);
  const missed = (list: ReadonlySet<string>, counted: readonly Demand[]) =>
    counted.reduce((sum, demand) => {
      const { short, over } = missOf(demand, list);
      return sum + short + over;
    }, 0);
  const hard = demands.filter((demand) => demand.hard);
  if (!hard.every((demand) => isMet(demand, after))) return -1;
  if (!hard.every((demand) => isMet(demand, chosen))) return 1;
  const soft = demands.filter((demand) => !demand.hard);
  for (const rule of new Set(soft.map((demand) => demand.rule))) {
    const own = soft.filter((demand) => demand.rule === rule);
    const change = missed(chosen, own) - missed(after, own);
    if (change !== 0) return change > 0 ? 1 : -1;
  }
  return 0;
}
