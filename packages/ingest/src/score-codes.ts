import { IngestError } from "./errors.ts";
import { normaliseCode } from "./half-width.ts";

/** An item of a rubric as score sheets name it; plain data, so that ingestion needs to know no rubric. */
export interface ItemCode {
  readonly scheme: string;
  readonly honour: string;
  readonly item: string;
  readonly label: string;
  readonly maxHundredths: number;
  readonly kind: "deduction" | "graded" | "bonus";
}

/** A clause of an item; `number` as the document counts it (`1`, `2`, or `1.2`). */
export interface ClauseCode {
  readonly scheme: string;
  readonly honour: string;
  readonly item: string;
  readonly clause: string;
  readonly label: string;
  readonly number: string;
  readonly deductHundredths: number;
}

export interface ScoreCodes {
  readonly items: readonly ItemCode[];
  readonly clauses: readonly ClauseCode[];
}

/** What a cell may say to mean a thing of this id, label and number: `plan`, `加强领导`, `1加强领导`, `1.加强领导`, `1、…`, `(1)…`. */
function spellings(id: string, label: string, number: string): string[] {
  const numbered = ["", ".", "、", "·", ":"].map((separator) => `${number}${separator}${label}`);
  return [id, label, ...numbered, `(${number})${label}`].map(normaliseCode);
}

interface Named<Code> {
  readonly honour: string;
  readonly names: readonly string[];
  readonly code: Code;
}

/** `honour|name` → code, and `|name` → code where only one honour has the name. */
function byName<Code>(codes: readonly Named<Code>[]): Map<string, Code> {
  const found = new Map<string, Code>();
  const honoursOf = new Map<string, Set<string>>();
  for (const { honour, names, code } of codes) {
    for (const name of names) {
      found.set(`${honour}|${name}`, code);
      honoursOf.set(name, (honoursOf.get(name) ?? new Set()).add(honour));
      if (honoursOf.get(name)?.size === 1) found.set(`|${name}`, code);
      else found.delete(`|${name}`);
    }
  }
  return found;
}

/** Items by every accepted spelling. The number of an item is its place in its honour. @throws {IngestError} F119 when two schemes define one honour. */
export function itemsByName({ items }: ScoreCodes): Map<string, ItemCode> {
  const schemeOf = new Map<string, string>();
  const places = new Map<string, number>();
  return byName(
    items.map((code) => {
      const scheme = schemeOf.get(code.honour) ?? code.scheme;
      if (scheme !== code.scheme) throw new IngestError("F119", `${code.honour}: ${scheme}, ${code.scheme}`);
      schemeOf.set(code.honour, scheme);
      const place = (places.get(code.honour) ?? 0) + 1;
      places.set(code.honour, place);
      return { honour: code.honour, names: spellings(code.item, code.label, String(place)), code };
    }),
  );
}

/** Clauses by `honour|item|name`; within one item a clause may be named by its number alone. */
export function clausesByName({ clauses }: ScoreCodes): Map<string, ClauseCode> {
  return new Map(
    clauses.flatMap((code) =>
      [...spellings(code.clause, code.label, code.number), normaliseCode(code.number)].map(
        (name) => [`${code.honour}|${code.item}|${name}`, code] as const,
      ),
    ),
  );
}
