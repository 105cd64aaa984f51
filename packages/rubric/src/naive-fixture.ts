import type { Facts, SheetEntry } from "./facts.ts";
import type { Honour } from "./scheme.ts";

/** An exact amount as a plain pair of big integers. */
export interface Naive {
  readonly hundredths: bigint;
  readonly graders: bigint;
}

export interface NaiveChoices {
  readonly combined: "mean" | "trimmed-mean" | "median";
  readonly incomplete: "exclude" | "wait";
  readonly floor: "zero" | "none";
  readonly bound: "what-is-left" | "floor-only";
  readonly counting: "highest-level" | "every-award";
}

/**
 * A second scorer, as plain as can be and written apart from the first: it knows Zhejiang's figures by heart, explains nothing, and
 * exists to disagree with the real one.
 */
export function naiveScore(honour: Honour, facts: Facts, choices: NaiveChoices): { items: Record<string, Naive>; kept: string[] } {
  const isWindow = honour.id === "red-flag-window";
  const deductible: Record<string, number> = isWindow
    ? { organisation: 1000, standardisation: 2000, conduct: 2000, convenience: 2000, integrity: 2000 }
    : {};
  const gradable = isWindow ? [] : ["politics", "service", "skill", "integrity"];
  const cells = isWindow ? 19 : 4;

  const graders = [...new Set(facts.entries.map(({ grader }) => grader))].sort();
  const complete = graders.filter((grader) => {
    return (
      facts.entries.filter((entry) => entry.grader === grader && entry.kind !== "discretionary" && entry.hundredths !== null).length ===
      cells
    );
  });
  const usable = choices.incomplete === "wait" && complete.length < graders.length ? [] : complete;

  const itemOfSheet = (grader: string, item: string): number => {
    const rows = facts.entries.filter((entry) => entry.grader === grader && entry.item === item);
    const total = (kind: SheetEntry["kind"]) =>
      rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + (row.hundredths ?? 0), 0);
    const max = deductible[item];
    if (max === undefined) return total("graded");
    const afterFixed = max - total("fixed");
    const asked = total("discretionary");
    const afterAll = afterFixed - (choices.bound === "what-is-left" ? Math.min(asked, afterFixed) : asked);
    return choices.floor === "zero" ? Math.max(0, afterAll) : afterAll;
  };
  const items = [...Object.keys(deductible), ...gradable];
  const ordered = usable
    .map((grader) => ({ grader, total: items.reduce((sum, item) => sum + itemOfSheet(grader, item), 0) }))
    .sort((a, b) => a.total - b.total || (a.grader < b.grader ? -1 : 1));
  const dropBothEnds = () => {
    ordered.shift();
    ordered.pop();
  };
  if (choices.combined === "trimmed-mean" && ordered.length > 2) dropBothEnds();
  while (choices.combined === "median" && ordered.length > 2) dropBothEnds();
  const kept = ordered.map(({ grader }) => grader).sort();

  const scored = Object.fromEntries(
    items.map((item) => {
      const sum = kept.reduce((total, grader) => total + itemOfSheet(grader, item), 0);
      return [item, { hundredths: BigInt(sum), graders: BigInt(Math.max(1, kept.length)) }];
    }),
  );
  return { items: { ...scored, bonus: { hundredths: BigInt(naiveBonus(facts, choices) * 100), graders: 1n } }, kept };
}

function naiveBonus(facts: Facts, choices: NaiveChoices): number {
  const inTime = (on: string | null) => on !== null && on >= `${facts.year - 3}-08-30` && on <= `${facts.year}-08-30` && on <= facts.asOf;
  const worth: Record<string, number> = { national: 8, provincial: 5, city: 3, county: 1 };
  const best = new Map<string, number>();
  let every = 0;
  for (const { on, fields } of facts.records.honours ?? []) {
    if (!inTime(on)) continue;
    const added = worth[String(fields.level)] ?? 0;
    every += added;
    best.set(String(fields.title), Math.max(added, best.get(String(fields.title)) ?? 0));
  }
  const honours = choices.counting === "every-award" ? every : [...best.values()].reduce((sum, added) => sum + added, 0);
  const measures = (facts.records.innovations ?? []).filter(({ on }) => inTime(on)).length;
  return Math.min(8, honours) + Math.min(2, measures);
}
