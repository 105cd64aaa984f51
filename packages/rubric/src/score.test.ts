import { describe, expect, test } from "vitest";
import { points } from "./points.ts";
import { scoreApplication } from "./score.ts";
import { badReview, defaults, discretionary, facts, honourRecord, personHonour, sheet, windowHonour } from "./zhejiang-fixture.ts";

describe("the score of an application", () => {
  test("every line names its clause, its grader, its reason and the cell it came from", () => {
    const origin = { fileId: "0a1b2c3d4e5f6071", sheet: "窗口", row: 17, cell: "F17" };
    const entries = sheet(windowHonour, "G1", { mail: 5 }).map((entry) =>
      entry.clause === "mail" ? { ...entry, reason: "没有邮寄", evidence: "照片 1", origin } : entry,
    );
    const item = scoreApplication(windowHonour, facts({ entries }), defaults).items.find(({ item }) => item === "convenience");
    expect(item?.lines).toEqual([
      expect.objectContaining({ kind: "max", points: points(2000), source: { document: "zj-2023-notice", clause: "附件5·4" } }),
      {
        item: "convenience",
        clause: "mail",
        kind: "fixed",
        points: points(-500),
        askedHundredths: 500,
        grader: "G1",
        reason: "没有邮寄",
        evidence: "照片 1",
        recordId: null,
        source: { document: "zj-2023-notice", clause: "附件5·4·4" },
        origin,
      },
    ]);
  });

  test("each of three graders has a third of every step", () => {
    const entries = [...sheet(windowHonour, "G1", { mail: 5 }), ...sheet(windowHonour, "G2"), ...sheet(windowHonour, "G3", { mail: 5 })];
    const score = scoreApplication(windowHonour, facts({ entries }), defaults);
    const lines = score.items.flatMap(({ lines }) => lines).filter(({ kind }) => kind === "fixed");
    expect(lines.map(({ grader, points: share, askedHundredths }) => [grader, share, askedHundredths])).toEqual([
      ["G1", points(-500, 3), 500],
      ["G3", points(-500, 3), 500],
    ]);
    expect(score.total).toEqual(points(26000, 3));
  });

  test("the steps of one clause stand together, in the order of the clauses, discretionary ones last", () => {
    const graders = ["G1", "G2"].flatMap((grader) => [
      discretionary(grader, "convenience", 1),
      ...sheet(windowHonour, grader, { mail: 5, online: 5 }),
    ]);
    const item = scoreApplication(windowHonour, facts({ entries: graders }), defaults).items[3];
    expect(item?.lines.map(({ clause, grader }) => `${clause} ${grader}`)).toEqual([
      "null null",
      "online G1",
      "online G2",
      "mail G1",
      "mail G2",
      "null G1",
      "null G2",
    ]);
  });

  test("graded items have one line a grader and no starting line", () => {
    const entries = [...sheet(personHonour, "G1", { skill: 20 }), ...sheet(personHonour, "G2", { skill: 21 })];
    const item = scoreApplication(personHonour, facts({ entries }), defaults).items[2];
    expect(item?.lines.map(({ kind, points: share }) => [kind, share])).toEqual([
      ["graded", points(1000)],
      ["graded", points(1050)],
    ]);
  });

  test("without a complete sheet the total is the bonus alone and is not scored", () => {
    const honours = [honourRecord("a", "甲", "city", "2023-01-01")];
    const score = scoreApplication(
      windowHonour,
      facts({ entries: sheet(windowHonour, "G1", { plan: null }), records: { honours } }),
      defaults,
    );
    expect(score).toMatchObject({ scored: false, total: points(300), base: points(0), bonus: points(300) });
    expect(score.items[0]?.lines).toEqual([]);
  });

  test("a veto leaves the total as it is", () => {
    const entries = sheet(windowHonour, "G1");
    const vetoed = facts({ entries, records: { bad_reviews: ["a", "b", "c", "d"].map((id) => badReview(id, "not_objective")) } });
    const score = scoreApplication(windowHonour, vetoed, defaults);
    expect(score.vetoes.find(({ rule }) => rule === "V2")?.state).toBe("vetoed");
    expect(score.total).toEqual(scoreApplication(windowHonour, facts({ entries }), defaults).total);
  });

  test("an item that graders do not score is refused", () => {
    const [row] = sheet(windowHonour, "G1");
    if (row === undefined) throw new Error("the sheet has rows");
    expect(() => scoreApplication(windowHonour, facts({ entries: [{ ...row, item: "bonus" }] }), defaults)).toThrow(/R201/);
  });
});
