import type { Bilingual } from "../bilingual.ts";
import type { Scheme } from "../scheme.ts";
import { Source } from "../source.ts";
import { fieldName, fieldNames } from "./field-names.ts";
import { type Context, type Entry, isBilingual, isEntry, isPolicyReference, joined, labelOf, valueText } from "./value-text.ts";

/**
 * - `added`, `removed` a rule, a clause, a policy … that only one edition has · `points` what something is worth
 * - `threshold` from where something counts: a veto, a target, a number of places · `policy` what is left open, and what holds by default
 * - `rule` anything else that a result may depend on · `order` the same entries in another order
 * - `citation` where it is written · `label` what it is called or why; no figure depends on these two
 */
export type DifferenceKind = "added" | "removed" | "points" | "threshold" | "policy" | "rule" | "order" | "citation" | "label";

/** One thing in which two editions differ, with what each of them says. */
export interface EditionDifference {
  readonly kind: DifferenceKind;
  /** Ids and fields from the scheme down to it: `honours/red-flag-window/rubric/items/conduct/clauses/attitude/deduct`. */
  readonly path: readonly string[];
  /** The name of what differs, after the names of all that it belongs to. */
  readonly label: Bilingual;
  /** What of it differs; null when it was added or removed as a whole. */
  readonly field: Bilingual | null;
  /** Null where an edition says nothing of it. */
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
  /** Where each edition's rule is written. */
  readonly sources: { readonly before: Source | null; readonly after: Source | null };
}

/** What makes an edition that edition, and what only tests it: neither is a rule. */
const notCompared = new Set(["id", "edition", "year", "label", "examples", "documents"]);

const kinds: Readonly<Record<string, DifferenceKind>> = {
  ...Object.fromEntries(["full", "max", "deduct", "points", "cap", "weights"].map((field) => [field, "points"])),
  ...Object.fromEntries(
    ["threshold", "limit", "target", "floor", "stretch", "baseline", "least", "most", "size"].map((field) => [field, "threshold"]),
  ),
  ...Object.fromEntries(["source", "basis"].map((field) => [field, "citation"])),
  ...Object.fromEntries(["label", "why", "programme"].map((field) => [field, "label"])),
};

/** Fields that say in a few words what an entry comes to, when it was added or removed. */
const headline = ["max", "deduct", "points", "cap", "threshold", "limit", "target", "size", "most", "least", "default"];

/** Where the comparison is: how it came there, and what encloses it in each edition (the nearest first). */
interface Spot {
  readonly path: readonly string[];
  readonly names: readonly Bilingual[];
  /** The fields since the last name. */
  readonly fields: readonly string[];
  readonly before: Context;
  readonly after: Context;
}

/**
 * Everything in which two editions of a scheme differ, in the order of the earlier one; what was added comes last in its list. Entries are
 * matched by their ids wherever they stand in their list, so that a clause that moved is not one removed and one added. All fields are
 * compared, whatever mechanism they belong to. Empty for an edition and itself.
 */
export function compareEditions(before: Scheme, after: Scheme): EditionDifference[] {
  const spot: Spot = {
    path: [],
    names: [],
    fields: [],
    before: { scheme: before, enclosing: [] },
    after: { scheme: after, enclosing: [] },
  };
  const compared = (scheme: Scheme) => Object.fromEntries(Object.entries(scheme).filter(([field]) => !notCompared.has(field)));
  return compareEntries(compared(before), compared(after), spot);
}

function compareEntries(before: Entry, after: Entry, outer: Spot): EditionDifference[] {
  const name = [after.label, before.label].find(isBilingual);
  const spot: Spot = {
    ...outer,
    ...(name === undefined ? {} : { names: [...outer.names, name], fields: [] }),
    before: { ...outer.before, enclosing: [before, ...outer.before.enclosing] },
    after: { ...outer.after, enclosing: [after, ...outer.after.enclosing] },
  };
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => field !== "examples")
    .flatMap((field) =>
      compareValues(before[field], after[field], { ...spot, path: [...spot.path, field], fields: [...spot.fields, field] }),
    );
}

function compareValues(before: unknown, after: unknown, spot: Spot): EditionDifference[] {
  if (isStructure(before) && isStructure(after)) return compareEntries(before, after, spot);
  const [listed, relisted] = [byKey(before), byKey(after)];
  if (listed !== null && relisted !== null) return compareLists(listed, relisted, spot);
  return same(before, after) || isSuccession(before, after, spot) ? [] : [changed(before, after, spot)];
}

/** The same place in the document that took the place of the earlier edition's own: told once, for the scheme, and not for every rule. */
function isSuccession(before: unknown, after: unknown, { path, before: { scheme }, after: { scheme: next } }: Spot): boolean {
  const [was, is] = [Source.safeParse(before).data, Source.safeParse(after).data];
  if (was === undefined || is === undefined || path.length === 1) return false;
  return was.clause === is.clause && was.document === scheme.source.document && is.document === next.source.document;
}

/** A mapping that is compared field by field; texts, citations, pointers to policies and lists of values are taken as one. */
function isStructure(value: unknown): value is Entry {
  if (!isEntry(value) || isBilingual(value) || isPolicyReference(value) || Source.safeParse(value).success) return false;
  return !Object.values(value).every((inner) => Array.isArray(inner) && byKey(inner) === null);
}

