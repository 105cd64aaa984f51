import { readFileSync } from "node:fs";
import type { Facts, SheetEntry } from "@mingchuang/rubric/facts";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { points } from "@mingchuang/rubric/points";
import { plus } from "@mingchuang/rubric/ratio";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { expect, test } from "vitest";
import { type EditionChoice, restateYears, type YearRequest } from "./restate-years.ts";

const data = new URL("../../../../../data/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, data), "utf8");
const own = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));
const next = parseScheme(read("sample/schemes/zhejiang-2024-example.yaml"), parseDocuments(read("sample/documents.yaml")));

function editionOf({ honours, policies, calendar }: Scheme): EditionChoice {
  const honour = honours.find(({ id }) => id === "red-flag-window");
  if (honour === undefined) throw new Error("no honour");
  return { honour, policies, calendar, choices: {} };
}

/** A complete sheet; `attitude` is what was taken off for it, in hundredths. */
function sheet(attitude: number): SheetEntry[] {
  return editionOf(own).honour.rubric.items.flatMap((item) =>
    item.kind !== "deduction"
      ? []
      : item.clauses.map((clause): SheetEntry => {
          const hundredths = clause.id === "attitude" ? attitude : 0;
          return { grader: "G1", item: item.id, clause: clause.id, kind: "fixed", hundredths, reason: null, evidence: null, origin: null };
        }),
  );
}

function year(of: number, attitudes: Readonly<Record<string, number>>, published: Readonly<Record<string, number>> = {}): YearRequest {
  return {
    year: of,
    graded: editionOf(own),
    edition: null,
    rows: Object.entries(attitudes).map(([subject_id, attitude]) => {
      const facts: Facts = {
        subjectId: subject_id,
        year: of,
        asOf: `${of}-12-31`,
        fields: {},
        entries: sheet(attitude),
        records: {},
        reviews: null,
        selfScores: {},
      };
      const total_num = published[subject_id] ?? 9000 - attitude;
      const rank = 1 + Object.values(attitudes).filter((other) => other < attitude).length;
      return {
        application_id: `${of}-${subject_id}`,
        rank,
        subject_id,
        facts: JSON.stringify(facts),
        state: "ranked",
        total_num,
        total_den: 1,
      };
    }),
  };
}

test("under the edition that judged both years all of the change is that of the work, and the totals are those published", () => {
  const { change, mean, unlike, ranks } = restateYears({
    before: year(2022, { W1: 500, W2: 0 }),
    after: year(2023, { W1: 0, W2: 0 }),
    predecessors: [],
    unasked: "unknown",
  });
  expect(unlike).toEqual([]);
  expect(ranks).toBe("known");
  expect(change.changes.map(({ subjectId, score }) => [subjectId, score.total?.rule, score.total?.performance])).toEqual([
    ["W1", points(0), points(500)],
    ["W2", points(0), points(0)],
  ]);
  expect(mean).toMatchObject({ before: points(8750), after: points(9000), change: points(250) });
});

test("under another edition the parts still add up, and it is told whose sheets cost another figure under which", () => {
  const { change, mean, notesUnder } = restateYears({
    before: year(2022, { W1: 0 }),
    after: { ...year(2023, { W1: 500 }), edition: editionOf(next) },
    predecessors: [],
    unasked: "unknown",
  });
  expect(change.changes[0]?.score.total).toMatchObject({ change: points(-600), rule: points(-50), performance: points(-550) });
  expect(mean && plus(mean.rule, mean.performance)).toEqual(mean?.change);
  expect(change.notes.map(({ year: of, notes }, at) => [of, notesUnder[at], notes[0]?.kind])).toEqual([[2023, "after", "figure"]]);
});

test("a total that is not the published one is found before anything is built on it", () => {
  const { unlike } = restateYears({
    before: year(2022, { W1: 0, W2: 500 }, { W2: 8600 }),
    after: year(2023, { W1: 0 }),
    predecessors: [],
    unasked: "unknown",
  });
  expect(unlike).toEqual([{ year: 2022, applicationId: "2022-W2" }]);
});

test("ranks that are not those published are not told, while totals are", () => {
  const before = year(2022, { W1: 500, W2: 0 });
  const { ranks, change } = restateYears({
    before: { ...before, rows: before.rows.map((row) => ({ ...row, rank: null })) },
    after: year(2023, { W1: 0, W2: 0 }),
    predecessors: [],
    unasked: "unknown",
  });
  expect(ranks).toBe("unlike");
  expect(change.changes.every(({ score }) => score.total !== null)).toBe(true);
});

test("an edition that asks for what nobody judged leaves the change unknown and says what, until it is assumed to be met", () => {
  const asks = editionOf(own);
  const items = asks.honour.rubric.items.map((item) => {
    const [first] = item.kind === "deduction" ? item.clauses : [];
    return item.kind === "deduction" && first ? { ...item, clauses: [...item.clauses, { ...first, id: "brand-new", deduct: 1 }] } : item;
  });
  const more: EditionChoice = { ...asks, honour: { ...asks.honour, rubric: { ...asks.honour.rubric, items } } };
  const ask = (unasked: "unknown" | "full") =>
    restateYears({ before: year(2022, { W1: 0 }), after: { ...year(2023, { W1: 500 }), edition: more }, predecessors: [], unasked });
  const unknown = ask("unknown");
  expect(unknown.change.changes.map(({ score }) => score.total)).toEqual([null]);
  expect(unknown.mean).toBeNull();
  expect(unknown.change.notes.flatMap(({ notes }) => notes.map(({ kind, clause }) => `${kind} ${clause}`))).toContain("unasked brand-new");
  expect(ask("full").change.changes[0]?.score.total).toMatchObject({ change: points(-500), rule: points(0) });
});
