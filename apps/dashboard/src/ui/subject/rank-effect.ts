import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";

type Ranked = Pick<RankingRow, "subject_id" | "subject_name" | "rank">;

/** What the ranking would be like if a subject that stands in it now were vetoed. */
export interface LossOfRank {
  readonly rank: number;
  /** How many would move up one place. */
  readonly movedUp: number;
  /** Who would come inside a line, and from which rank. */
  readonly enters: readonly { readonly stage: string; readonly names: readonly string[]; readonly from: number }[];
}

/** Null when the subject holds no rank. A subject only comes inside a line when the one that leaves stood inside it. */
export function lossOfRank(
  rows: readonly Ranked[],
  subjectId: string,
  stages: readonly { readonly id: string; readonly size: number }[],
): LossOfRank | null {
  const subject = rows.find((row) => row.subject_id === subjectId);
  if (!subject || subject.rank === null) return null;
  const { rank } = subject;
  const enters = stages
    .filter(({ size }) => rank <= size)
    .map(({ id, size }) => ({
      stage: id,
      from: size + 1,
      names: rows.filter((row) => row.rank === size + 1 && row.subject_id !== subjectId).map((row) => row.subject_name),
    }))
    .filter(({ names }) => names.length > 0);
  return { rank, movedUp: rows.filter((row) => row.rank !== null && row.rank > rank).length, enters };
}
