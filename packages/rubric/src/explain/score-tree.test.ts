import { describe, expect, test } from "vitest";
import { formatPoints, points } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import { scoreApplication } from "../score.ts";
import { defaults, discretionary, facts, honourRecord, personHonour, scheme, sheet, windowHonour } from "../zhejiang-fixture.ts";
import type { ExplanationNode } from "./explanation.ts";
import { scoreTree } from "./score-tree.ts";

const drawn = (node: ExplanationNode, depth = 0): string[] => [
  `${"  ".repeat(depth)}${node.points === null ? "–" : formatPoints(node.points)} ${node.sentence.zh}`,
  ...node.children.flatMap((child) => drawn(child, depth + 1)),
];

describe("why a window has its score", () => {
  const entries = [
    ...sheet(windowHonour, "评委1", { mail: 5, plan: 3 }),
    ...sheet(windowHonour, "评委2", { mail: 5 }),
    ...sheet(windowHonour, "评委3", { plan: null }),
    discretionary("评委2", "organisation", 0.5),
  ];
  const honours = [
    honourRecord("a", "示例文明窗口", "national", "2022-05-01"),
    honourRecord("b", "示例标兵", "county", "2023-01-01"),
    honourRecord("c", "示例旧誉", "county", "2015-01-01"),
  ];
  const tree = scoreTree(windowHonour, scoreApplication(windowHonour, facts({ entries, records: { honours } }), defaults));

  test("the total is told by its items, each clause of several graders is a step of its own, and the bonus is told part by part", () => {
    expect(drawn(tree)).toEqual([
      "91.25 总分 91.25 分：基本分 83.25，加分 8.00。",
      "  8.25 “组织领导”得 8.25 分，满分 10.00 分。",
      "    10.00 组织领导满分 10.00 分。",
      "    -1.50 评委1认为“方案与保障”未达到，扣 3.00 分，计入 -1.50 分。",
      "    -0.25 评委2在“组织领导”酌情扣 0.50 分，计入 -0.25 分，原因：台账缺页，佐证：照片 3。",
      "  20.00 “政务服务标准化”得 20.00 分，满分 20.00 分。",
      "    20.00 政务服务标准化满分 20.00 分。",
      "  20.00 “政务服务规范化”得 20.00 分，满分 20.00 分。",
      "    20.00 政务服务规范化满分 20.00 分。",
      "  15.00 “政务服务便利化”得 15.00 分，满分 20.00 分。",
      "    20.00 政务服务便利化满分 20.00 分。",
      "    -5.00 2 位评委中有 2 位认为“邮寄服务”未达到，合计 -5.00 分。",
      "      -2.50 评委1认为“邮寄服务”未达到，扣 5.00 分，计入 -2.50 分。",
      "      -2.50 评委2认为“邮寄服务”未达到，扣 5.00 分，计入 -2.50 分。",
      "  20.00 “政务服务廉洁化”得 20.00 分，满分 20.00 分。",
      "    20.00 政务服务廉洁化满分 20.00 分。",
      "  8.00 “加分事项”得 8.00 分，满分 10.00 分。",
      "    8.00 “近三年获得荣誉”3 条，计 8.00 分，上限 8.00 分。",
      "      8.00 国家级“示例文明窗口”，加 8.00 分。",
      "      1.00 县级“示例标兵”，加 1.00 分。",
      "      – 县级“示例旧誉”不加分：早于计分期间。",
      "      -1.00 “近三年获得荣誉”合计 9.00 分，超过上限，减去 1.00 分。",
      "    0.00 “推出服务新举措”0 条，计 0.00 分，上限 2.00 分。",
      "  – 评委3的评分表不计入：没有评完，缺“方案与保障”。",
    ]);
  });

  test("every step names its rule, and a leaf its record", () => {
    const all = (node: ExplanationNode): ExplanationNode[] => [node, ...node.children.flatMap(all)];
    expect(all(tree).filter(({ source }) => source === null)).toEqual([]);
    expect(all(tree).flatMap(({ recordId }) => recordId ?? [])).toEqual(["a", "b", "c"]);
    expect(new Set(all(tree).map(({ id }) => id)).size).toBe(all(tree).length);
  });
});

test("what graders give is told grader by grader", () => {
  const entries = [...sheet(personHonour, "评委1", { skill: 20 }), ...sheet(personHonour, "评委2", { skill: 22 })];
  const tree = scoreTree(personHonour, scoreApplication(personHonour, facts({ entries }), defaults));
  const skill = tree.children.find(({ id }) => id === "skill");
  expect(skill?.children.map(({ label, points: amount }) => [label.zh, amount])).toEqual([
    ["评委1", points(1000)],
    ["评委2", points(1100)],
  ]);
});

test("a sheet that the trimmed mean leaves out says its total and why", () => {
  const entries = [
    ...sheet(windowHonour, "评委1", { mail: 5, online: 5 }),
    ...sheet(windowHonour, "评委2", { mail: 5 }),
    ...sheet(windowHonour, "评委3"),
  ];
  const trimmed = policiesInForce(scheme, { "graders-combined": "trimmed-mean" });
  const tree = scoreTree(windowHonour, scoreApplication(windowHonour, facts({ entries }), trimmed));
  expect(tree.children.slice(-2).map(({ sentence }) => sentence.zh)).toEqual([
    "评委1的评分表（80.00 分）不计入：总分在去掉的最高、最低之列。",
    "评委3的评分表（90.00 分）不计入：总分在去掉的最高、最低之列。",
  ]);
});

test("without a complete sheet the items say that they are not scored, and carry no points", () => {
  const tree = scoreTree(windowHonour, scoreApplication(windowHonour, facts(), defaults));
  expect(tree.sentence.zh).toBe("尚未计分，现有 0.00 分。");
  expect(tree.children[0]).toMatchObject({ points: null, sentence: { zh: "“组织领导”尚未计分。" } });
});
