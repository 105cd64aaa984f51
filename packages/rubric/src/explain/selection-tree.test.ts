import { expect, test } from "vitest";
import { selectSubjects } from "../select/select.ts";
import { coverage, problem, quota, solver, subject, vetoed } from "../select/selection-fixture.ts";
import { selectionTree } from "./selection-tree.ts";

test("a verdict rests on its rules: the quota that is full, the coverage that is needed, the veto that bars", async () => {
  const given = problem(
    [
      subject("A", 1, { city: "杭州", domain: "住建" }),
      subject("B", 2, { city: "杭州", domain: "住建" }),
      subject("C", 3, { city: "宁波", domain: "住建" }),
      subject("F", 4, { city: "绍兴", domain: "住建" }),
      subject("D", 5, { city: "温州", domain: "公积金" }),
      subject("E", null, { city: "温州", domain: "公积金" }, vetoed),
    ],
    3,
    { rules: [quota("每市至多一个", "city", 1), coverage("覆盖领域", null, "domain", ["住建", "公积金"])] },
  );
  const selection = await selectSubjects(given, solver);
  if (selection.status === "impossible") throw new Error("a selection exists");
  const trees = selection.verdicts.map((verdict) => selectionTree(given, verdict));
  expect(trees.map(({ id, children }) => [id, children.map(({ sentence }) => sentence.zh)])).toEqual([
    ["A", []],
    ["B", ["每市至多一个：杭州，至多 1 个。"]],
    ["C", ["每市至多一个：杭州，至多 1 个。"]],
    ["F", ["覆盖领域：公积金，至少 1 个。"]],
    ["D", ["覆盖领域：公积金，至少 1 个。"]],
    ["E", []],
  ]);
  expect(trees[5]?.sentence.zh).toBe("不参加评选：差评 4 条。");
});
