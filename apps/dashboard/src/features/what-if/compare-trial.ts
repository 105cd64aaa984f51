import { comparePoints, points, toHundredths } from "@mingchuang/rubric/points";
import type { RankState } from "@mingchuang/rubric/rank";
import type { Trial } from "@mingchuang/rubric/what-if/trial";
import type { TrialFactsRow, TrialOutcomeRow } from "@mingchuang/warehouse/queries/what-if";

type Outcome = TrialOutcomeRow["outcome"];

/** One application before and after; null where it has no rank, no total or no place in the selection. */
export interface Compared {
  readonly id: string;
  readonly subjectId: string;
  readonly name: string;
  readonly city: string | null;
  readonly oldState: string;
  readonly newState: RankState | null;
  readonly oldRank: number | null;
  readonly newRank: number | null;
  readonly oldTotal: number | null;
  readonly newTotal: number | null;
  readonly oldOutcome: Outcome | null;
  readonly newOutcome: Outcome | null;
}

/** The published rows, in their order, with what a trial makes of each; outcomes are those of one stage. */
export function compareTrial(
  rows: readonly TrialFactsRow[],
  outcomes: readonly TrialOutcomeRow[],
  trial: Trial,
  stage: string | undefined,
): readonly Compared[] {
  const places = new Map(trial.places.map((place) => [place.id, place]));
  const before = new Map(outcomes.filter((each) => each.stage === stage).map((each) => [each.application_id, each.outcome]));
  const after = trial.stages.find((each) => each.stage === stage)?.outcomes ?? {};
  return rows.map((row): Compared => {
    const place = places.get(row.application_id);
    return {
      id: row.application_id,
      subjectId: row.subject_id,
      name: row.subject_name ?? row.subject_id,
      city: row.city,
      oldState: row.state,
      newState: place?.state ?? null,
      oldRank: row.rank,
      newRank: place?.rank ?? null,
      oldTotal: row.total_c,
      newTotal: place?.total ? toHundredths(place.total) : null,
      oldOutcome: before.get(row.application_id) ?? null,
      newOutcome: after[row.application_id] ?? null,
    };
  });
}

/** What of a published row the engine does not find again. */
export interface Differing {
  readonly id: string;
  readonly name: string;
  readonly what: readonly ("state" | "rank" | "tied" | "total" | "selection")[];
}

/** The rows on which a trial without changes and the published result are not the same, exactly; none when both can be trusted. */
export function differingRows(rows: readonly TrialFactsRow[], outcomes: readonly TrialOutcomeRow[], trial: Trial): readonly Differing[] {
  const places = new Map(trial.places.map((place) => [place.id, place]));
  const before = outcomesOf(outcomes.map(({ application_id, stage, outcome }) => [application_id, stage, outcome]));
  const after = outcomesOf(
    trial.stages.flatMap(({ stage, outcomes: ofStage }) => Object.entries(ofStage).map(([id, outcome]) => [id, stage, outcome] as const)),
  );
  return rows.flatMap((row): Differing[] => {
    const [id, place] = [row.application_id, places.get(row.application_id)];
    const what: Differing["what"] = [
      ...(place?.state === row.state ? [] : ["state" as const]),
      ...((place?.rank ?? null) === row.rank ? [] : ["rank" as const]),
      ...(place?.tied === row.tied ? [] : ["tied" as const]),
      ...(isSameTotal(row, place?.total ?? null) ? [] : ["total" as const]),
      ...(before.get(id) === after.get(id) ? [] : ["selection" as const]),
    ];
    return what.length === 0 ? [] : [{ id, name: row.subject_name ?? row.subject_id, what }];
  });
}

function isSameTotal({ total_num: num, total_den: den }: TrialFactsRow, total: Trial["places"][number]["total"]): boolean {
  if (num === null || den === null || total === null) return num === null && total === null;
  return comparePoints(points(num, den), total) === 0;
}

function outcomesOf(all: readonly (readonly [id: string, stage: string, outcome: Outcome])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  for (const [id, stage, outcome] of all) found.set(id, [...(found.get(id) ?? []), `${stage} ${outcome}`]);
  return new Map([...found].map(([id, told]) => [id, told.sort().join(", ")]));
}

/** Places gained (positive) or lost; null where one of the two is missing. */
export function gainOf({ oldRank, newRank }: Compared): number | null {
  return oldRank === null || newRank === null ? null : oldRank - newRank;
}

/** Whether the rank is another one, or there was none, or is none any more. */
const isMoved = ({ oldRank, newRank }: Compared): boolean => oldRank !== newRank;

/** What a trial comes to, for a sentence. */
export interface Finding {
  readonly moved: readonly Compared[];
  readonly cameIn: readonly Compared[];
  readonly fellOut: readonly Compared[];
  /** In or out before, now among equals of whom the committee has to choose. */
  readonly opened: readonly Compared[];
  /** The greatest move; of equal ones the first in the result. */
  readonly greatest: Compared | null;
}

export function findingOf(rows: readonly Compared[]): Finding {
  const moved = rows.filter(isMoved);
  const [greatest] = moved.filter((row) => gainOf(row) !== null).toSorted((a, b) => Math.abs(gainOf(b) ?? 0) - Math.abs(gainOf(a) ?? 0));
  return {
    moved,
    cameIn: rows.filter(({ oldOutcome, newOutcome }) => newOutcome === "in" && oldOutcome !== "in"),
    fellOut: rows.filter(({ oldOutcome, newOutcome }) => oldOutcome === "in" && newOutcome !== "in" && newOutcome !== "open"),
    opened: rows.filter(({ oldOutcome, newOutcome }) => newOutcome === "open" && oldOutcome !== "open"),
    greatest: greatest ?? null,
  };
}
