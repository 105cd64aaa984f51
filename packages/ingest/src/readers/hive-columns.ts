/** A column that a folder's name gives to every row of the files in it. */
export interface HiveColumn {
  readonly header: string;
  /** Null where the writer had no value (`__HIVE_DEFAULT_PARTITION__`). */
  readonly value: string | null;
}

const noValue = "__HIVE_DEFAULT_PARTITION__";

/** The columns in the folder names of a path relative to the ingested folder: `reviews/year=2023/month=04/part-0.parquet` has two. */
export function hiveColumns(path: string): HiveColumn[] {
  const folders = path.split("/").slice(0, -1);
  return folders.flatMap((folder) => {
    const { header, value } = /^(?<header>[^=]+)=(?<value>.*)$/.exec(folder)?.groups ?? {};
    if (header === undefined || value === undefined) return [];
    return [{ header: unescaped(header), value: value === noValue ? null : unescaped(value) }];
  });
}

/** Writers escape what may not stand in a folder's name as in an address (`%3A`). */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
