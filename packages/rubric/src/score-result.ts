import type { Origin } from "./facts.ts";
import type { Measured } from "./measure.ts";
import type { Points } from "./points.ts";
import type { Source } from "./source.ts";

/**
 * One step of a score. The points of all lines of an item add up to the item, and those of all items to the total, exactly.
 *
 * - `max` the points an item starts from · `fixed`, `discretionary` deductions (negative) · `floor` gives back what went below the floor
 * - `graded` a grader's share of a graded item · `honour`, `innovation` bonus · `cap` takes off what is over a cap (negative)
 * - `point` a point of a checklist · `indicator`, `appraisal` what a measure brings · `place` a place in a composite of ranks, by its weight
 *
 * A line of the bonus has the level or the part as its `clause`, the record's title as `evidence`, and a `reason` only when it brings
 * no points (`undated`, `before-period`, `after-period`, `same-honour`).
 */
export interface Line {
  readonly item: string;
  readonly clause: string | null;
  readonly kind:
    | "max"
    | "fixed"
    | "discretionary"
    | "floor"
    | "graded"
    | "honour"
    | "innovation"
    | "cap"
    | "point"
    | "indicator"
    | "appraisal"
    | "place";
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
  /** Null for a composite of ranks, which has no maximum. */
  readonly maxHundredths: number | null;
  readonly points: Points;
  readonly lines: readonly Line[];
  /** What a measured item was read from, part by part; null for items of graders and of the bonus. */
  readonly measured: Measured | null;
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
  /** False while no complete sheet was handed in, or a measure is not known: the total then lacks something and may not be ranked. */
  readonly scored: boolean;
  /** The measures that are not known and yet needed: `<item>/<measure>`. */
  readonly missing: readonly string[];
  /** The grade that the total has; null without grades, or while it is not scored. */
  readonly grade: string | null;
  /** Whether the period was passed; null where the rubric does not say what passing is, or while it is not known. */
  readonly passed: boolean | null;
}
