import type { Bilingual } from "../bilingual.ts";
import { RubricError } from "../errors.ts";
import type { Excluded } from "../exclusion.ts";
import { addPoints, type Points, points } from "../points.ts";
import { type Policies, policiesInForce } from "../policy.ts";
import type { Ranked } from "../rank.ts";
import { type Contest, type Contestant, contestOf, type Entrant, rankAnew, totalOf } from "../robustness/contest.ts";
import { type WeightTable, weightTable, wholeWeight } from "../robustness/weight-table.ts";
import type { Honour, SchemeFile } from "../scheme.ts";
import type { VetoResult } from "../score-result.ts";
import type { SolveIlp } from "../select/ilp.ts";
import { type StageSelection, selectStages } from "../select/stages.ts";
import { imposedRule, type TrialChanges, type VetoDecision } from "./changes.ts";

/** An application with its facts, and what is known of it beyond them. */
export interface TrialEntrant extends Entrant {
  readonly label: string;
  /** The other honours that keep it from this one; a trial of one honour leaves the others as they came out. */
  readonly excluded: readonly Excluded[];
}

export interface TrialInput {
  readonly scheme: Pick<SchemeFile, "domains" | "levels" | "tiers" | "honours" | "policies" | "calendar">;
  readonly honour: Honour;
  readonly entrants: readonly TrialEntrant[];
  /** The options that the published result was reached under: policy → option. */
  readonly choices: Readonly<Record<string, string>>;
  readonly changes: TrialChanges;
}

/** One application in a trial: its place, its total under the trial's weights (null while it has none), its vetoes as decided. */
export interface TrialPlace extends Ranked {
  readonly total: Points | null;
  readonly vetoes: readonly VetoResult[];
}

export interface TrialStage {
  readonly stage: string;
  readonly status: StageSelection["selection"]["status"];
  /** Application → in, out, or among equals of whom the committee has to choose. */
  readonly outcomes: Readonly<Record<string, "in" | "open" | "out">>;
}

export interface Trial {
  readonly places: readonly TrialPlace[];
  readonly stages: readonly TrialStage[];
  /** Why nothing could be selected at all; null where it could. */
  readonly refused: Bilingual | null;
  /** What weights may be given to, in the rubric's order. */
  readonly parts: readonly string[];
  /** False when weighted totals had to be rounded to the finest unit. */
  readonly exact: boolean;
}

/**
 * The result of one honour and year as it would be if something had been decided otherwise, by the same scorer, ranking and selection as
 * the result itself. Graders are left out before sheets are combined; weights apply to what each part brought in the end, so that they do
 * not change which sheets are kept; a decision about a veto changes whether a total may be ranked, never the total nor what a tie-break
 * counts.
 *
 * @throws {RubricError} R206 when a policy or option does not exist, R2xx when facts do not fit the rubric.
 */
export async function tryChanges({ scheme, honour, entrants, choices, changes }: TrialInput, solve: SolveIlp): Promise<Trial> {
  const policies = policiesInForce(scheme, { ...choices, ...changes.policies });
  const contest = withDecisions(contestOf(honour, withoutGraders(entrants, changes.without), policies), changes.vetoes);
  const table = weightTable(contest);
  const totals = totalsOf(contest, table, changes.weights);
  const ranked = rankAnew(contest, ({ id }) => totals.get(id) ?? null);
  const byId = new Map(contest.contestants.map((contestant) => [contestant.id, contestant]));
  const places = ranked.map((each): TrialPlace => {
    return { ...each, total: totals.get(each.id) ?? null, vetoes: byId.get(each.id)?.score.vetoes ?? [] };
  });
  const selected = await stagesOrRefusal({ scheme, honour, policies, entrants, places, byId }, solve);
  return { places, ...selected, parts: table.parts, exact: table.exact };
}

