import type { Facts, SheetEntry } from "../facts.ts";
import type { Honour } from "../scheme.ts";
import { badReview, facts, honourRecord, sheet, windowHonour } from "../zhejiang-fixture.ts";
import type { Entrant } from "./contest.ts";
import { drawsFrom } from "./draw.ts";

const clauses = windowHonour.rubric.items.flatMap((item) => (item.kind === "deduction" ? item.clauses : []));

/** A sheet with these clauses unmet. */
export function unmet(grader: string, ids: readonly string[]): SheetEntry[] {
  const figures = clauses.filter(({ id }) => ids.includes(id)).map(({ id, deduct }) => [id, deduct] as const);
  return sheet(windowHonour, grader, Object.fromEntries(figures));
}

export function entrant(id: string, sheets: Readonly<Record<string, readonly string[]>>, given: Partial<Facts> = {}): Entrant {
  const entries = Object.entries(sheets).flatMap(([grader, ids]) => unmet(grader, ids));
  return { id, facts: facts({ subjectId: id, entries, reviews: { good: 90, active: 100 }, ...given }) };
}

/** Windows by chance, each graded by the whole panel: some clauses are unmet for everybody, some graders see more than others. */
export function chanceField(seed: number, windows: number, graders: number): Entrant[] {
  const draw = drawsFrom(seed);
  return Array.from({ length: windows }, (_, n) => {
    const weak = clauses.filter(() => draw(1, 100) <= 25).map(({ id }) => id);
    const sheets = Array.from({ length: graders }, (_, grader) => {
      const seen = clauses.filter(({ id }) => draw(1, 100) <= (weak.includes(id) ? 85 - 5 * grader : 3)).map(({ id }) => id);
      return [`G${grader + 1}`, seen] as const;
    });
    const honours = Array.from({ length: draw(0, 2) }, (_, place) =>
      honourRecord(`h${place}`, `甲${place}`, draw(0, 1) === 0 ? "city" : "county", "2022-05-01"),
    );
    const reviews = Array.from({ length: draw(0, 4) }, (_, place) =>
      badReview(`r${n}-${place}`, draw(0, 2) === 0 ? "objective" : "not_objective"),
    );
    return entrant(`W${String(n + 1).padStart(2, "0")}`, Object.fromEntries(sheets), { records: { honours, bad_reviews: reviews } });
  });
}

/** The same honour with one stage that takes in so many. */
export function withCut(size: number, honour: Honour = windowHonour): Honour {
  const [stage] = honour.stages;
  return { ...honour, stages: stage === undefined ? [] : [{ ...stage, size }] };
}
