import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { type RowCounts, sumCounts } from "./row-counts.ts";
import { literal } from "./sql-text.ts";

export type EventAction = "loaded" | "refused" | "superseded" | "restored" | "undone" | "redone" | "ignored";

/** Something that happened to a version of a document. */
export interface LedgerEvent {
  readonly action: EventAction;
  readonly fileId: string;
  /** Rows that began or ceased to count by it; null: all that count of the file now. */
  readonly rows: number | null;
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

/** The account of a table of a file. */
interface TableAccount extends RowCounts {
  readonly fileId: string;
  readonly sheet: string;
  readonly kind: string;
}

/**
 * Adds events to the store, one after another. Each keeps the account of its file as it stands right after, since later events change
 * it, and the code of a refusal.
 *
 * @throws {Error} when the account of one of the files does not come out, which is a fault of the software
 */
export async function recordEvents(db: NodeDatabase, at: string | null, events: readonly LedgerEvent[]): Promise<void> {
  const accounts = await queryAccounts(db, [...new Set(events.map(({ fileId }) => fileId))]);
  const values = events.map(({ action, fileId, rows, byFileId }, index) => {
    const own = accounts.filter((account) => account.fileId === fileId);
    const sum = sumCounts(own);
    const counts = own.length === 0 ? ["null", "null", "null", "null"] : [sum.rowsIn, sum.accepted, sum.rejected, sum.superseded];
    return `(${[index + 1, literal(action), literal(fileId), ...counts, rows ?? sum.accepted, byFileId === null ? "null" : literal(byFileId)].join(", ")})`;
  });
  await db.query(
    `insert into ingest_event
    select (select coalesce(max(event_no), 0) from ingest_event) + event.nth, $1::timestamp, event.action, file.file_id, file.path, file.sha256,
      if(event.action = 'refused', file.error_code, null), event.rows_in::int, event.accepted::int, event.rejected::int, event.superseded::int,
      event.row_count::int, event.by_file_id
    from (values ${values.join(", ")}) event(nth, action, file_id, rows_in, accepted, rejected, superseded, row_count, by_file_id)
    join ingest_file file on file.file_id = event.file_id order by event.nth`,
    [at],
  );
}

async function queryAccounts(db: NodeDatabase, fileIds: readonly string[]): Promise<readonly TableAccount[]> {
  const accounts = (await db.query(
    `select file_id as "fileId", sheet, kind, rows_in as "rowsIn", accepted, rejected, superseded
    from ingest_account where file_id in (${fileIds.map(literal).join(", ")})`,
  )) as readonly unknown[] as readonly TableAccount[];
  const wrong = accounts.find(({ rowsIn, accepted, rejected, superseded }) => rowsIn !== accepted + rejected + superseded);
  if (wrong) throw new Error(`rows in ≠ accepted + rejected + superseded: ${JSON.stringify(wrong)}`);
  return accounts;
}
