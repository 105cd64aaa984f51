import { describe, expect, test } from "vitest";
import type { SelectionProblem } from "./problem.ts";
import { selectSubjects } from "./select.ts";
import { coverage, problem, quota, solver, subject, vetoed } from "./selection-fixture.ts";
import { decisionSentence, missSentence, openSentence, verdictSentence, waysOutSentence } from "./selection-sentence.ts";

const field = [
  subject("甲窗口", 1, { city: "330100", domain: "housing" }),
  subject("乙窗口", 2, { city: "330100", domain: "housing" }),
  subject("丙窗口", 3, { city: "330200", domain: "housing" }),
  subject("丁窗口", 4, { city: "330300", domain: "housing" }),
  subject("戊窗口", 4, { city: "330400", domain: "housing" }),
  subject("己窗口", 6, { city: "330500", domain: "utilities" }),
  subject("庚窗口", null, { city: "330500", domain: "utilities" }, vetoed),
];
const labels = {
  city: { "330100": { zh: "杭州", en: "Hangzhou" } },
  domain: { utilities: { zh: "水务燃气", en: "Water and gas" }, fund: { zh: "住房公积金", en: "Housing fund" } },
};
const perCity = { ...quota("per-city", "city", 1), label: { zh: "每个设区市至多", en: "At most from each city" } };
const domains = {
  ...coverage("domains", null, "domain", ["utilities", "fund"]),
  label: { zh: "原则上覆盖各领域", en: "In principle all domains" },
};

async function told(given: SelectionProblem, id: string) {
  const selection = await selectSubjects(given, solver);
  if (selection.status === "impossible") throw new Error("no selection");
  const verdict = selection.verdicts.find(({ subject }) => subject === id);
  if (verdict === undefined) throw new Error(`no verdict on ${id}`);
  return { selection, sentence: verdictSentence(given, verdict) };
}

describe("a verdict is told with whom it concerns and the figures", () => {
  const given = problem(field, 3, { rules: [perCity, domains], labels });

  test.each([
    ["甲窗口", "第 1 名，按名次入选。", "Rank 1, in by rank."],
    [
      "乙窗口",
      "第 2 名，未入选：“每个设区市至多”（杭州，1 个）已满，排在甲窗口之后，相差 1.00。",
      'Rank 2, out: "At most from each city" (Hangzhou, 1) is full, behind 甲窗口 by 1.00.',
    ],
    [
      "丙窗口",
      "第 3 名，递补入选：乙窗口因“每个设区市至多”（杭州，1 个）已满而未入选。",
      'Rank 3, moved up: 乙窗口 left out because "At most from each city" (Hangzhou, 1) is full.',
    ],
    [
      "己窗口",
      "第 6 名，按“原则上覆盖各领域”（水务燃气）入选，替下丁窗口、戊窗口。",
      'Rank 6, in to satisfy "In principle all domains" (Water and gas), in the place of 丁窗口, 戊窗口.',
    ],
    [
      "丁窗口",
      "第 4 名，未入选：名额按“原则上覆盖各领域”（水务燃气）给了己窗口。",
      'Rank 4, out: to satisfy "In principle all domains" (Water and gas) the place went to 己窗口.',
    ],
    ["庚窗口", "不参加评选：差评 4 条。", "Not to be chosen: 4 bad reviews."],
  ])("%s", async (id, zh, en) => {
    expect((await told(given, id)).sentence).toEqual({ zh, en });
  });

  test("who is below the cut", async () => {
    expect((await told(problem(field, 3), "戊窗口")).sentence.zh).toBe("第 4 名，未入选：名次在入围线以下，排在丙窗口之后，相差 1.00。");
  });

  test("a soft rule that nobody can satisfy", async () => {
    const { selection } = await told(given, "甲窗口");
    expect(selection.missed.map((miss) => missSentence(given, miss).zh)).toEqual([
      "“原则上覆盖各领域”（住房公积金）少 1 个，没有可选的对象。",
    ]);
  });
});

describe("a tie at the cut", () => {
  const given = problem(field, 4);

  test("is told to the committee, with the places that are left", async () => {
    const { selection, sentence } = await told(given, "丁窗口");
    expect(sentence.zh).toBe("第 4 名，与戊窗口并列，其中 1 个入选，由组委会决定并写明理由。");
    expect(selection.open.map((open) => openSentence(given, open).zh)).toEqual([
      "第 4 名并列的丁窗口、戊窗口中有 1 个入选，须由组委会决定并写明理由。",
    ]);
  });

  test("is told with the committee's reason once it has decided", async () => {
    const decided = problem(field, 4, { decisions: [{ subject: "戊窗口", include: true, reason: "群众评议更高" }] });
    const { selection, sentence } = await told(decided, "丁窗口");
    expect(sentence.zh).toBe("第 4 名，未入选，由组委会在并列者中决定（选入戊窗口，理由：群众评议更高）。");
    expect(selection.decisions.map((effect) => decisionSentence(decided, effect).zh)).toEqual(["选入戊窗口，理由：群众评议更高：已采用。"]);
  });
});

test("when no selection exists, the sentence names the smallest relaxation and every single one that would do", async () => {
  const given = problem(field, 6, { rules: [perCity], labels });
  const selection = await selectSubjects(given, solver);
  if (selection.status !== "impossible") throw new Error("there is a selection");
  expect(waysOutSentence(given, selection)).toEqual({
    zh: "没有一份名单能同时满足各条硬性规定。改动最小的放宽：“初审名额”从 6 个减为 5 个。以下任何一项单独放宽也可以：“每个设区市至多”（杭州）由至多 1 个改为至多 2 个；“初审名额”从 6 个减为 5 个。",
    en: 'No selection satisfies all hard rules. The smallest relaxation: "places of the shortlist" from 6 down to 5. Any one of these would do alone: "At most from each city" (Hangzhou) from at most 1 to at most 2; "places of the shortlist" from 6 down to 5.',
  });
});
