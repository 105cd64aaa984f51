import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Database } from "@mingchuang/warehouse/database";

/** What a stage of the selection made of an application, in words. */
export interface StageVerdict {
  readonly stage: string;
  readonly outcome: string;
  readonly sentence: Bilingual;
}

/** The verdicts on one application, in the order of the stages; none where a stage could not be filled. */
export async function queryStageVerdicts(db: Database, applicationId: string): Promise<readonly StageVerdict[]> {
  const rows = await db.query<{ stage: string; outcome: string; zh: string; en: string }>(
    `select v.stage, v.outcome, v.sentence_zh as zh, v.sentence_en as en
     from eval_selection v join eval_stage s using (year, honour, stage)
     where v.application_id = $1 order by s.seq`,
    [applicationId],
  );
  return rows.map(({ stage, outcome, zh, en }) => ({ stage, outcome, sentence: { zh, en } }));
}

/** Where every file version lay, by its id, relative to the folder that was ingested. */
export async function queryFilePaths(db: Database): Promise<ReadonlyMap<string, string>> {
  const files = await db.query<{ file_id: string; path: string }>("select file_id, path from mart_file order by file_id");
  return new Map(files.map(({ file_id, path }) => [file_id, path]));
}
