import type { Facts } from "../facts.ts";
import { type Points, points, zeroPoints } from "../points.ts";
import { minus, plus, type Ratio, times } from "../ratio.ts";
import { scoreApplication } from "../score.ts";
import type { Score } from "../score-result.ts";
import type { Edition } from "./edition.ts";
import { evaluateUnder, type YearUnder } from "./evaluate-under.ts";
import { type Restatement, restate, type Unasked } from "./restate.ts";

/** A change between two years, split into what the rule did and what the performance did: `rule + performance = after − before`, exactly. */
export interface Effects {
  readonly before: Ratio;
  readonly after: Ratio;
  readonly change: Ratio;
  readonly rule: Ratio;
  readonly performance: Ratio;
}

/** One figure under each edition with the facts of each year: first the facts, then the edition. */
export interface Four {
  readonly oldOld: Ratio;
  readonly oldNew: Ratio;
  readonly newOld: Ratio;
  readonly newNew: Ratio;
}

const half = points(1, 2);

/** The change taken apart in one order: what came first is told with the other still as it was. */
export interface InOrder {
  readonly rule: Ratio;
  readonly performance: Ratio;
}

/** Both orders in which a change can be taken apart; each adds up to the change, and the effects are their mean. */
export function bothOrders({ oldOld, oldNew, newOld, newNew }: Four): { readonly ruleFirst: InOrder; readonly performanceFirst: InOrder } {
  return {
    ruleFirst: { rule: minus(oldNew, oldOld), performance: minus(newNew, oldNew) },
    performanceFirst: { rule: minus(newNew, newOld), performance: minus(newOld, oldOld) },
  };
}

/**
 * Splits a change in two. With S(f, e) the figure from the facts of year f under edition e:
 *
 *   rule        = ½ [S(f₀,e₁) − S(f₀,e₀)] + ½ [S(f₁,e₁) − S(f₁,e₀)]
 *   performance = ½ [S(f₁,e₀) − S(f₀,e₀)] + ½ [S(f₁,e₁) − S(f₀,e₁)]
 *
 * the mean of the two orders in which rule and facts can change: the Shapley value of two players (Shapley 1953, A value for n-person
 * games; as a decomposition, Shorrocks 2013, Journal of Economic Inequality 11). It depends on no order, leaves nothing over, and is
 * linear, so that the effects on the items add up to those on the total.
 */
export function effectsOf({ oldOld, oldNew, newOld, newNew }: Four): Effects {
  const rule = times(half, plus(minus(oldNew, oldOld), minus(newNew, newOld)));
  const performance = times(half, plus(minus(newOld, oldOld), minus(newNew, oldNew)));
  return { before: oldOld, after: newNew, change: minus(newNew, oldOld), rule, performance };
}

export interface ChangeInput {
  readonly factsBefore: Facts;
  readonly factsAfter: Facts;
  readonly editionBefore: Edition;
  readonly editionAfter: Edition;
  /** Under which edition the sheets of each year were graded, where not under its own. */
  readonly graded?: { readonly before: Edition; readonly after: Edition };
  readonly unasked?: Unasked;
}

export interface ChangeSplit {
  /** Null while one of the four scores is not known: a rule that nobody judged by has no effect that could be told. */
  readonly total: Effects | null;
  /** The four totals that the effects come from; null with them. */
  readonly corners: Four | null;
  /** The items of both editions, the later one's first; an item that an edition does not have counts nothing in it. */
  readonly items: readonly { readonly item: string; readonly effects: Effects }[];
  /** What of each year's sheets did not fit the other year's edition as it was. */
  readonly notes: { readonly before: readonly Restatement[]; readonly after: readonly Restatement[] };
}

/**
 * The change of one subject's score between two years, each under its own edition, and of every item.
 *
 * @throws {RubricError} R2xx when facts do not fit the edition that they were graded under.
 */
export function splitChange(input: ChangeInput): ChangeSplit {
  const { factsBefore, factsAfter, editionBefore, editionAfter, unasked = "unknown" } = input;
  const graded = gradedUnder(input);
  const under = (all: Facts, own: Edition, edition: Edition) => {
    const { facts, notes } = restate(all, own, edition, unasked);
    return { score: scoreApplication(edition.honour, facts, edition.policies), notes };
  };
  const oldOld = under(factsBefore, graded.before, editionBefore);
  const oldNew = under(factsBefore, graded.before, editionAfter);
  const newOld = under(factsAfter, graded.after, editionBefore);
  const newNew = under(factsAfter, graded.after, editionAfter);
  const four: Scores = { oldOld: oldOld.score, oldNew: oldNew.score, newOld: newOld.score, newNew: newNew.score };
  const notes = { before: [...oldOld.notes, ...oldNew.notes], after: [...newOld.notes, ...newNew.notes] };
  if (Object.values(four).some(({ scored }) => !scored)) return { total: null, corners: null, items: [], notes };
  const items = new Set([...four.newNew.items, ...four.oldOld.items].map(({ item }) => item));
  const corners = figures(four, ({ total }) => total);
  return {
    total: effectsOf(corners),
    corners,
    items: [...items].map((item) => ({ item, effects: effectsOf(figures(four, (each) => pointsOf(each, item))) })),
    notes,
  };
}

function gradedUnder({ graded, editionBefore, editionAfter }: Pick<ChangeInput, "graded" | "editionBefore" | "editionAfter">) {
  return graded ?? { before: editionBefore, after: editionAfter };
}

type Scores = Readonly<Record<keyof Four, Score>>;

function figures({ oldOld, oldNew, newOld, newNew }: Scores, of: (score: Score) => Points): Four {
  return { oldOld: of(oldOld), oldNew: of(oldNew), newOld: of(newOld), newNew: of(newNew) };
}

function pointsOf({ items }: Score, id: string): Points {
  return items.find(({ item }) => item === id)?.points ?? zeroPoints;
}

export interface RanksInput extends Pick<ChangeInput, "editionBefore" | "editionAfter" | "graded" | "unasked"> {
  readonly before: readonly Facts[];
  readonly after: readonly Facts[];
}

/**
 * The change of every subject's rank between two years, in places (halves may occur), for those who have a rank in both years under both
 * editions. Here "performance" is that of everybody: a rank also moves when others do better, or when others apply.
 *
 * @throws {RubricError} R2xx when facts do not fit their own edition.
 */
export function splitRanks(input: RanksInput): { readonly subject: string; readonly effects: Effects }[] {
  const { before, after, editionBefore, editionAfter, unasked = "unknown" } = input;
  const graded = gradedUnder(input);
  const oldOld = ranksIn(evaluateUnder(editionBefore, graded.before, before, unasked));
  const oldNew = ranksIn(evaluateUnder(editionAfter, graded.before, before, unasked));
  const newOld = ranksIn(evaluateUnder(editionBefore, graded.after, after, unasked));
  const newNew = ranksIn(evaluateUnder(editionAfter, graded.after, after, unasked));
  return [...newNew].flatMap(([subject, rank]) => {
    const [first, second, third] = [oldOld, oldNew, newOld].map((ranks) => ranks.get(subject));
    if (first === undefined || second === undefined || third === undefined) return [];
    return [{ subject, effects: effectsOf({ oldOld: first, oldNew: second, newOld: third, newNew: rank }) }];
  });
}

function ranksIn({ ranked }: YearUnder): Map<string, Ratio> {
  return new Map(ranked.flatMap(({ id, rank }) => (rank === null ? [] : [[id, points(rank)]])));
}