/** A list of entries by what tells them apart; null for a list of values, and where it does not tell all of them apart. */
function byKey(value: unknown): Map<string, Entry> | null {
  if (!Array.isArray(value)) return null;
  const entries = value.filter(isEntry).map((entry) => [keyOf(entry), entry] as const);
  const keyed = new Map(entries.flatMap(([key, entry]) => (key === null ? [] : [[key, entry] as const])));
  return keyed.size === value.length ? keyed : null;
}

function keyOf({ id, of, field, label }: Entry): string | null {
  const key = [id, of, field, isBilingual(label) ? label.zh : null].find((each) => typeof each === "string");
  return typeof key === "string" ? key : null;
}

function compareLists(before: ReadonlyMap<string, Entry>, after: ReadonlyMap<string, Entry>, spot: Spot): EditionDifference[] {
  const at = (key: string): Spot => ({ ...spot, path: [...spot.path, key], fields: [...spot.fields, key] });
  const kept = [...before].flatMap(([key, entry]): EditionDifference[] => {
    const other = after.get(key);
    return other === undefined ? [whole("removed", entry, at(key))] : compareEntries(entry, other, at(key));
  });
  const added = [...after].filter(([key]) => !before.has(key)).map(([key, entry]) => whole("added", entry, at(key)));
  return [...compareOrder(before, after, spot), ...kept, ...added];
}

function compareOrder(before: ReadonlyMap<string, Entry>, after: ReadonlyMap<string, Entry>, spot: Spot): EditionDifference[] {
  const [was, is] = [[...before].filter(([key]) => after.has(key)), [...after].filter(([key]) => before.has(key))];
  if (was.every(([key], place) => is[place]?.[0] === key)) return [];
  const told = (entries: readonly (readonly [string, Entry])[]) =>
    joined(
      entries.map(([key, { label }]) => (isBilingual(label) ? label : { zh: key, en: key })),
      { zh: "、", en: ", " },
    );
  return [{ ...placed(spot), kind: "order", before: told(was), after: told(is) }];
}

function changed(before: unknown, after: unknown, spot: Spot): EditionDifference {
  const field = spot.fields.at(-1) ?? "";
  const text = (value: unknown, context: Context) => (value === undefined ? null : valueText(value, field, context));
  return { ...placed(spot), kind: kindOf(before, after, spot), before: text(before, spot.before), after: text(after, spot.after) };
}

function kindOf(before: unknown, after: unknown, { path, fields }: Spot): DifferenceKind {
  const named = fields.map((field) => kinds[field]).findLast((kind) => kind !== undefined);
  if (named === "label" || named === "citation") return named;
  if (path[0] === "policies" || isPolicyReference(before) || isPolicyReference(after)) return "policy";
  return named ?? "rule";
}

/** An entry that only one edition has: its name, and its figures in a few words. */
function whole(kind: "added" | "removed", entry: Entry, spot: Spot): EditionDifference {
  const side = kind === "added" ? "after" : "before";
  const context = { ...spot[side], enclosing: [entry, ...spot[side].enclosing] };
  const name = isBilingual(entry.label) ? entry.label : { zh: spot.path.at(-1) ?? "", en: spot.path.at(-1) ?? "" };
  const figures = headline
    .filter((field) => typeof entry[field] === "number" || typeof entry[field] === "string")
    .map((field): Bilingual => {
      const [called, text] = [fieldName(field), valueText(entry[field], field, context)];
      return { zh: `${called.zh} ${text.zh}`, en: `${called.en} ${text.en}` };
    });
  const text = figures.length === 0 ? name : joined(figures, { zh: "，", en: ", " });
  const source = Source.safeParse(entry.source).data ?? sourceOf(spot[side]);
  const found = { ...placed({ ...spot, names: [...spot.names, name] }), kind, field: null, before: null, after: null };
  return { ...found, [side]: text, sources: { before: null, after: null, [side]: source } };
}

function placed({ path, names, fields, before, after }: Spot): Omit<EditionDifference, "kind" | "before" | "after"> {
  const label = names.length === 0 ? { zh: "整个方案", en: "The whole scheme" } : joined(names, { zh: " · ", en: " · " });
  const told = fields.filter((field) => field !== "rubric" && field !== "setting");
  const field = joined(
    told.map((each) => (each in fieldNames ? null : labelOf(each, after)) ?? fieldName(each)),
    { zh: " · ", en: " · " },
  );
  return { path, label, field, sources: { before: sourceOf(before), after: sourceOf(after) } };
}

/** The citation of the nearest entry that has one. */
function sourceOf({ scheme, enclosing }: Context): Source {
  return enclosing.map(({ source }) => Source.safeParse(source).data).find((source) => source !== undefined) ?? scheme.source;
}

function same(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((each, place) => same(each, after[place]));
  }
  if (!isEntry(before) || !isEntry(after)) return before === after;
  const [fields, others] = [Object.keys(before), Object.keys(after)];
  return fields.length === others.length && fields.every((field) => same(before[field], after[field]));
}
