import type { FactRecord, Facts, SheetEntry } from "../facts.ts";
import { hundredthsOf, roundRatio } from "../points.ts";
import { settle } from "../policy.ts";
import type { Item } from "../scheme.ts";
import { isSheetItem } from "../sheets.ts";
import type { Edition } from "./edition.ts";

/**
 * What another edition could not take over as it was:
 * - `figure` what was found unmet costs another figure there · `scaled` a graded score is taken as the same share of another maximum
 * - `bounded` what was taken off is more than the item has there · `dropped` it has no such item, clause or discretionary deduction
 * - `unasked` it asks for what nobody judged that year · `level` it does not know an honour's level
 */
export interface Restatement {
  readonly kind: "figure" | "scaled" | "bounded" | "dropped" | "unasked" | "level";
  readonly item: string;
  /** A clause, the level of an honour, or null for the item as a whole. */
  readonly clause: string | null;
  /** How many rows of sheets, or records, it is about. */
  readonly times: number;
}

export interface Restated {
  readonly facts: Facts;
  readonly notes: readonly Restatement[];
}

/** What becomes of what nobody judged: it stays unknown, so that the sheets are incomplete; or, as an assumption, it is as if met in full. */
export type Unasked = "unknown" | "full";

/**
 * The facts of a year as another edition of the honour can score them. A sheet says what was met and what was not: that is carried over,
 * and costs what the other edition says. Records are facts whatever the edition; only honours of levels that it does not know are left out.
 * Under the same edition nothing changes. Graded scores are rounded to hundredths of a point, as sheets have them.
 */
export function restate(facts: Facts, from: Edition, to: Edition, unasked: Unasked = "unknown"): Restated {
  const { rubric } = to.honour;
  const once = rubric.deductions === undefined || settle(to.policies, "deduction-unit", rubric.deductions.unit) === "clause";
  const carried = facts.entries.map((entry) => carry(entry, itemOf(from, entry.item), itemOf(to, entry.item), once));
  const asked = new Set(cellsOf(from).map(keyOf));
  const graders = [...new Set(facts.entries.map(({ grader }) => grader))].sort();
  const lacking = cellsOf(to).filter((cell) => !asked.has(keyOf(cell)));
  const filled = graders.flatMap((grader) =>
    lacking.map((cell): SheetEntry => ({ ...cell, grader, reason: null, evidence: null, origin: null })),
  );
  const { records, notes } = knownLevels(facts, to);
  const said = [
    ...carried.flatMap(({ note }) => (note === null ? [] : [note])),
    ...filled.map(({ item, clause }): Note => ({ kind: "unasked", item, clause })),
    ...notes,
  ];
  const entries = carried.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  return { facts: { ...facts, entries: unasked === "full" ? [...entries, ...filled] : entries, records }, notes: counted(said) };
}

type Note = Omit<Restatement, "times">;

interface Carried {
  readonly entry: SheetEntry | null;
  readonly note: Note | null;
}

function itemOf({ honour }: Edition, id: string): Item | undefined {
  return honour.rubric.items.find((item) => item.id === id);
}

/** A row of a sheet in the other edition; `once` where an unmet clause costs its figure once, however many duties it has. */
function carry(entry: SheetEntry, from: Item | undefined, to: Item | undefined, once: boolean): Carried {
  const { item, clause, hundredths } = entry;
  const dropped: Carried = { entry: null, note: { kind: "dropped", item, clause } };
  const changed = (kind: Restatement["kind"], now: number | null, at = clause): Carried => {
    return { entry: { ...entry, clause: at, hundredths: now }, note: now === hundredths ? null : { kind, item, clause: at } };
  };
  if (from === undefined || to === undefined || from.kind !== to.kind) return dropped;
  if (from.kind === "graded" && to.kind === "graded") {
    return changed("scaled", hundredths === null ? null : roundRatio(hundredths, hundredthsOf(from.max), hundredthsOf(to.max)));
  }
  if (from.kind !== "deduction" || to.kind !== "deduction") return dropped;
  const max = hundredthsOf(to.max);
  const there = to.clauses.find(({ id }) => id === clause);
  if (entry.kind === "discretionary") {
    if (!to.discretionary) return dropped;
    return changed("bounded", hundredths === null ? null : Math.min(hundredths, max), there === undefined ? null : clause);
  }
  const here = from.clauses.find(({ id }) => id === clause);
  if (here === undefined || there === undefined) return dropped;
  if (hundredths === null) return changed("figure", null);
  const figure = hundredthsOf(there.deduct);
  const times = Math.round(hundredths / hundredthsOf(here.deduct));
  const most = once ? 1 : Math.floor(max / figure);
  return changed(times > most ? "bounded" : "figure", Math.min(times, most) * figure);
}

type Cell = Pick<SheetEntry, "item" | "clause" | "kind" | "hundredths">;

/** What the sheets of an edition ask for, each as it is when all is met. */
function cellsOf({ honour }: Edition): Cell[] {
  return honour.rubric.items.filter(isSheetItem).flatMap((item): Cell[] => {
    if (item.kind === "graded") return [{ item: item.id, clause: null, kind: "graded", hundredths: hundredthsOf(item.max) }];
    return item.clauses.map(({ id }) => ({ item: item.id, clause: id, kind: "fixed", hundredths: 0 }));
  });
}

function keyOf({ item, clause, kind }: Cell): string {
  return [item, clause, kind].join("\n");
}

/** The records without the honours whose level a bonus of the edition does not know. */
function knownLevels(
  { records }: Facts,
  { honour: { rubric } }: Edition,
): { readonly records: Facts["records"]; readonly notes: readonly Note[] } {
  const parts = rubric.items.flatMap((item) =>
    item.kind === "bonus" ? item.parts.flatMap((part) => (part.kind === "levels" ? [{ item: item.id, part }] : [])) : [],
  );
  const notes: Note[] = [];
  const known = Object.entries(records).map(([kind, all]): [string, readonly FactRecord[]] => {
    const left = all.filter(({ fields }) => {
      const unknown = parts.find(({ part }) => part.records === kind && !part.levels.some(({ id }) => id === fields.level));
      if (unknown !== undefined) notes.push({ kind: "level", item: unknown.item, clause: String(fields.level) });
      return unknown === undefined;
    });
    return [kind, left];
  });
  return { records: Object.fromEntries(known), notes };
}

/** Notes that say the same of several rows, once. */
function counted(notes: readonly Note[]): Restatement[] {
  const times = new Map<string, Restatement>();
  for (const note of notes) {
    const key = [note.kind, note.item, note.clause].join("\n");
    times.set(key, { ...note, times: (times.get(key)?.times ?? 0) + 1 });
  }
  return [...times.values()];
}
