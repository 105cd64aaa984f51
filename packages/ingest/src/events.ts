import type { NodeDatabase } from "@mingchuang/warehouse/node";

export type EventAction = "loaded" | "refused" | "superseded" | "restored" | "undone" | "redone" | "ignored";

/** Something that happened to a version of a document. */
export interface LedgerEvent {
  readonly action: EventAction;
  readonly fileId: string;
  /** Rows that began or ceased to count by it. */
  readonly rows: number;
  /** The version that brought it about, where that is another. */
  readonly byFileId: string | null;
}

/** The moment of an event as people in China read a clock, or null when nobody says. */
export type EventTime = () => string | null;

export const eventTime =
  (now: (() => Date) | undefined): EventTime =>
  () =>
    now === undefined ? null : shanghaiTime.format(now());

const shanghaiTime = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" });

/**
 * Adds events to the store, one after another. Each keeps the account of its file as it stands right after, since later events change
 * it, and the code of a refusal.
 */
export async function recordEvents(db: NodeDatabase, at: string | null, events: readonly LedgerEvent[]): Promise<void> {
  for (const { action, fileId, rows, byFileId } of events) {
    await db.query(
      `insert into ingest_event
      select (select coalesce(max(event_no), 0) + 1 from ingest_event), $1::timestamp, $2, f.file_id, f.path, f.sha256,
        if($2 = 'refused', f.error_code, null), sum(a.rows_in)::int, sum(a.accepted)::int, sum(a.rejected)::int, sum(a.superseded)::int, $4::int, $5
      from ingest_file f left join ingest_account a using (file_id)
      where f.file_id = $3 group by f.file_id, f.path, f.sha256, f.error_code`,
      [at, action, fileId, rows, byFileId],
    );
  }
}
