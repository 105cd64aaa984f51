import type { Origin } from "./facts.ts";
import type { Points } from "./points.ts";
import type { Source } from "./source.ts";

/**
 * One step of a score. The points of all lines of an item add up to the item, and those of all items to the total, exactly.
 *
 * - `max` the points an item starts from · `fixed`, `discretionary` deductions (negative) · `floor` gives back what went below the floor
 * - `graded` a grader's share of a graded item · `honour`, `innovation` bonus · `cap` takes off what is over a cap (negative)
 *
 * A line of the bonus has the level or the part as its `clause`, the record's title as `evidence`, and a `reason` only when it brings
 * no points (`undated`, `before-period`, `after-period`, `same-honour`).
 */
export interface Line {
  readonly item: string;
  readonly clause: string | null;
  readonly kind: "max" | "fixed" | "discretionary" | "floor" | "graded" | "honour" | "innovation" | "cap";
  readonly points: Points;
  /** What the sheet or record asked for, in hundredths, before sharing among graders and bounding. */
  readonly askedHundredths: number | null;
  readonly grader: string | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly recordId: string | null;
  readonly source: Source;
  readonly origin: Origin | null;
}

export interface ItemScore {
  readonly item: string;
  readonly maxHundredths: number;
  readonly points: Points;
  readonly lines: readonly Line[];
}

/** One grader's sheet on its own. A sheet that is not `kept` takes no part in the total, and says why. */
export interface SheetScore {
  readonly grader: string;
  readonly points: Points;
  readonly missing: readonly string[];
  readonly kept: boolean;
  readonly droppedBecause: "incomplete" | "trimmed" | "not_median" | null;
}

export type VetoState = "vetoed" | "undecided" | "near" | "clear";
export type Disposition = "counted" | "undecided" | "excluded";

/** What a veto rule made of one record, and why: `because` names the field that decided (`cause`, `channel`, …), or `period`. */
export interface VetoRecord {
  readonly recordId: string;
  readonly disposition: Disposition;
  readonly because: string;
  readonly origin: Origin | null;
}

/** `vetoed` counted ≥ threshold · `undecided` only pending decisions keep it below · `near` one short of it · `clear`. */
export interface VetoResult {
  readonly rule: string;
  readonly state: VetoState;
  readonly threshold: number;
  readonly counted: number;
  readonly undecided: number;
  readonly excluded: number;
  readonly records: readonly VetoRecord[];
  readonly source: Source;
}

export interface Score {
  readonly total: Points;
  readonly base: Points;
  readonly bonus: Points;
  readonly items: readonly ItemScore[];
  readonly sheets: readonly SheetScore[];
  readonly vetoes: readonly VetoResult[];
  /** False when no complete sheet was handed in: the total is then the bonus alone and may not be ranked. */
  readonly scored: boolean;
}
