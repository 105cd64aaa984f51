import type { Honour } from "@mingchuang/rubric/scheme";
import type { SubjectLineRow } from "@mingchuang/warehouse/queries/subject";

/** A clause (or a graded item) and what each grader asked for there, in hundredths; a grader without an entry took nothing off. */
export interface MatrixRow {
  readonly key: string;
  readonly item: string;
  readonly clause: string | null;
  readonly kind: "fixed" | "discretionary" | "graded";
  /** The first row of its item. */
  readonly first: boolean;
  readonly byGrader: ReadonlyMap<string, number>;
}

/** Every clause of the rubric in its order, whether anybody took points off or not, then the discretionary deductions of the item. */
export function matrixRows(honour: Honour | undefined, lines: readonly SubjectLineRow[]): readonly MatrixRow[] {
  const asked = new Map<string, Map<string, number>>();
  for (const line of lines) {
    if ((line.kind !== "fixed" && line.kind !== "discretionary" && line.kind !== "graded") || line.grader_id === null) continue;
    const key = keyOf(line.item, line.kind, line.kind === "discretionary" ? null : line.clause);
    const byGrader = asked.get(key) ?? new Map<string, number>();
    byGrader.set(line.grader_id, (byGrader.get(line.grader_id) ?? 0) + (line.asked_c ?? 0));
    asked.set(key, byGrader);
  }
  const row = (item: string, kind: MatrixRow["kind"], clause: string | null, first: boolean): MatrixRow => {
    const key = keyOf(item, kind, clause);
    return { key, item, clause, kind, first, byGrader: asked.get(key) ?? new Map() };
  };
  return (honour?.rubric.items ?? []).flatMap((item): MatrixRow[] => {
    if (item.kind === "graded") return [row(item.id, "graded", null, true)];
    if (item.kind !== "deduction") return [];
    const fixed = item.clauses.map((clause, index) => row(item.id, "fixed", clause.id, index === 0));
    const discretionary = row(item.id, "discretionary", null, false);
    return discretionary.byGrader.size > 0 ? [...fixed, discretionary] : fixed;
  });
}

const keyOf = (item: string, kind: string, clause: string | null): string => [item, kind, clause ?? ""].join("/");

/** `organisation/plan, conduct/attitude` → the places of a sheet that are blank, in words. */
export function sheetPlaces(missing: string | null, nameOf: (item: string, clause: string | undefined) => string): readonly string[] {
  return (missing ?? "")
    .split(/[\s,;，；]+/)
    .filter((place) => place !== "")
    .map((place) => {
      const [item = "", clause] = place.split("/");
      return nameOf(item, clause);
    });
}
