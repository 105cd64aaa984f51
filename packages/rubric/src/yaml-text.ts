import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Place, RubricError } from "./errors.ts";

export type Path = readonly PropertyKey[];

/** A YAML text as a plain value, and where in the text each part of it stands. */
export interface YamlText {
  readonly value: unknown;
  readonly placeOf: (path: Path) => Place;
}

/** Throws R101 with the line when the text is not YAML. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? null;
    const reason = error.message.split("\n")[0] ?? error.message;
    throw new RubricError("R101", { zh: `YAML 解析器的原话：${reason}`, en: reason }, { path: "YAML", line });
  }
  const value: unknown = document.toJS();
  const placeOf = (path: Path): Place => ({ path: printPath(value, path), line: lineOf(document.contents, path, lines) });
  return { value, placeOf };
}

/** The line of the deepest part of the path that is there; a missing entry has the line of what should hold it. */
function lineOf(root: unknown, path: Path, lines: LineCounter): number | null {
  let node = root;
  let offset = startOf(root);
  for (const key of path) {
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(key)) : undefined;
    const next = pair !== undefined ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
    if (next === undefined) break;
    offset = startOf(pair?.key ?? next) ?? offset;
    node = next;
  }
  return offset === null ? null : lines.linePos(offset).line;
}

function startOf(node: unknown): number | null {
  return (node as Node | null)?.range?.[0] ?? null;
}

/** `honours[red-flag-window].rubric.items[conduct].max`: entries of a list go by their id or name, where they have one. */
function printPath(value: unknown, path: Path): string {
  let here = value;
  let printed = "";
  for (const key of path) {
    const next: unknown = (here as Record<PropertyKey, unknown> | null | undefined)?.[key];
    if (Array.isArray(here)) {
      const named = next as { id?: unknown; name?: unknown } | null | undefined;
      printed += `[${named?.id ?? named?.name ?? Number(key) + 1}]`;
    } else {
      printed += `${printed === "" ? "" : "."}${String(key)}`;
    }
    here = next;
  }
  return printed || "(全文 / whole file)";
}
