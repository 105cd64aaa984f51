import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RubricError } from "./errors.ts";
import { parseScheme } from "./parse-scheme.ts";
import { documents } from "./zhejiang-fixture.ts";

const read = (id: string) => readFileSync(new URL(`../../../data/schemes/${id}.yaml`, import.meta.url), "utf8");

/** The codes and places of what is wrong with a scheme in which `from` was replaced by `to`, once. */
function problemsAfter(id: string, from: string, to: string): string[] {
  const text = read(id);
  if (!text.includes(from)) throw new Error(`${id} does not contain ${from}`);
  try {
    parseScheme(text.replace(from, to), documents);
  } catch (error) {
    if (error instanceof RubricError) return error.problems.map(({ code, place }) => `${code} ${place?.path}`);
    throw error;
  }
  return [];
}

const composite = "honours[three-type-window].rubric.items[composite]";
const collective = "honours[service-collective]";

describe("a scheme with a mistake in a measure, a rank or a rule of eligibility does not load", () => {
  test.each([
    ["R115", "weights of 110 %", "template-plan", 'third-party: "40%"', 'third-party: "50%"', `${composite}.weights`],
    ["R115", "a weight of a part that is not there", "template-plan", 'third-party: "40%"', 'third-partie: "40%"', `${composite}.weights`],
    [
      "R115",
      "an option of a policy with weights of less than the whole",
      "hunan-2011",
      "public: 1/2 }",
      "public: 1/3 }",
      "policies[input-weights].options[public-half].setting",
    ],
    [
      "R115",
      "ranks whose weights are over the whole",
      "suzhou-2019",
      "third-party: 1/2 }",
      "third-party: 2/3 }",
      `${collective}.rubric.items[hall].weights`,
    ],
    ["R107", "two points of one id", "hunan-2011", "id: shown-image", "id: shown-identity", null],
    ["R108", "a maximum that is not the total", "hunan-2011", "full: 100\n", "full: 90\n", "honours[satisfying-window].rubric.full"],
    ["R114", "no total", "hunan-2011", "      full: 100\n", "", "honours[satisfying-window].rubric"],
    [
      "R110",
      "an exclusion by an honour that is not there",
      "suzhou-2019",
      "honour: reform-unit",
      "honour: reform",
      `${collective}.excludes[not-twice].honour`,
    ],
    [
      "R110",
      "places of a tier that is not there",
      "suzhou-2019",
      "{ of: own, size: 6 }",
      "{ of: others, size: 6 }",
      "honours[reform-unit].places[per-tier].places[4].of",
    ],
    ["R116", "a rule without a limit", "suzhou-2019", "        most: 1000\n", "", "honours[reform-unit].eligibility[text-length]"],
    [
      "R110",
      "a policy of another kind where weights are needed",
      "hunan-2011",
      "weights: { policy: input-weights }",
      "weights: { policy: tie }",
      "honours[satisfying-window].rubric.items[composite].weights.policy",
    ],
    ["R104", "a share that is none", "template-plan", 'third-party: "40%"', "third-party: most", null],
  ])("%s: %s", (code, _, id, from, to, path) => {
    const problems = problemsAfter(id, from, to);
    expect(problems.map((problem) => problem.slice(0, 4))).toContain(code);
    if (path !== null) expect(problems).toContain(`${code} ${path}`);
  });

  test("R114: graders' items need a rule for their sheets", () => {
    const problems = problemsAfter(
      "zhejiang-2023",
      "      sheets: { combined: { policy: graders-combined }, incomplete: { policy: incomplete-sheet } }\n",
      "",
    );
    expect(problems).toContain("R114 honours[red-flag-window].rubric");
  });
});