/** A selection that does not make sense leaves the ranking as it stands. */
async function stagesOrRefusal(input: StagesInput, solve: SolveIlp): Promise<Pick<Trial, "stages" | "refused">> {
  try {
    return { stages: await stagesOf(input, solve), refused: null };
  } catch (failure) {
    if (failure instanceof RubricError) return { stages: [], refused: failure.detail };
    throw failure;
  }
}

function withoutGraders(entrants: readonly TrialEntrant[], without: readonly string[]): readonly TrialEntrant[] {
  if (without.length === 0) return entrants;
  const left = new Set(without);
  return entrants.map((entrant) => {
    const entries = entrant.facts.entries.filter(({ grader }) => !left.has(grader));
    return { ...entrant, facts: { ...entrant.facts, entries } };
  });
}

function withDecisions(contest: Contest, decisions: readonly VetoDecision[]): Contest {
  const byId = new Map(decisions.map((each) => [each.application, each]));
  const contestants = contest.contestants.map((contestant) => {
    const decided = byId.get(contestant.id);
    if (decided === undefined) return contestant;
    const { score } = contestant;
    return { ...contestant, score: { ...score, vetoes: decide(contest.honour, score.vetoes, decided) } };
  });
  return { ...contest, contestants };
}

function decide(honour: Honour, vetoes: readonly VetoResult[], { decision }: VetoDecision): readonly VetoResult[] {
  if (decision === "lift") return vetoes.map((veto) => ({ ...veto, state: "clear" }));
  const figures = { threshold: 1, counted: 1, undecided: 0, excluded: 0, records: [] };
  return [{ rule: imposedRule, state: "vetoed", ...figures, source: honour.rubric.source }, ...vetoes];
}

/** Exact totals; under other weights each part counts as many per cent of what it brought. */
function totalsOf(contest: Contest, { parts, rows, unitsPerHundredth }: WeightTable, percent: TrialChanges["weights"]) {
  const known = contest.contestants.flatMap((contestant): [string, Points][] => {
    const total = totalOf(contestant);
    return total === null ? [] : [[contestant.id, total]];
  });
  const changed = parts.flatMap((part, place) => {
    const [item = part] = part.split("/");
    const more = (percent[part] ?? percent[item] ?? 100) - 100;
    return more === 0 ? [] : [{ place, more: (more * wholeWeight) / 100 }];
  });
  return new Map(
    known.map(([id, total]): [string, Points] => {
      const units = changed.reduce((sum, { place, more }) => sum + (rows.get(id)?.[place] ?? 0) * more, 0);
      return [id, units === 0 ? total : addPoints(total, points(units, unitsPerHundredth * wholeWeight))];
    }),
  );
}

interface StagesInput extends Pick<TrialInput, "scheme" | "honour" | "entrants"> {
  readonly policies: Policies;
  readonly places: readonly TrialPlace[];
  readonly byId: ReadonlyMap<string, Contestant>;
}

async function stagesOf({ scheme, honour, policies, entrants, places, byId }: StagesInput, solve: SolveIlp): Promise<TrialStage[]> {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const contenders = entrants.flatMap(({ id, label, excluded, facts: { fields } }) => {
    const [place, contestant] = [placeOf.get(id), byId.get(id)];
    if (place === undefined || contestant === undefined) return [];
    const { rank, state, vetoes, total } = place;
    const { score, eligibility } = contestant;
    return [{ id, label, rank, state, total: total ?? score.total, vetoes, eligibility: eligibility.rules, excluded, fields }];
  });
  const selected = await selectStages(scheme, honour, policies, () => ({ contenders, decisions: [], waivers: [], labels: {} }), solve);
  return selected.map(({ stage, selection }): TrialStage => {
    const verdicts = selection.status === "impossible" ? [] : selection.verdicts;
    return { stage, status: selection.status, outcomes: Object.fromEntries(verdicts.map(({ subject, outcome }) => [subject, outcome])) };
  });
}
