import type { ColumnSort } from "@tanstack/react-table";

/** `-total,name` → by total falling, then by name rising. Unknown columns are dropped, so an old address still opens. */
export function parseSort(text: string | undefined, sortable: ReadonlySet<string>): ColumnSort[] {
  const keys = (text ?? "").split(",").filter((key) => key !== "");
  const seen = new Set<string>();
  return keys
    .map((key) => (key.startsWith("-") ? { id: key.slice(1), desc: true } : { id: key, desc: false }))
    .filter(({ id }) => sortable.has(id) && !seen.has(id) && seen.add(id));
}

/** The inverse of `parseSort`; undefined for the order of merit, which is the default and goes unwritten. */
export function formatSort(sorting: readonly ColumnSort[]): string | undefined {
  return sorting.length === 0 ? undefined : sorting.map(({ id, desc }) => (desc ? `-${id}` : id)).join(",");
}
