import { policiesInForce } from "@mingchuang/rubric/policy";
import { contestOf } from "@mingchuang/rubric/robustness/contest";
import { chanceField, entrant } from "@mingchuang/rubric/robustness/contest-fixture";
import { scheme, windowHonour } from "@mingchuang/rubric/zhejiang-fixture";
import { expect, test } from "vitest";
import { rankSpans } from "./rank-spans.ts";

type Field = ReturnType<typeof chanceField>;

/** Rows as they are published: the facts as text, the rank of the evaluation. */
function published(field: Field) {
  const { ranked } = contestOf(windowHonour, field, policiesInForce(scheme, {}));
  const ranks = new Map(ranked.map(({ id, rank }) => [id, rank]));
  return field.map(({ id, facts }) => ({ application_id: id, facts: JSON.stringify(facts), rank: ranks.get(id) ?? null }));
}

const spansOf = (rows: ReturnType<typeof published>) => rankSpans({ scheme, honour: windowHonour, choices: {}, rows });

test("one grader's strictness decides between two windows: without that grader they change places, and the spans say so", () => {
  const [clause] = windowHonour.rubric.items.flatMap((item) => (item.kind === "deduction" ? item.clauses : []));
  const strict = clause?.id ?? "";
  const rows = published([entrant("W1", { G1: [], G2: [strict], G3: [] }), entrant("W2", { G1: [strict], G2: [], G3: [strict] })]);
  expect(rows.map(({ rank }) => rank)).toEqual([1, 2]);
  const { graders, spans } = spansOf(rows);
  expect(graders).toBe(3);
  expect(spans.get("W1")).toMatchObject({ best: 1, worst: 1 });
  expect(spans.get("W2")?.best).toBe(1);
});

test("each span is that of a full evaluation without each grader's rows in turn", () => {
  const field = chanceField(7, 12, 5);
  const rows = published(field);
  const { spans } = spansOf(rows);
  const trials = ["G1", "G2", "G3", "G4", "G5"].map((grader) =>
    published(
      field.map((each) => ({ ...each, facts: { ...each.facts, entries: each.facts.entries.filter((entry) => entry.grader !== grader) } })),
    ),
  );
  for (const { application_id: id, rank } of rows) {
    if (rank === null) {
      expect(spans.has(id)).toBe(false);
      continue;
    }
    const ranks = [rank, ...trials.flatMap((trial) => trial.find((row) => row.application_id === id)?.rank ?? [])];
    expect([spans.get(id)?.best, spans.get(id)?.worst], id).toEqual([Math.min(...ranks), Math.max(...ranks)]);
  }
  expect(spans.size).toBeGreaterThan(5);
});

test("when the ranking worked out anew is not the published one, nothing is said of any rank", () => {
  const [first, ...others] = published(chanceField(7, 6, 3));
  const { differing, spans } = spansOf([{ ...(first as NonNullable<typeof first>), rank: 99 }, ...others]);
  expect([differing, spans.size]).toEqual([1, 0]);
});
