import type { Points } from "@mingchuang/rubric/points";
import type { CandidateRow, SubjectBeside } from "@mingchuang/warehouse/queries/compare";
import type { ResultState } from "@mingchuang/warehouse/queries/ranking";
import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import type { VetoRuleState } from "@mingchuang/warehouse/queries/vetoes";
import type { Text } from "../../lib/i18n.ts";
import type { SchemeLabels } from "../../lib/scheme.ts";
import type { Honour, Language } from "../../lib/search-state.ts";
import type { Asked } from "../../ui/source/source-link.tsx";
import type { messages as subjectMessages } from "../../ui/subject/messages.ts";
import type { SchemeNames } from "../../ui/subject/scheme-names.ts";
import type { useStepLabel } from "../../ui/subject/step-label.ts";
import type { messages } from "./messages.ts";

/** A subject that applied in the year: it has a column. */
export type Applicant = SubjectBeside & { readonly result: SubjectResultRow };

export const isApplicant = (subject: SubjectBeside): subject is Applicant => subject.result !== null;

/** Whether the subject has a complete score, so that its figures can be held against others'. */
export function isScored({ result }: Applicant): boolean {
  return result.state !== "unscored" && result.state !== "not_applied" && result.total_den > 0;
}

/** What stands in one column of a row. */
export interface BesideCell {
  readonly text: string;
  /** What it is more or less than the first column. */
  readonly change?: string | undefined;
  readonly details?: readonly string[] | undefined;
  /** The same for a sheet to reckon with: exact points, a place, a count, a rate in per cent; without it the text stands there. */
  readonly figure?: number | undefined;
  /** What the figure is worked out from, where it is not read from other rows: `99/100*100`. */
  readonly reckoned?: string | undefined;
  /** Parts of the full points: what was assessed, what the applicant gave itself. */
  readonly bar?: { readonly share: number; readonly tick: number | null } | undefined;
  readonly badge?: ResultState | VetoRuleState | undefined;
  /** Nothing to see: shown faintly. */
  readonly isQuiet?: boolean | undefined;
  /** What the figure is asked about when it is followed to its file. */
  readonly asked?: Asked | undefined;
}

export const groups = ["standing", "items", "steps", "bonus", "vetoes", "service"] as const;
export type Group = (typeof groups)[number];

/** What the figures of a row are; places among others (`placeAmong`) are not held against one another. */
export type Measure = "points" | "lost" | "difference" | "place" | "placeAmong" | "count" | "rate";

/** A row of the table: one fact about all the subjects, in the order of the columns. */
export interface BesideRow {
  readonly key: string;
  readonly group: Group;
  readonly label: string;
  /** Where the rule stands on the rubric page. */
  readonly anchor?: string | undefined;
  /** In words, how the columns differ. */
  readonly mark?: string | undefined;
  /** Without it the row is of words. */
  readonly measure?: Measure | undefined;
  readonly cells: readonly BesideCell[];
  readonly differs: boolean;
}

/** What rows are made of: the subjects, the names of the scheme, the words of the language. */
export interface RowGround {
  readonly subjects: readonly Applicant[];
  readonly candidates: readonly CandidateRow[];
  readonly scheme: SchemeLabels;
  readonly honour: Honour;
  readonly names: SchemeNames;
  readonly labelStep: ReturnType<typeof useStepLabel>;
  readonly language: Language;
  readonly text: Text<keyof (typeof messages)["zh"] & string>;
  readonly words: Text<keyof (typeof subjectMessages)["zh"] & string>;
  readonly withheld: { readonly vetoes: boolean; readonly reasons: boolean };
}

export const noFigure: BesideCell = { text: "–", isQuiet: true };

/** A row; it differs when its texts do, unless an exact comparison says otherwise. */
export function besideRow(
  group: Group,
  key: string,
  label: string,
  cells: readonly BesideCell[],
  more: Partial<Pick<BesideRow, "anchor" | "mark" | "measure" | "differs">> = {},
): BesideRow {
  const differs = new Set(cells.map(({ text, details = [] }) => [text, ...details].join("\n"))).size > 1;
  return { key: `${group}/${key}`, group, label, cells, differs, ...more };
}

/** Exact points as a figure of a sheet. */
export const inPoints = ({ numerator, denominator }: Points): number => numerator / denominator / 100;

/** The row for a file: label, a column for each subject with its change and details, and how they differ. */
export function plainCells({ label, mark, cells }: BesideRow): readonly string[] {
  const plain = cells.map(({ text, change, details = [] }) => [change ? `${text} (${change})` : text, ...details].join("; "));
  return [label, ...plain, mark ?? ""];
}
