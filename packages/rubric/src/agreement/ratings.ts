import type { Facts } from "../facts.ts";
import { deductionSettings } from "../mechanisms/deduction.ts";
import type { Policies } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import { isSheetItem, readSheets } from "../sheets.ts";

/**
 * What several graders gave to several subjects: `values[subject][grader]` in points, null where a grader did not rate a subject.
 *
 * Agreement is an estimate and is reckoned in floating point; no score ever comes from it.
 */
export interface Ratings {
  readonly subjects: readonly string[];
  readonly graders: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/** Ratings without a blank, as most statistics need them. */
export interface CompleteRatings extends Ratings {
  readonly values: readonly (readonly number[])[];
  /** Subjects left out because a grader did not rate them. */
  readonly leftOut: readonly string[];
}

/** One application whose sheets are looked at. */
export interface RatedApplication {
  readonly id: string;
  readonly facts: Pick<Facts, "entries">;
}

/** What is compared: the totals of the sheets, one item, or every clause of every deduction item by itself (what was taken off). */
export type Measure = { readonly by: "total" } | { readonly by: "item"; readonly item: string } | { readonly by: "clause" };

/**
 * The ratings of one honour, subjects by application and graders by id. A sheet with a blank gives no total; its complete items and
 * its filled clauses are still compared. By clause a subject is named `application item/clause`.
 *
 * @throws {RubricError} R201–R205, R214 when a sheet does not fit the rubric.
 */
export function ratingsOf(honour: Honour, applications: readonly RatedApplication[], policies: Policies, measure: Measure): Ratings {
  const rows = applications
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((application) =>
      measure.by === "clause" ? clauseRows(honour, application) : [valueRow(honour, application, policies, measure)],
    );
  const graders = [...new Set(rows.flatMap(({ given }) => [...given.keys()]))].sort();
  return {
    subjects: rows.map(({ subject }) => subject),
    graders,
    values: rows.map(({ given }) => graders.map((grader) => given.get(grader) ?? null)),
  };
}

interface Row {
  readonly subject: string;
  /** Points by grader. */
  readonly given: ReadonlyMap<string, number | null>;
}

function valueRow(honour: Honour, { id, facts }: RatedApplication, policies: Policies, measure: Exclude<Measure, { by: "clause" }>): Row {
  const { deductions, items } = honour.rubric;
  const sheetItems = items.filter(isSheetItem);
  const compared = measure.by === "total" ? sheetItems : sheetItems.filter((item) => item.id === measure.item);
  const settings = deductions === undefined ? null : deductionSettings(deductions, policies);
  const entries = measure.by === "total" ? facts.entries : facts.entries.filter(({ item }) => item === measure.item);
  const given = readSheets(compared, entries, settings).map(
    ({ grader, hundredths, missing }) => [grader, missing.length > 0 ? null : hundredths / 100] as const,
  );
  return { subject: id, given: new Map(given) };
}

function clauseRows(honour: Honour, { id, facts }: RatedApplication): Row[] {
  return honour.rubric.items.flatMap((item) => {
    if (item.kind !== "deduction") return [];
    return item.clauses.map((clause): Row => {
      const filled = facts.entries.filter((entry) => entry.kind === "fixed" && entry.item === item.id && entry.clause === clause.id);
      const given = filled.map(({ grader, hundredths }) => [grader, hundredths === null ? null : hundredths / 100] as const);
      return { subject: `${id} ${item.id}/${clause.id}`, given: new Map(given) };
    });
  });
}

/** The subjects that every grader rated, and which were left out. */
export function completeRatings({ subjects, graders, values }: Ratings): CompleteRatings {
  const complete: { subject: string; row: number[] }[] = [];
  const leftOut: string[] = [];
  subjects.forEach((subject, place) => {
    const row = (values[place] ?? []).filter((value) => value !== null);
    if (row.length === graders.length) complete.push({ subject, row });
    else leftOut.push(subject);
  });
  return { subjects: complete.map(({ subject }) => subject), graders, values: complete.map(({ row }) => row), leftOut };
}
