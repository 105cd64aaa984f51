import type { TrialEntrant } from "@mingchuang/rubric/what-if/trial";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";

/** The facts as they were published. */
export function readEntrants(
  rows: readonly Pick<TrialFactsRow, "application_id" | "label" | "facts" | "excluded">[],
): readonly TrialEntrant[] {
  return rows.map(({ application_id: id, label, facts, excluded }): TrialEntrant => {
    return { id, label, facts: JSON.parse(facts), excluded: JSON.parse(excluded) };
  });
}

/** Every grader with a sheet, by id, and of how many applications. */
export function gradersIn(entrants: readonly TrialEntrant[]): readonly { readonly grader: string; readonly sheets: number }[] {
  const counts = new Map<string, number>();
  for (const { facts } of entrants) {
    for (const grader of new Set(facts.entries.map((entry) => entry.grader))) counts.set(grader, (counts.get(grader) ?? 0) + 1);
  }
  return [...counts].map(([grader, sheets]) => ({ grader, sheets })).sort((a, b) => (a.grader < b.grader ? -1 : 1));
}
