import type { VetoResult, VetoState } from "./score-result.ts";
import { vetoState } from "./veto.ts";

/** What a rule says when `counting` of its undecided records are decided to count and the others are decided not to. */
export interface DecisionEffect {
  readonly counting: number;
  readonly notCounting: number;
  readonly counted: number;
  readonly state: VetoState;
}

export interface DecisionEffects {
  /** One for each number of undecided records that may turn out to count, from none to all. */
  readonly effects: readonly DecisionEffect[];
  /** The least number of records that must turn out to count for a veto: 0 when there is one already, null when all would not do. */
  readonly vetoesFrom: number | null;
  /** The state when no pending record counts (a bad review: all found objective). */
  readonly ifNoneCount: VetoState;
  /** The state when every pending record counts. */
  readonly ifAllCount: VetoState;
}

/** What the pending decisions on a veto rule would do, decided in any way. */
export function decisionEffects(result: Pick<VetoResult, "counted" | "undecided" | "threshold">): DecisionEffects {
  const { undecided, threshold } = result;
  const decided = (counting: number): DecisionEffect => {
    const counted = result.counted + counting;
    return { counting, notCounting: undecided - counting, counted, state: vetoState(counted, 0, threshold) };
  };
  const effects = Array.from({ length: undecided + 1 }, (_, counting) => decided(counting));
  return {
    effects,
    vetoesFrom: effects.find(({ state }) => state === "vetoed")?.counting ?? null,
    ifNoneCount: decided(0).state,
    ifAllCount: decided(undecided).state,
  };
}
