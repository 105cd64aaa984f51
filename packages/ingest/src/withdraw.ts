import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { inTransaction, retireOldVersions } from "./load-file.ts";
import { replaceStore } from "./replace-store.ts";
import { alignSelfScores, reviveOrphans } from "./settle.ts";

/** Stands in place of a newer version of a document that was withdrawn. */
const withdrawn = "withdrawn";

/**
 * Takes a document out of all results: its rows count as superseded, and rows of other documents that they had superseded count again.
 * Answers whether the store had such a document in force. The same file handed in again later is loaded anew.
 *
 * @throws {IngestError} F118 and F120, as an import does
 */
export async function withdrawDocument(storePath: string, path: string): Promise<boolean> {
  return replaceStore(storePath, (db) => retireDocument(db, path));
}

/** The same within a load. */
export async function retireDocument(db: NodeDatabase, path: string): Promise<boolean> {
  const [living] = await db.query("select 1 as found from ingest_file where path = $1 and replaced_by is null", [path]);
  if (!living) return false;
  await inTransaction(db, async () => {
    if (await retireOldVersions(db, { path, fileId: withdrawn })) await reviveOrphans(db);
    await alignSelfScores(db);
  });
  return true;
}
