/** What the committee would decide about one application's vetoes: that none holds, or that one does, and why. */
export interface VetoDecision {
  readonly application: string;
  readonly decision: "lift" | "impose";
  readonly cause: string;
}

/** What a trial calculation changes; whatever it does not name stays as the scheme has it. */
export interface TrialChanges {
  /** Whole per cent of what the scheme gives a part (`WeightTable.parts`); that of an item holds for those of its parts that are not named. */
  readonly weights: Readonly<Record<string, number>>;
  /** Policy → option, in place of the one in force. */
  readonly policies: Readonly<Record<string, string>>;
  /** Graders whose sheets are left out. */
  readonly without: readonly string[];
  readonly vetoes: readonly VetoDecision[];
}

export const noChanges: TrialChanges = { weights: {}, policies: {}, without: [], vetoes: [] };

/** The rule of a veto that the committee imposes in a trial. */
export const imposedRule = "committee";
