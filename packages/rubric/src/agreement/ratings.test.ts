import { describe, expect, test } from "vitest";
import { defaults, discretionary, facts, personHonour, sheet, windowHonour } from "../zhejiang-fixture.ts";
import { completeRatings, ratingsOf } from "./ratings.ts";

const windows = [
  { id: "W2", facts: facts({ entries: [...sheet(windowHonour, "G1", { mail: 5 }), ...sheet(windowHonour, "G2", { plan: null })] }) },
  {
    id: "W1",
    facts: facts({
      entries: [...sheet(windowHonour, "G2"), ...sheet(windowHonour, "G1", { plan: 3 }), discretionary("G1", "organisation", 1.5)],
    }),
  },
];
const rated = (measure: Parameters<typeof ratingsOf>[3]) => ratingsOf(windowHonour, windows, defaults, measure);

describe("ratings", () => {
  test("by total are the totals of the complete sheets, in points, subjects and graders in order", () => {
    expect(rated({ by: "total" })).toEqual({
      subjects: ["W1", "W2"],
      graders: ["G1", "G2"],
      values: [
        [85.5, 90],
        [85, null],
      ],
    });
  });

  test("by item are what each sheet leaves of it, also of a sheet that has a blank elsewhere", () => {
    expect(rated({ by: "item", item: "organisation" }).values).toEqual([
      [5.5, 10],
      [10, null],
    ]);
    expect(rated({ by: "item", item: "convenience" }).values).toEqual([
      [20, 20],
      [15, 20],
    ]);
  });

  test("by clause are what was taken off, one subject for each application and clause", () => {
    const { subjects, values } = rated({ by: "clause" });
    expect(subjects).toHaveLength(2 * 19);
    expect(values[subjects.indexOf("W1 organisation/plan")]).toEqual([3, 0]);
    expect(values[subjects.indexOf("W2 organisation/plan")]).toEqual([0, null]);
  });

  test("of persons are the scores given", () => {
    const people = [{ id: "P1", facts: facts({ entries: sheet(personHonour, "G1", { skill: 20 }) }) }];
    expect(ratingsOf(personHonour, people, defaults, { by: "total" }).values).toEqual([[85]]);
    expect(ratingsOf(personHonour, people, defaults, { by: "item", item: "skill" }).values).toEqual([[20]]);
    expect(ratingsOf(personHonour, people, defaults, { by: "clause" }).subjects).toEqual([]);
  });

  test("are complete for those whom every grader rated; the others are named", () => {
    expect(completeRatings(rated({ by: "total" }))).toEqual({
      subjects: ["W1"],
      graders: ["G1", "G2"],
      values: [[85.5, 90]],
      leftOut: ["W2"],
    });
  });
});
