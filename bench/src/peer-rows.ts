import { openNodeDatabase } from "@mingchuang/warehouse/node";

/** The rows of the large province as the peer takes them: the same subjects, figures and columns that our ranking shows. */
export async function peerRows(publishedFile: string): Promise<readonly Record<string, unknown>[]> {
  const db = await openNodeDatabase(publishedFile, { readOnly: true });
  try {
    return await db.query(
      `select r.subject_name as name, r.total_c / 100.0 as total, r.self_c / 100.0 as self, r.counted_bad::int as bad, 100.0 * r.good / r.active as rate,
         r.city, r.domain, r.level, i.organisation, i.standardisation, i.conduct, i.convenience, i.integrity, i.bonus
       from eval_result r join (
         pivot (select application_id, item, points_c / 100.0 as points from eval_item where year = 2023)
         on item in ('organisation', 'standardisation', 'conduct', 'convenience', 'integrity', 'bonus') using first(points)
       ) i using (application_id)
       where r.year = 2023 order by r.application_id`,
      [],
    );
  } finally {
    await db.close();
  }
}
