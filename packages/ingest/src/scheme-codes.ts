import { IngestError } from "./errors.ts";
import { normaliseCode } from "./half-width.ts";

/** An honour of a scheme, as files name it. */
export interface HonourCode {
  readonly scheme: string;
  readonly honour: string;
  readonly label: string;
  /** Who can hold it: `window`, `person`, … */
  readonly subject?: string;
}

/** An item of a rubric as score sheets name it. */
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

/** What a scheme gives a code to besides: a domain, a tier, an indicator (`metric`), a point of a checklist, an event of a title's life. */
export type NameKind = "domain" | "tier" | "metric" | "point" | "event";

export interface NameCode {
  readonly scheme: string;
  readonly kind: NameKind;
  readonly id: string;
  readonly label: string;
}

/** What the schemes call things; plain data, so that ingestion needs to know no rubric. */
export interface SchemeCodes {
  readonly honours: readonly HonourCode[];
  readonly items: readonly ItemCode[];
  readonly clauses: readonly ClauseCode[];
  readonly names: readonly NameCode[];
}

/** What a cell may say to mean a thing of this id, label and number: `plan`, `加强领导`, `1加强领导`, `1.加强领导`, `1、…`, `(1)…`. */
function spellings(id: string, label: string, number: string): string[] {
  const numbered = ["", ".", "、", "·", ":"].map((separator) => `${number}${separator}${label}`);
  return [id, label, ...numbered, `(${number})${label}`].map(normaliseCode);
}

/** A code under each of its names, in each of the scopes in which a row may stand; the first scope is its own and tells codes apart. */
interface Named<Code> {
  readonly scopes: readonly string[];
  readonly names: readonly string[];
  readonly code: Code;
}

/** `<scope><name>` → code. In a scope in which a name means two things it means none. */
function byName<Code>(codes: readonly Named<Code>[], identity: (code: Code) => string): Map<string, Code> {
  const meanings = new Map<string, Map<string, Code>>();
  for (const { scopes, names, code } of codes) {
    for (const key of scopes.flatMap((scope) => names.map((name) => `${scope}${name}`))) {
      meanings.set(key, (meanings.get(key) ?? new Map<string, Code>()).set(identity(code), code));
    }
  }
  return new Map(
    [...meanings].flatMap(([key, codes]) => (codes.size === 1 ? [...codes.values()].map((code) => [key, code] as const) : [])),
  );
}

/** Every way in which a row may say what it is about: scheme and honour, one of them, or neither. */
const scopesOf = ({ scheme, honour }: { readonly scheme: string; readonly honour: string }) =>
  [`${scheme}|${honour}|`, `|${honour}|`, `${scheme}||`, "||"] as const;

/** Honours by `scheme|name`, or `|name` where the name means one honour in all schemes. */
export function honoursByName({ honours }: SchemeCodes): Map<string, HonourCode> {
  const named = honours.map((code) => ({ scopes: [`${code.scheme}|`, "|"], names: [code.honour, code.label].map(normaliseCode), code }));
  return byName(named, ({ honour }) => honour);
}

/**
 * Items by `scheme|honour|name`, each of the first two blank where the name means one item without it. The number of an item is its
 * place in its honour.
 *
 * @throws {IngestError} F119 when a scheme has an item twice: two files with one id.
 */
export function itemsByName({ items }: SchemeCodes): Map<string, ItemCode> {
  const placed = new Map<string, Set<string>>();
  const named = items.map((code): Named<ItemCode> => {
    const [own] = scopesOf(code);
    const before = placed.get(own) ?? new Set<string>();
    if (before.has(code.item)) throw new IngestError("F119", `${code.scheme} · ${code.honour} · ${code.item}`);
    placed.set(own, before.add(code.item));
    return { scopes: scopesOf(code), names: spellings(code.item, code.label, String(before.size)), code };
  });
  return byName(named, ({ scheme, honour, item }) => `${scheme}|${honour}|${item}`);
}

/** Clauses by `scheme|honour|item|name`; within one item a clause may be named by its number alone. */
export function clausesByName({ clauses }: SchemeCodes): Map<string, ClauseCode> {
  return new Map(
    clauses.flatMap((code) =>
      [...spellings(code.clause, code.label, code.number), normaliseCode(code.number)].map(
        (name) => [`${code.scheme}|${code.honour}|${code.item}|${name}`, code] as const,
      ),
    ),
  );
}

/** The codes of one kind by `scheme|name`, or `|name` where the name means one thing in all schemes. */
export function namesByKind({ names }: SchemeCodes, kind: NameKind): Map<string, NameCode> {
  const named = names
    .filter((code) => code.kind === kind)
    .map((code) => ({ scopes: [`${code.scheme}|`, "|"], names: [code.id, code.label].map(normaliseCode), code }));
  return byName(named, ({ id }) => id);
}
