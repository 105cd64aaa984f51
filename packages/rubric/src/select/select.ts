import { contendersOf } from "./contenders.ts";
import { candidatesOf, type Demand, demandsOf, type Miss, missOf } from "./demand.ts";
import { explainSelection } from "./explain-selection.ts";
import type { SolveIlp } from "./ilp.ts";
import { type Optimum, optimise, type Program, type Step } from "./lexicographic.ts";
import { checkProblem, type Decision, type SelectionProblem, type SelectionSubject } from "./problem.ts";
import { chosenOf, meritGoals, programOf, softGoals } from "./program.ts";
import { type WaysOut, waysOut } from "./relax.ts";
import { type Agreement, agree, type OpenPlaces, openPlaces } from "./ties.ts";
import type { Verdict } from "./verdict.ts";

/** What became of a decision: it filled an open place, the rules say the same without it, or they leave it no room. */
export interface DecisionEffect extends Decision {
  readonly effect: "applied" | "unneeded" | "contrary";
}

/** A selection that satisfies every hard rule. It is `open` while the committee has to choose between subjects that are alike. */
export interface Selected {
  readonly status: "settled" | "open";
  /** Who is in for certain, the better ranks first. */
  readonly chosen: readonly string[];
  readonly open: readonly OpenPlaces[];
  /** Places that stay empty for want of subjects who may be chosen. */
  readonly vacant: number;
  /** Soft demands that no selection could satisfy without missing a rule declared before them. */
  readonly missed: readonly Miss[];
  readonly verdicts: readonly Verdict[];
  readonly decisions: readonly DecisionEffect[];
  /** What each goal came to; each figure is proven best by the solver's bound and checked in whole numbers. */
  readonly proof: readonly Step[];
}

/** No selection satisfies the hard rules. */
export interface Impossible extends WaysOut {
  readonly status: "impossible";
}

export type Selection = Selected | Impossible;

interface Best {
  /** Whom the optimum's columns stand for. */
  readonly contenders: readonly SelectionSubject[];
  readonly optimum: Optimum;
  readonly chosen: ReadonlySet<string>;
  readonly agreement: Agreement;
}

/**
 * Chooses the best selection there is, and proves it.
 *
 * Best is decided in this order. (1) Every hard rule holds, and no one barred is in. (2) Soft rules are missed as little as possible:
 * the one declared first by the fewest places, then the next. (3) Merit: as many as possible of the best rank, then of the second
 * best, and so on. So no number of worse-ranked subjects ever outweighs one of a better rank, and a better-ranked subject is left out
 * only where a rule says so; when all ranks differ, one selection alone is best. Subjects of one rank count alike: where the best
 * selections differ, the places are open and only a decision fills them.
 *
 * Greedy choice does not find it: with quotas that overlap (tier × domain), the next best subject may leave no way to fill the rest.
 * Each aim is met by integer programs with small whole numbers, solved one after the other (`optimise`).
 *
 * @throws {RubricError} R241, R242 when the problem makes no sense; R243 when the solver does not prove its answer.
 */
export async function selectSubjects(problem: SelectionProblem, solve: SolveIlp): Promise<Selection> {
  checkProblem(problem);
  const candidates = candidatesOf(problem);
  const demands = demandsOf(problem);
  const undecided = await findBest(candidates, demands, solve);
  if (undecided === null) return { status: "impossible", ...(await waysOut(problem, solve)) };

  const { best, effects } = await decide(problem, undecided, solve);
  const { chosen, agreement, optimum } = best;
  const open = openPlaces(candidates, chosen, agreement);
  const known = new Map<string, Agreement>();
  const without = async (rules: readonly string[]): Promise<Agreement> => {
    const key = rules.join(" ");
    const rest = demands.filter(({ rule }) => !rules.includes(rule));
    const found = known.get(key) ?? (await findBest(candidates, rest, solve))?.agreement ?? agreement;
    known.set(key, found);
    return found;
  };
  const decided = effects.filter(({ effect }) => effect === "applied");
  return {
    status: open.length === 0 ? "settled" : "open",
    chosen: candidates.flatMap(({ id }) => (agreement.every.has(id) ? [id] : [])),
    open,
    vacant: Math.max(0, (problem.size.least ?? 0) - chosen.size),
    missed: demands.map((demand) => missOf(demand, chosen)).filter(({ short, over }) => short + over > 0),
    verdicts: await explainSelection({ problem, candidates, demands, chosen, agreement, open, decided, without }),
    decisions: effects,
    proof: optimum.steps,
  };
}

async function findBest(candidates: readonly SelectionSubject[], demands: readonly Demand[], solve: SolveIlp): Promise<Best | null> {
  const contenders = contendersOf(candidates, demands);
  const program = programOf(contenders, demands, ({ hard }) => !hard);
  const optimum = await optimise(program, [...softGoals(program), ...meritGoals(contenders)], solve);
  return optimum === null ? null : settle(contenders, optimum, solve);
}

async function settle(contenders: readonly SelectionSubject[], optimum: Optimum, solve: SolveIlp): Promise<Best> {
  const chosen = chosenOf(contenders, optimum.values);
  return { contenders, optimum, chosen, agreement: await agree(contenders, optimum.program, chosen, solve) };
}

/** Applies the decisions on open places: all of them together or, where they leave no selection, none. */
async function decide({ decisions }: SelectionProblem, best: Best, solve: SolveIlp): Promise<{ best: Best; effects: DecisionEffect[] }> {
  const { every, some } = best.agreement;
  const onOpen = decisions.filter(({ subject }) => some.has(subject) && !every.has(subject));
  const held: Program = {
    columns: best.optimum.program.columns,
    rows: [
      ...best.optimum.program.rows,
      ...onOpen.map(({ subject, include }) => {
        const column = best.contenders.findIndex(({ id }) => id === subject);
        return { lower: include ? 1 : 0, upper: include ? 1 : 0, terms: [{ column, coefficient: 1 }] };
      }),
    ],
  };
  const found = onOpen.length === 0 ? null : await optimise(held, [], solve);
  const effects = decisions.map((decision): DecisionEffect => {
    if (onOpen.includes(decision)) return { ...decision, effect: found === null ? "contrary" : "applied" };
    return { ...decision, effect: every.has(decision.subject) === decision.include ? "unneeded" : "contrary" };
  });
  if (found === null) return { best, effects };
  return { best: await settle(best.contenders, { ...found, steps: best.optimum.steps }, solve), effects };
}
