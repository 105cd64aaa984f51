import { z } from "zod";
import { Bilingual } from "../bilingual.ts";
import { checkWithin, entryProblem } from "../entry-problem.ts";
import type { SheetEntry } from "../facts.ts";
import { Id } from "../id.ts";
import { Figure, itemFields, type Reading, type Step } from "../item.ts";
import { formatHundredths, hundredthsOf } from "../points.ts";
import { type Policies, ruled, type Settings, settle } from "../policy.ts";
import { Source } from "../source.ts";

/** A duty of an item: left unmet, it costs `deduct` points. */
export const Clause = z.strictObject({ id: Id, label: Bilingual, deduct: Figure.positive(), source: Source });
export type Clause = z.infer<typeof Clause>;

/** An item that starts from its maximum and loses points by clause, and at the graders' discretion where the source allows it. */
export const DeductionItem = z.strictObject({
  ...itemFields,
  kind: z.literal("deduction"),
  clauses: z.array(Clause).min(1),
  discretionary: z.boolean(),
});
export type DeductionItem = z.infer<typeof DeductionItem>;

/** How deductions are taken, for all deduction items of a rubric. */
export const DeductionRules = z.strictObject({
  unit: ruled("deduction-unit"),
  floor: ruled("floor"),
  discretionary: ruled("discretionary-bound"),
});
export type DeductionRules = z.infer<typeof DeductionRules>;

export interface DeductionSettings {
  readonly unit: Settings["deduction-unit"];
  readonly floorHundredths: number | null;
  readonly bound: Settings["discretionary-bound"];
}

export function deductionSettings(rules: DeductionRules, policies: Policies): DeductionSettings {
  const floor = settle(policies, "floor", rules.floor);
  return {
    unit: settle(policies, "deduction-unit", rules.unit),
    floorHundredths: floor === null ? null : hundredthsOf(floor),
    bound: settle(policies, "discretionary-bound", rules.discretionary),
  };
}

/**
 * What one grader takes off an item: fixed deductions in the order of the clauses, then discretionary ones (largest first, so that
 * the order of the rows never matters), then what the floor gives back.
 *
 * @throws {RubricError} R201 unknown clause · R202 a clause scored twice · R203 not the clause's figure · R204 a discretionary row
 * without amount, reason, evidence or grader · R205 a score where a deduction belongs · R214 more than the item has.
 */
export function readDeductions(item: DeductionItem, entries: readonly SheetEntry[], settings: DeductionSettings): Reading {
  const maxHundredths = hundredthsOf(item.max);
  const fixed: (SheetEntry | undefined)[] = new Array(item.clauses.length).fill(undefined);
  const discretionary: SheetEntry[] = [];
  for (const entry of entries) {
    if (entry.kind === "graded") throw entryProblem("R205", entry, "本项按条款扣分", "this item is scored by deductions");
    const place = placeOfClause(item, entry);
    if (entry.kind === "discretionary") {
      checkDiscretionary(item, entry, maxHundredths);
      discretionary.push(entry);
    } else {
      if (fixed[place] !== undefined) throw entryProblem("R202", entry, "这一条款已有评分", "this clause is scored already");
      fixed[place] = entry;
    }
  }

  const steps: Step[] = [];
  const missing: string[] = [];
  let left = maxHundredths;
  item.clauses.forEach((clause, place) => {
    const entry = fixed[place];
    const asked = entry?.hundredths ?? null;
    if (entry === undefined || asked === null) {
      missing.push(`${item.id}/${clause.id}`);
    } else if (asked !== 0) {
      checkFigure(clause, entry, asked, maxHundredths, settings.unit);
      steps.push({ kind: "fixed", clause: clause.id, hundredths: -asked, entry, source: clause.source, place });
      left -= asked;
    }
  });
  for (const entry of discretionary.sort(byAmount)) {
    const asked = entry.hundredths ?? 0;
    const taken = settings.bound === "unbounded" ? asked : Math.min(asked, Math.max(left, 0));
    const place = item.clauses.length;
    steps.push({ kind: "discretionary", clause: entry.clause, hundredths: taken === 0 ? 0 : -taken, entry, source: item.source, place });
    left -= taken;
  }
  if (settings.floorHundredths !== null && left < settings.floorHundredths) {
    const back = settings.floorHundredths - left;
    steps.push({ kind: "floor", clause: null, hundredths: back, entry: null, source: item.source, place: item.clauses.length + 1 });
  }
  return { steps, missing };
}

function placeOfClause(item: DeductionItem, entry: SheetEntry): number {
  if (entry.kind === "discretionary" && entry.clause === null) return -1;
  const place = item.clauses.findIndex((clause) => clause.id === entry.clause);
  if (place < 0) throw entryProblem("R201", entry, `项目 ${item.id} 没有这一条款`, `item ${item.id} has no such clause`);
  return place;
}

function checkFigure(clause: Clause, entry: SheetEntry, asked: number, maxHundredths: number, unit: Settings["deduction-unit"]): void {
  checkWithin(entry, asked, maxHundredths);
  const figure = hundredthsOf(clause.deduct);
  if (asked === figure || (unit === "duty" && asked % figure === 0)) return;
  const [taken, due] = [formatHundredths(asked), formatHundredths(figure)];
  throw entryProblem("R203", entry, `扣了 ${taken} 分，本条款应扣 ${due} 分`, `${taken} was taken off, the clause costs ${due}`);
}

function checkDiscretionary(item: DeductionItem, entry: SheetEntry, maxHundredths: number): void {
  if (!item.discretionary) throw entryProblem("R205", entry, "本项没有酌情扣分", "this item has no discretionary deductions");
  const lacking = [
    entry.hundredths === null || entry.hundredths <= 0 ? { zh: "扣分（大于 0）", en: "an amount above 0" } : null,
    entry.reason?.trim() ? null : { zh: "原因", en: "a reason" },
    entry.evidence?.trim() ? null : { zh: "佐证", en: "evidence" },
    entry.grader.trim() ? null : { zh: "评分人", en: "a grader" },
  ].filter((each) => each !== null);
  if (lacking.length > 0) {
    const [zh, en] = [lacking.map((each) => each.zh).join("、"), lacking.map((each) => each.en).join(", ")];
    throw entryProblem("R204", entry, `缺少${zh}`, `it lacks ${en}`);
  }
  checkWithin(entry, entry.hundredths ?? 0, maxHundredths);
}

/** A fixed order for discretionary rows, whatever order they were handed in. */
function byAmount(a: SheetEntry, b: SheetEntry): number {
  return (b.hundredths ?? 0) - (a.hundredths ?? 0) || (orderKey(a) < orderKey(b) ? -1 : 1);
}

function orderKey(entry: SheetEntry): string {
  const { origin } = entry;
  const row = String(origin?.row ?? 0).padStart(9, "0");
  return [entry.clause ?? "", entry.reason, entry.evidence, origin?.fileId, origin?.sheet, row].join("\u0000");
}
