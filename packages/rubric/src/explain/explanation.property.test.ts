import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocuments, parseScheme } from "../parse-scheme.ts";
import { comparePoints } from "../points.ts";
import { chanceChoices, chanceFacts, policiesOf, seeded } from "../random-fixture.ts";
import { assessExample } from "../run-example.ts";
import { scoreApplication } from "../score.ts";
import type { Score } from "../score-result.ts";
import { personHonour, windowHonour } from "../zhejiang-fixture.ts";
import { type ExplanationNode, leavesOf, sumOfLeaves, unexplained } from "./explanation.ts";
import { scoreTree } from "./score-tree.ts";

/** The tree without one of its leaves. */
function without(node: ExplanationNode, leaf: ExplanationNode): ExplanationNode {
  return { ...node, children: node.children.filter((child) => child !== leaf).map((child) => without(child, leaf)) };
}

function expectExplained(tree: ExplanationNode, score: Score): void {
  expect(comparePoints(sumOfLeaves(tree), score.total)).toBe(0);
  expect(unexplained(tree)).toEqual([]);
  for (const { item, points } of score.items) {
    const node = tree.children.find(({ id }) => id === item);
    if (node?.points != null) expect(comparePoints(node.points, points)).toBe(0);
  }
  const leaves = leavesOf(tree);
  expect(new Set(leaves.map(({ id }) => id)).size).toBe(leaves.length);
  for (const leaf of leaves) {
    const carries = leaf.points?.numerator !== 0;
    expect(comparePoints(sumOfLeaves(without(tree, leaf)), score.total) !== 0).toBe(carries);
  }
}

describe.each([windowHonour, personHonour])("$id", (honour) => {
  test("the leaves add up to the score and every step to its leaves; taking away any leaf with points breaks the sum", () => {
    fc.assert(
      fc.property(chanceFacts(honour), chanceChoices, (facts, choices) => {
        const score = scoreApplication(honour, facts, policiesOf(choices));
        expectExplained(scoreTree(honour, score), score);
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  test("a step whose leaf was taken away is named as unexplained, with all that is above it", () => {
    fc.assert(
      fc.property(chanceFacts(honour), fc.nat(), (facts, chance) => {
        const tree = scoreTree(honour, scoreApplication(honour, facts, policiesOf(plain)));
        const carrying = leavesOf(tree).filter(({ points }) => points?.numerator !== 0);
        const leaf = carrying[chance % Math.max(1, carrying.length)];
        if (leaf !== undefined) expect(unexplained(without(tree, leaf)).map(({ id }) => id)).toContain("total");
      }),
      { ...seeded, numRuns: 200 },
    );
  });
});

const plain = { combined: "mean", incomplete: "exclude", floor: "zero", bound: "what-is-left", counting: "highest-level" } as const;

const folder = new URL("../../../../data/schemes/", import.meta.url);
const documents = parseDocuments(readFileSync(new URL("../documents.yaml", folder), "utf8"));
const schemeFiles = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

test.each(schemeFiles)("every example of %s is explained to the last hundredth, whatever its mechanisms", (file) => {
  const scheme = parseScheme(readFileSync(new URL(file, folder), "utf8"), documents);
  for (const honour of scheme.honours) {
    for (const example of honour.examples) {
      const { score } = assessExample(scheme, honour, example);
      expectExplained(scoreTree(honour, score), score);
    }
  }
});
