/** A text as an SQL literal. A literal ends at a NUL character, so that one within text is put in by number. */
export function literal(text: string | null): string {
  if (text === null) return "null";
  const quoted = text.split("\0").map((piece) => `'${piece.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? (quoted[0] ?? "''") : `(${quoted.join(" || chr(0) || ")})`;
}

/** A file's path as an SQL literal for functions that read files, which would take `[1]` in a name for a pattern. */
export function pathLiteral(path: string): string {
  return literal(path.replaceAll(/[[*?]/g, "[$&]"));
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A constant SQL map from text to a struct (or scalar) given as SQL. An empty map answers null for every key. */
export function constantMap(entries: Iterable<readonly [key: string, valueSql: string]>, emptyValueSql: string): string {
  const list = [...entries];
  if (list.length === 0) list.push(["", emptyValueSql]);
  return `map {${list.map(([key, value]) => `${literal(key)}: ${value}`).join(", ")}}`;
}
