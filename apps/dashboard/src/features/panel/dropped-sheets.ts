import type { PanelSheet } from "@mingchuang/rubric/agreement/published-panel";
import { orderGraders } from "./order-graders.ts";

/** Why a sheet takes no part: it is incomplete, or above or below those that are kept. */
export type DroppedAs = "incomplete" | "highest" | "lowest";

export interface DroppedSheet extends PanelSheet {
  readonly as: DroppedAs;
}

/** How many of a grader's sheets count, and how many do not, by why. */
export interface GraderShare {
  readonly grader: string;
  readonly kept: number;
  readonly highest: number;
  readonly lowest: number;
  readonly incomplete: number;
}

/** In the order in which the sheets of one application are left out: by total, equal ones by grader. */
const byTotal = (a: PanelSheet, b: PanelSheet) => a.hundredths - b.hundredths || (a.grader < b.grader ? -1 : 1);

/** The sheets that take no part, in the order of the applications given, of each the lowest first. */
export function droppedSheets(sheets: readonly PanelSheet[], applications: readonly string[]): readonly DroppedSheet[] {
  return applications.flatMap((application) => {
    const own = sheets.filter((sheet) => sheet.application === application).sort(byTotal);
    const [firstKept] = own.filter(({ droppedBecause }) => droppedBecause === null);
    return own.flatMap((sheet): DroppedSheet[] => {
      if (sheet.droppedBecause === null) return [];
      if (sheet.droppedBecause === "incomplete" || firstKept === undefined) return [{ ...sheet, as: "incomplete" }];
      return [{ ...sheet, as: byTotal(sheet, firstKept) < 0 ? "lowest" : "highest" }];
    });
  });
}

/** What became of each grader's sheets. */
export function graderShares(sheets: readonly PanelSheet[], dropped: readonly DroppedSheet[]): readonly GraderShare[] {
  return orderGraders(sheets.map(({ grader }) => grader)).map((grader) => {
    const count = (as: DroppedAs) => dropped.filter((sheet) => sheet.grader === grader && sheet.as === as).length;
    return {
      grader,
      kept: sheets.filter((sheet) => sheet.grader === grader && sheet.droppedBecause === null).length,
      highest: count("highest"),
      lowest: count("lowest"),
      incomplete: count("incomplete"),
    };
  });
}
