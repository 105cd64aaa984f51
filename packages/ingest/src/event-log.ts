import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { contractOf } from "./contracts/catalogue.ts";
import { IngestError } from "./errors.ts";
import type { EventAction } from "./events.ts";
import { ignored, undone } from "./ledger.ts";
import { identifier } from "./sql-text.ts";
import { storedColumns } from "./store.ts";

/** An event of the ledger, as people read it. Counts are of its file right after the event; null for a file without tables. */
export interface LoggedEvent {
  readonly eventNo: number;
  readonly happenedAt: string | null;
  readonly action: EventAction;
  readonly path: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly errorCode: string | null;
  readonly rowsIn: number | null;
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly superseded: number | null;
  readonly rowCount: number;
  readonly byPath: string | null;
  readonly bySha256: string | null;
}

/** Every event, or those of one document and those that it brought about in others, oldest first. */
export async function queryEvents(db: NodeDatabase, path: string | null = null): Promise<readonly LoggedEvent[]> {
  const rows = await db.query(
    `select e.event_no as "eventNo", e.happened_at as "happenedAt", e.action, e.path, e.file_id as "fileId", e.sha256, e.error_code as "errorCode",
      e.rows_in as "rowsIn", e.accepted, e.rejected, e.superseded, e.row_count as "rowCount", other.path as "byPath", other.sha256 as "bySha256"
    from ingest_event e left join ingest_file other on other.file_id = e.by_file_id
    where $1::varchar is null or e.path = $1 or other.path = $1 order by e.event_no`,
    [path],
  );
  return rows as readonly unknown[] as readonly LoggedEvent[];
}

/** One version of a row: where it came from, whether it counts, and in what it differs from the version before. */
export interface RowVersion {
  readonly path: string;
  readonly fileId: string;
  readonly sheet: string;
  readonly rowNo: number;
  readonly loadedAt: string | null;
  /** `counts`; or it gave way to the file in `by`, was undone, is of a file that is left out, or repeats another row of its own file. */
  readonly standing: "counts" | "superseded" | "undone" | "ignored" | "repeat";
  readonly by: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly header: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export interface RowHistory {
  /** The values of the key's fields, in the contract's order. */
  readonly key: readonly (string | null)[];
  readonly versions: readonly RowVersion[];
}

/** Rows of which a history is told at once; more keys than that begin alike. */
const keysTold = 100;

/**
 * Every version that the store has of the rows whose key begins with the given values, by key and in the order of loading.
 *
 * @throws {IngestError} F145 when there are more such rows than can be told at once
 */
export async function queryRowHistory(db: NodeDatabase, kind: string, keyBegins: readonly string[]): Promise<readonly RowHistory[]> {
  const contract = contractOf(kind);
  const columns = storedColumns(contract).map(({ name }) => name);
  const given = contract.key.slice(0, keyBegins.length);
  const where = given.map((name, i) => `coalesce(r.${identifier(name)}::varchar, '') = $${i + 1}`).join(" and ");
  const keys = contract.key.map((name) => `r.${identifier(name)}::varchar`).join(", ");
  const [found] = await db.query<{ n: number }>(
    `select count(*)::int as n from (select distinct ${keys} from raw_${kind} r where ${where})`,
    [...keyBegins.slice(0, given.length)],
  );
  if ((found?.n ?? 0) > keysTold) throw new IngestError("F145", `${kind} ${keyBegins.join(",")}: ${found?.n}`);
  const rows = await db.query(
    `select [${keys}]::varchar[]::json::varchar as key, [${columns.map((name) => `r.${identifier(name)}::varchar`).join(", ")}]::varchar[]::json::varchar as cells,
      f.path, f.file_id as "fileId", r.sheet, r.row_no as "rowNo", r.superseded_by as "fate", other.path as "by",
      (select min(happened_at) from ingest_event e where e.file_id = f.file_id and e.action in ('loaded', 'restored')) as "loadedAt"
    from raw_${kind} r join ingest_file f on f.file_id = r.file_id left join ingest_file other on other.file_id = r.superseded_by
    where ${where} order by ${contract.key.map((name) => `r.${identifier(name)}`).join(", ")}, f.seq, r.sheet, r.row_no`,
    [...keyBegins.slice(0, given.length)],
  );
  const headers = new Map(contract.fields.map(({ name, header }) => [name, header]));
  interface Told {
    readonly key: (string | null)[];
    readonly versions: RowVersion[];
    last: (string | null)[] | null;
  }
  const histories = new Map<string, Told>();
  for (const row of rows as unknown as readonly VersionRow[]) {
    const cells = JSON.parse(row.cells) as (string | null)[];
    const history: Told = histories.get(row.key) ?? { key: JSON.parse(row.key), versions: [], last: null };
    histories.set(row.key, history);
    const { last } = history;
    const changes = columns.flatMap((field, i) => {
      const [before, after] = [last?.[i] ?? null, cells[i] ?? null];
      return last === null || before === after ? [] : [{ field, header: headers.get(field) ?? field, before, after }];
    });
    const { path, fileId, sheet, rowNo, loadedAt, fate, by } = row;
    const standing: RowVersion["standing"] =
      fate === null ? "counts" : fate === undone || fate === ignored ? fate : fate === fileId ? "repeat" : "superseded";
    history.versions.push({ path, fileId, sheet, rowNo, loadedAt, standing, by: standing === "superseded" ? by : null, changes });
    history.last = cells;
  }
  return [...histories.values()].map(({ key, versions }) => ({ key, versions }));
}

interface VersionRow {
  readonly key: string;
  readonly cells: string;
  readonly path: string;
  readonly fileId: string;
  readonly sheet: string;
  readonly rowNo: number;
  readonly loadedAt: string | null;
  readonly fate: string | null;
  readonly by: string | null;
}
