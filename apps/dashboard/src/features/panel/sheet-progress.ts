import type { PanelSheet } from "@mingchuang/rubric/agreement/published-panel";
import type { Honour } from "@mingchuang/rubric/scheme";
import { isSheetItem } from "@mingchuang/rubric/sheets";
import { orderGraders } from "./order-graders.ts";

/** How far one grader is. The four counts add up to `expected`. */
export interface GraderProgress {
  readonly grader: string;
  readonly expected: number;
  readonly complete: number;
  /** Some places are filled, some blank. */
  readonly partly: number;
  /** Handed in with nothing filled. */
  readonly blank: number;
  /** Not handed in. */
  readonly absent: number;
  /** Places left blank on the sheets that were handed in. */
  readonly blankPlaces: number;
}

/** The places of a sheet that a grader has to fill: each clause, and each item that is scored as a whole. */
export function placesOfSheet(honour: Honour): number {
  return honour.rubric.items.filter(isSheetItem).reduce((count, item) => count + (item.kind === "graded" ? 1 : item.clauses.length), 0);
}

/** The progress of every grader who handed in any sheet, in the order of their ids; each is taken to have all `applications` to grade. */
export function sheetProgress(sheets: readonly PanelSheet[], applications: readonly string[], places: number): GraderProgress[] {
  const asked = new Set(applications);
  return orderGraders(sheets.map(({ grader }) => grader)).map((grader) => {
    const own = sheets.filter((sheet) => sheet.grader === grader && asked.has(sheet.application));
    const blank = own.filter(({ missing }) => missing.length >= places).length;
    const complete = own.filter(({ missing }) => missing.length === 0).length;
    return {
      grader,
      expected: asked.size,
      complete,
      blank,
      partly: own.length - complete - blank,
      absent: asked.size - own.length,
      blankPlaces: own.reduce((sum, { missing }) => sum + missing.length, 0),
    };
  });
}

/**
 * The applications that are to be graded: all but those handed in too late. Only some get as far as a later round: there it is those that
 * anybody graded.
 */
export function expectedApplications(
  results: readonly { readonly application_id: string; readonly state: string }[],
  sheets: readonly Pick<PanelSheet, "application">[],
  round: string,
): string[] {
  const graded = new Set(sheets.map(({ application }) => application));
  return results
    .filter(({ application_id, state }) => state !== "not_applied" && (round === "initial" || graded.has(application_id)))
    .map(({ application_id }) => application_id);
}
