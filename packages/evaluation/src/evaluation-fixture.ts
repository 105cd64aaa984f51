import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { SqlRow } from "@mingchuang/warehouse/database";

const read = (path: string) => readFileSync(new URL(`../../../data/${path}`, import.meta.url), "utf8");

/** The scheme that the tests evaluate under. */
export const zhejiang: Scheme = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));

const windowItems = zhejiang.honours.find(({ id }) => id === "red-flag-window")?.rubric.items ?? [];

/** One grader's complete sheet for a window, with what was taken off by clause in hundredths; null leaves the cell blank. */
export function windowSheet(applicationId: string, grader: string, taken: Readonly<Record<string, number | null>> = {}): SqlRow[] {
  return windowItems.flatMap((item) =>
    item.kind === "deduction"
      ? item.clauses.map((clause, index) => {
          const points = taken[clause.id];
          return {
            application_id: applicationId,
            round: "initial",
            grader_id: grader,
            item: item.id,
            clause: clause.id,
            kind: "fixed",
            points_c: points === undefined ? 0 : points,
            reason: points ? `${clause.id}未落实` : null,
            evidence: points ? "现场照片" : null,
            sheet: grader,
            cell: `F${index + 4}`,
          };
        })
      : [],
  );
}

/** One grader's complete sheet for a person, full marks but for the items given, in hundredths. */
export function personSheet(applicationId: string, grader: string, given: Readonly<Record<string, number>> = {}): SqlRow[] {
  const full = { politics: 2000, service: 2500, skill: 2500, integrity: 2000 };
  return Object.entries({ ...full, ...given }).map(([item, points]) => ({
    application_id: applicationId,
    round: "initial",
    grader_id: grader,
    item,
    kind: "graded",
    points_c: points,
    sheet: grader,
    cell: "D4",
  }));
}

/** Bad reviews of a window on the counted channel, one a week, with the causes given. */
export function badReviews(windowId: string, causes: readonly (string | null)[], from = "2023-03-01"): SqlRow[] {
  return causes.map((cause, index) => ({
    review_id: `R-${windowId}-${index + 1}`,
    window_id: windowId,
    channel: "浙江政务服务网",
    rated_at: `${new Date(Date.parse(from) + index * 7 * 86_400_000).toISOString().slice(0, 10)} 10:00:00`,
    level: 1,
    cause,
  }));
}
