import type { Honour } from "@mingchuang/rubric/scheme";
import { nomination } from "@mingchuang/rubric/select/stage-problem";
import type { Source } from "@mingchuang/rubric/source";
import type { StageRow, VerdictRow } from "@mingchuang/warehouse/queries/selection";
import type { Language } from "../../lib/search-state.ts";

/** A stage with its words and its rows; `row` is null when the selection did not come so far. */
export interface StageInView {
  readonly id: string;
  readonly label: string;
  readonly by: string;
  readonly source: Source | null;
  readonly row: StageRow | null;
  readonly rows: readonly VerdictRow[];
}

/** The nominations and the stages that the scheme declares, in their order; a stage that the scheme does not know comes last, by its id. */
export function stagesInView(
  steps: readonly StageRow[],
  rows: readonly VerdictRow[],
  rules: Honour | undefined,
  language: Language,
  words: { readonly nomination: string; readonly nominators: string },
): readonly StageInView[] {
  const declared = [
    { id: nomination, label: words.nomination, by: words.nominators, source: rules?.quotas[0]?.source ?? null },
    ...(rules?.stages ?? []).map(({ id, label, by, source }) => ({ id, label: label[language], by: by[language], source })),
  ];
  const unknown = steps.flatMap(({ stage }) =>
    stage === null || declared.some(({ id }) => id === stage) ? [] : [{ id: stage, label: stage, by: "–", source: null }],
  );
  return [...declared, ...unknown].map((stage) => ({
    ...stage,
    row: steps.find((each) => each.stage === stage.id) ?? null,
    rows: rows.filter((row) => row.stage === stage.id),
  }));
}
