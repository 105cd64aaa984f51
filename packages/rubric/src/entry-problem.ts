import { RubricError, type RubricErrorCode } from "./errors.ts";
import type { SheetEntry } from "./facts.ts";
import { formatHundredths } from "./points.ts";

/** The error for one entry of a grader's sheet: it names the grader, the item, the clause and, where known, the cell. */
export function entryProblem(code: RubricErrorCode, entry: SheetEntry, zh: string, en: string): RubricError {
  const { origin } = entry;
  const cell = origin === null ? null : `${origin.fileId}${origin.sheet === null ? "" : ` ${origin.sheet}`}!${origin.cell ?? origin.row}`;
  const path = [entry.grader || "(?)", entry.item, entry.clause, cell].filter((part) => part !== null).join(" · ");
  return new RubricError(code, { zh, en }, { path, line: null });
}

/** Throws R214 when an amount is outside its item. */
export function checkWithin(entry: SheetEntry, amount: number, maxHundredths: number): void {
  if (amount >= 0 && amount <= maxHundredths && Number.isSafeInteger(amount)) return;
  const [given, max] = [formatHundredths(amount), formatHundredths(maxHundredths)];
  throw entryProblem("R214", entry, `填写了 ${given} 分，而本项为 0 至 ${max} 分`, `${given} was entered, the item goes from 0 to ${max}`);
}
