import type { FormValue } from "./form-grid.ts";
import type { FormField } from "./form-labels.ts";

export type FormSubject = "window" | "person";

interface AnyForm {
  readonly sheet: string;
  /** The row that the form as a whole is named by. */
  readonly row: number;
  /** What stands alone at its top. */
  readonly title: string;
  readonly subject: FormSubject;
  readonly values: ReadonlyMap<FormField, FormValue>;
}

/** A row of a list within a form: field of the kind → value. */
export type ListRow = ReadonlyMap<string, FormValue>;

/** Annexes 1 and 2: one subject's application. */
export interface ApplicationForm extends AnyForm {
  readonly type: "application";
  readonly lists: readonly { readonly kind: "honours" | "innovations"; readonly rows: readonly ListRow[] }[];
}

/** Annexes 3 and 4: a city's nominees, one a row. */
export interface RecommendationForm extends AnyForm {
  readonly type: "recommendation";
  readonly rows: readonly ListRow[];
}

/** One numbered line of a rubric's item. */
export interface RubricLine {
  readonly row: number;
  readonly text: FormValue | null;
  readonly max: FormValue | null;
  readonly given: FormValue | null;
  readonly deducted: FormValue | null;
}

export interface RubricItem {
  readonly item: FormValue;
  readonly lines: readonly RubricLine[];
  /** One figure for the whole item, merged over its lines or written once. */
  readonly given: FormValue | null;
  readonly self: FormValue | null;
  readonly reason: FormValue | null;
  readonly evidence: FormValue | null;
}

/** Annexes 5 and 6: the rubric with a subject's own or a grader's figures. */
export interface RubricForm extends AnyForm {
  readonly type: "rubric";
  readonly items: readonly RubricItem[];
}

export type Form = ApplicationForm | RecommendationForm | RubricForm;
