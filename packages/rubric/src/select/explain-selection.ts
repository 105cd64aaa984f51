import { addPoints, scalePoints } from "../points.ts";
import type { Demand } from "./demand.ts";
import { obstacles } from "./exchange.ts";
import { type Decision, type SelectionProblem, type SelectionSubject, sizeRule } from "./problem.ts";
import type { Agreement, OpenPlaces } from "./ties.ts";
import type { Behind, Reason, ToldDemand, Verdict } from "./verdict.ts";

/** A selection that is to be explained. */
export interface Outcome {
  readonly problem: SelectionProblem;
  readonly candidates: readonly SelectionSubject[];
  readonly demands: readonly Demand[];
  /** One of the best selections. */
  readonly chosen: ReadonlySet<string>;
  readonly agreement: Agreement;
  readonly open: readonly OpenPlaces[];
  /** The decisions that took effect. */
  readonly decided: readonly Decision[];
  /** What the best selections would have in common without these rules. */
  readonly without: (rules: readonly string[]) => Promise<Agreement>;
}

/** Why each subject is in, open or out: candidates by rank, then those who are barred, by id. */
export async function explainSelection(outcome: Outcome): Promise<Verdict[]> {
  const { problem, candidates, agreement } = outcome;
  const isOpen = ({ id }: SelectionSubject) => agreement.some.has(id) && !agreement.every.has(id);
  const verdicts = new Map<string, Verdict>();
  const tell = ({ id }: SelectionSubject, told: Verdict["outcome"], reason: Reason) =>
    verdicts.set(id, { subject: id, outcome: told, reason });

  for (const candidate of candidates.filter(isOpen)) tell(candidate, "open", tiedReason(outcome, candidate));
  for (const candidate of candidates.filter(({ id }) => agreement.every.has(id))) tell(candidate, "in", await reasonIn(outcome, candidate));
  const needed = new Map(
    [...verdicts.values()].flatMap(({ subject, reason }) => (reason.kind === "needed" ? [[subject, reason] as const] : [])),
  );
  const among: Among = {
    needed,
    ordinary: candidates.filter(({ id }) => outcome.chosen.has(id) && !needed.has(id)),
    placed: candidates.filter(({ id }) => agreement.some.has(id) && !needed.has(id)),
  };
  for (const candidate of candidates.filter(({ id }) => !agreement.some.has(id)))
    tell(candidate, "out", reasonOut(outcome, candidate, among));

  const barred = problem.subjects.flatMap(({ id, bar }): Verdict[] =>
    bar === null ? [] : [{ subject: id, outcome: "out", reason: { kind: "barred", bar } }],
  );
  return [...candidates.flatMap(({ id }) => verdicts.get(id) ?? []), ...barred.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))];
}

type Needed = Extract<Reason, { kind: "needed" }>;

/** Against whom those left out are told: who is in because a rule needs them, the others chosen, and those in some best selection. */
interface Among {
  readonly needed: ReadonlyMap<string, Needed>;
  readonly ordinary: readonly SelectionSubject[];
  readonly placed: readonly SelectionSubject[];
}

const rankOf = ({ rank }: SelectionSubject) => rank ?? 0;

function tiedReason({ open }: Outcome, { id }: SelectionSubject): Reason {
  const tie = open.find(({ subjects }) => subjects.includes(id));
  return { kind: "tied", places: tie?.places ?? 0, with: tie?.subjects.filter((other) => other !== id) ?? [] };
}

