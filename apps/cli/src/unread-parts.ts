import type { IngestReport } from "@mingchuang/ingest/report";

/** The first place where something was not read, and in how many tables more the same was not. */
interface Unread {
  readonly path: string;
  readonly sheet: string;
  readonly others: number;
}

/** A sheet of which nothing was read: why, and how many rows that are not blank it has. */
export interface SkippedSheet extends Unread {
  readonly code: string;
  readonly rows: number;
}

/** A column that was not used, and the missing one that it may have been meant for. */
export interface IgnoredColumn extends Unread {
  readonly header: string;
  readonly nearest: string | null;
}

/** Sheets that were skipped; pages of notes with one name and size are one entry, a hidden sheet may hold data and is one of its own. */
export function skippedSheets({ files }: IngestReport): SkippedSheet[] {
  const skipped = files.flatMap(({ path, errorCode, tables }) =>
    tables.flatMap(({ sheet, note, rowsIn }) => (note === null || errorCode !== null ? [] : [{ path, sheet, code: note, rows: rowsIn }])),
  );
  return gather(skipped, ({ path, sheet, code, rows }) => (code === "F121" ? `${code} ${sheet} ${rows}` : `${code} ${path} ${sheet}`));
}

/** Files and folders that were left out, by the reason; the settings of the folder are read, if not as data. */
export function skippedFiles({ skipped }: IngestReport): { readonly code: string; readonly paths: readonly string[] }[] {
  const left = skipped.filter(({ path }) => path !== "workspace.yaml");
  return [...new Set(left.map(({ code }) => code))].map((code) => {
    return { code, paths: left.filter((each) => each.code === code).map(({ path }) => path) };
  });
}

/** Columns that were not used; one of the same name in tables of one kind is one entry. Those that resemble a missing one come first. */
export function ignoredColumns({ files }: IngestReport): IgnoredColumn[] {
  const ignored = files.flatMap(({ path, errorCode, tables }) =>
    errorCode !== null
      ? []
      : tables.flatMap(({ sheet, kind, ignored }) => ignored.map(({ header, nearest }) => ({ path, sheet, kind, header, nearest }))),
  );
  const gathered = gather(ignored, ({ kind, header, nearest }) => `${kind} ${header} ${nearest}`);
  return gathered.sort((a, b) => Number(a.nearest === null) - Number(b.nearest === null));
}

/** The first of the entries of each key, with the number of the others. */
function gather<Entry extends object>(entries: readonly Entry[], keyOf: (entry: Entry) => string): (Entry & { readonly others: number })[] {
  const byKey = new Map<string, Entry & { readonly others: number }>();
  for (const entry of entries) {
    const known = byKey.get(keyOf(entry));
    byKey.set(keyOf(entry), known ? { ...known, others: known.others + 1 } : { ...entry, others: 0 });
  }
  return [...byKey.values()];
}
