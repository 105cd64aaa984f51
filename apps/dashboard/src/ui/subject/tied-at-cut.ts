import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";

/** The stages whose last place lies among those who share this subject's rank, so that the committee has to decide. */
export function tiedAtCut(
  subject: Pick<RankingRow, "rank">,
  rows: readonly Pick<RankingRow, "rank">[],
  stages: readonly { readonly id: string; readonly size: number }[],
): readonly string[] {
  const { rank } = subject;
  if (rank === null) return [];
  const last = rank + rows.filter((row) => row.rank === rank).length - 1;
  return stages.filter(({ size }) => rank <= size && last > size).map(({ id }) => id);
}