async function reasonIn(outcome: Outcome, candidate: SelectionSubject): Promise<Reason> {
  const { candidates, demands, chosen, decided, without } = outcome;
  const own = decided.find(({ subject }) => subject === candidate.id);
  if (own !== undefined) return { kind: "committee", decisions: [own] };

  const pairs = candidates
    .filter((other) => !chosen.has(other.id) && rankOf(other) <= rankOf(candidate))
    .map((other) => ({ other, ...obstacles(demands, chosen, other.id, candidate.id) }));
  if (pairs.length === 0) return { kind: "rank" };
  if (pairs.some(({ full, needed }) => full.length + needed.length === 0)) return decidedReason(decided, candidates, candidate);
  const needing = declared(
    demands,
    pairs.flatMap(({ needed }) => needed),
  );
  const passedOver = pairs.filter(({ full }) => full.length > 0);
  if (needing.length > 0) {
    const instead = await without([...new Set(needing.map(({ rule }) => rule))]);
    const displaced = pairs.filter(({ other, needed }) => needed.length > 0 && instead.some.has(other.id)).map(({ other }) => other.id);
    if (!instead.every.has(candidate.id)) return { kind: "needed", demands: needing, displaced };
  }
  if (passedOver.length === 0) return { kind: "rank" };
  return {
    kind: "moved-up",
    over: passedOver.map(({ other }) => other.id),
    full: declared(
      demands,
      passedOver.flatMap(({ full }) => full),
    ),
  };
}

function reasonOut(outcome: Outcome, candidate: SelectionSubject, { needed, ordinary: others, placed }: Among): Reason {
  const { candidates, demands, chosen, decided } = outcome;
  const own = decided.find(({ subject }) => subject === candidate.id);
  if (own !== undefined) return { kind: "committee", decisions: [own] };

  const displacing = [...needed].filter(([, { displaced }]) => displaced.includes(candidate.id));
  if (displacing.length > 0) {
    const needing = displacing.flatMap(([, { demands }]) => demands);
    return { kind: "displaced", by: displacing.map(([id]) => id), demands: declared(demands, needing) };
  }
  const beside = obstacles(demands, chosen, candidate.id, null).full;
  if (!beside.some(({ rule }) => rule === sizeRule)) return fullReason(beside, placed, candidate);

  const ordinary = others
    .filter((other) => rankOf(other) >= rankOf(candidate))
    .map((other) => ({ other, ...obstacles(demands, chosen, candidate.id, other.id) }));
  if (ordinary.length === 0) return { kind: "below", behind: behind(placed, candidate) };
  if (ordinary.some(({ full, needed }) => full.length + needed.length === 0)) return decidedReason(decided, candidates, candidate);
  const found = ordinary.flatMap((each) => each.full);
  if (found.length === 0) {
    const needing = ordinary.flatMap((each) => each.needed);
    return { kind: "displaced", by: ordinary.map(({ other }) => other.id), demands: declared(demands, needing) };
  }
  const full = declared(demands, found);
  const always = full.filter((demand) => ordinary.every((each) => each.full.includes(demand)));
  return fullReason(always.length > 0 ? always : full, placed, candidate);
}

/** Each once, in the declared order. */
function declared(demands: readonly Demand[], found: readonly ToldDemand[]): Demand[] {
  return demands.filter((demand) => found.includes(demand));
}

/** Those who share the rank were told apart by what the committee decided on some of them. */
function decidedReason(decided: readonly Decision[], candidates: readonly SelectionSubject[], candidate: SelectionSubject): Reason {
  const peers = candidates.filter(({ rank }) => rank === candidate.rank).map(({ id }) => id);
  const decisions = decided.filter(({ subject }) => peers.includes(subject));
  return { kind: "committee", decisions: decisions.length > 0 ? decisions : decided };
}

function fullReason(full: readonly Demand[], placed: readonly SelectionSubject[], candidate: SelectionSubject): Reason {
  return {
    kind: "full",
    full,
    behind: behind(
      placed.filter(({ id }) => full.some(({ members }) => members.has(id))),
      candidate,
    ),
  };
}

/** The worst-ranked of those placed before a subject. */
function behind(placed: readonly SelectionSubject[], candidate: SelectionSubject): Behind {
  const last = placed.findLast(({ rank }) => (rank ?? 0) < rankOf(candidate));
  if (last === undefined) return { subjects: [], by: null };
  const subjects = placed.filter(({ rank }) => rank === last.rank).map(({ id }) => id);
  return { subjects, by: addPoints(last.total, scalePoints(candidate.total, -1)) };
}
