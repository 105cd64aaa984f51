import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { refreshCrossProblems } from "./cross-problems.ts";
import { eventTime, recordEvents } from "./events.ts";
import { inTransaction } from "./in-transaction.ts";
import { ignored, isInForce, queryLedger, undone, type Version } from "./ledger.ts";
import { replaceStore } from "./replace-store.ts";
import type { SchemeCodes } from "./scheme-codes.ts";
import { segmentFolder } from "./segments/segment-ledger.ts";
import { countEvents, settleStore } from "./settle-store.ts";

/** A version that was undone or redone, with how many rows ceased or began to count by it. */
export interface ChangedVersion extends Version {
  readonly rows: number;
}

export interface UndoOptions {
  readonly storePath: string;
  /** The document, as the account of the import lists it. */
  readonly path: string;
  /** What the schemes call things, for the notes about rows of several files, which are then worked out anew. */
  readonly codes?: SchemeCodes;
  /** The moment of the event in the ledger. */
  readonly now?: () => Date;
}

/**
 * Takes back what the last version of a document did that is in force: the version before it, or what other files had, counts again, just
 * as if it had never been loaded. The rows stay in the store, marked. The content is remembered: as long as the folder has it, later loads
 * leave it out. Answers the version that was undone, or null when nothing of the document is in force.
 *
 * @throws {IngestError} F118 and F120, as an import does
 */
export function undoDocument(options: UndoOptions): Promise<ChangedVersion | null> {
  return changeStanding(options, "undone", async (_db, versions) => versions.findLast(isInForce));
}

/**
 * Brings back the version of a document that was undone last, unless another was loaded in its place since. Answers the version, or null
 * when there is none to bring back.
 *
 * @throws {IngestError} F118 and F120, as an import does
 */
export function redoDocument(options: UndoOptions): Promise<ChangedVersion | null> {
  return changeStanding(options, "redone", async (db, versions) => {
    const inForce = versions.findLast(isInForce)?.seq ?? 0;
    const order = await db.query<{ file_id: string }>(
      "select file_id from ingest_event where path = $1 and action = 'undone' group by file_id order by max(event_no) desc",
      [options.path],
    );
    return order
      .map(({ file_id }) => versions.find(({ fileId }) => fileId === file_id))
      .find((version) => version?.replacedBy === undone && version.seq > inForce);
  });
}

/**
 * Takes a document out for good within a load, all its versions: the folder's settings say that it is to be ignored. Answers whether the
 * store had anything of it that was not out.
 */
export async function ignoreDocument(db: NodeDatabase, { storePath, path, now }: UndoOptions): Promise<boolean> {
  const versions = (await queryLedger(db)).filter(
    (each) => each.path === path && each.replacedBy !== undone && each.replacedBy !== ignored,
  );
  const last = versions.at(-1);
  if (!last) return false;
  await inTransaction(db, async () => {
    const inForce = versions.findLast(isInForce) ?? last;
    const rows = await countRows(db, inForce);
    const change = {
      cause: inForce.fileId,
      isFresh: false,
      kinds: [],
      eventsBefore: await countEvents(db),
      segmentFolder: segmentFolder(storePath),
    };
    for (const { fileId } of versions) await db.query("update ingest_file set replaced_by = $1 where file_id = $2", [ignored, fileId]);
    const others = await settleStore(db, { ...change, moved: versions.map(({ fileId }) => fileId) });
    await recordEvents(db, eventTime(now)(), [{ action: "ignored", fileId: inForce.fileId, rows, byFileId: null }, ...others]);
  });
  return true;
}

async function changeStanding(
  { storePath, path, codes, now }: UndoOptions,
  action: "undone" | "redone",
  choose: (db: NodeDatabase, versions: readonly Version[]) => Promise<Version | undefined>,
): Promise<ChangedVersion | null> {
  let changed: ChangedVersion | null = null;
  await replaceStore(storePath, async (db) => {
    const version = await choose(
      db,
      (await queryLedger(db)).filter((each) => each.path === path),
    );
    if (!version) return false;
    await inTransaction(db, async () => {
      const before = await countRows(db, version);
      const eventsBefore = await countEvents(db);
      await db.query("update ingest_file set replaced_by = $1 where file_id = $2", [action === "undone" ? undone : null, version.fileId]);
      const others = await settleStore(db, {
        cause: version.fileId,
        isFresh: false,
        kinds: [],
        eventsBefore,
        segmentFolder: segmentFolder(storePath),
      });
      const rows = action === "undone" ? before : await countRows(db, version);
      await recordEvents(db, eventTime(now)(), [{ action, fileId: version.fileId, rows, byFileId: null }, ...others]);
      changed = { ...version, rows };
    });
    if (codes) await refreshCrossProblems(db, codes, segmentFolder(storePath));
    return true;
  });
  return changed;
}

async function countRows(db: NodeDatabase, { fileId }: Version): Promise<number> {
  const [account] = await db.query<{ rows: number }>(
    "select coalesce(sum(accepted), 0)::int as rows from ingest_account where file_id = $1",
    [fileId],
  );
  return account?.rows ?? 0;
}
