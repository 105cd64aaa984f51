import type { Ratio } from "./ratio.ts";

/** Where a fact came from: the file, the sheet, the row and, where one cell carries it, the cell. */
export interface Origin {
  readonly fileId: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly cell: string | null;
}

/** One row of one grader's sheet. `hundredths` is what was taken off (fixed, discretionary) or given (graded); null when the cell is blank. */
export interface SheetEntry {
  readonly grader: string;
  readonly item: string;
  readonly clause: string | null;
  readonly kind: "fixed" | "discretionary" | "graded";
  readonly hundredths: number | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly origin: Origin | null;
}

export type FieldValue = string | number | boolean | null;

/**
 * A record that a rule may count: a bad review, a complaint, a finding, an honour, an innovation; or that a measure reads: counts of
 * reviews, an indicator, an appraisal, a point of a checklist. `on` is a date, `YYYY-MM-DD`; of a month or quarter it is the last day.
 */
export interface FactRecord {
  readonly id: string;
  readonly kind: string;
  readonly on: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly origin: Origin | null;
}

/** All that is known of one subject in one programme year. */
export interface Facts {
  readonly subjectId: string;
  readonly year: number;
  /** Last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly entries: readonly SheetEntry[];
  /** What the register and the application say of the subject: `city`, `tier`, `staff_count`, `submitted_on`, … Days are `YYYY-MM-DD`. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** By kind (`RecordKind`): `bad_reviews`, `complaints`, `findings`, `honours`, `innovations`, `indicators`, `appraisals`, … */
  readonly records: Readonly<Record<string, readonly FactRecord[]>>;
  /** Active reviews of the year and the good ones among them; null when no month has data. */
  readonly reviews: { readonly good: number; readonly active: number } | null;
  /** Self scores by item, in hundredths. */
  readonly selfScores: Readonly<Record<string, number>>;
  /** Where the subject stands among the others, by the id of a ranked input; only a composite of ranks needs it (`standingsOf`). */
  readonly standings?: Readonly<Record<string, Standing>>;
}

/** A place in one input of a composite of ranks, exact (a mean of places is a fraction), and the records that it was read from. */
export interface Standing {
  readonly place: Ratio;
  readonly records: readonly FactRecord[];
}
