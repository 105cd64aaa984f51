import { expect, test } from "vitest";
import { missingParts } from "../measure.ts";
import { policiesInForce } from "../policy.ts";
import { bareFacts, template } from "../programmes-fixture.ts";
import { record } from "../zhejiang-fixture.ts";
import { Checklist, readChecklist } from "./checklist.ts";

const source = { document: "hn-2011-68", clause: "考核" };
const point = (id: string, points?: number) => ({ id, label: { zh: id, en: id }, source, ...(points === undefined ? {} : { points }) });
const read = (points: object[], looks: readonly [point: string, kept: boolean | null, on?: string][]) => {
  const list = {
    id: "list",
    label: { zh: "清单", en: "list" },
    source,
    kind: "checklist",
    period: { calendarYears: 1, until: "as-of" },
    points,
  };
  const checklists = looks.map(([point, kept, on = "2022-02-01"], n) => record("checklists", `c${n}`, on, { point, kept }));
  return readChecklist(Checklist.parse(list), bareFacts({ records: { checklists } }), policiesInForce(template));
};

test("two of three points kept are two thirds", () => {
  expect(
    read(
      [point("a"), point("b"), point("c")],
      [
        ["a", true],
        ["b", true],
        ["c", false],
      ],
    ).share,
  ).toEqual({ numerator: 2, denominator: 3 });
});

test("a point that is worth three times another counts three times", () => {
  expect(
    read(
      [point("a", 3), point("b", 1)],
      [
        ["a", true],
        ["b", false],
      ],
    ).share,
  ).toEqual({ numerator: 3, denominator: 4 });
});

test("the latest look counts, whatever the order of the records", () => {
  const looks: [string, boolean, string][] = [
    ["a", false, "2022-03-01"],
    ["a", true, "2022-01-01"],
  ];
  expect(read([point("a")], looks).share?.numerator).toBe(0);
  expect(read([point("a")], looks.toReversed()).share?.numerator).toBe(0);
});

test("a point that nobody looked at, or whose cell is empty, leaves the list unknown", () => {
  const list = read(
    [point("a"), point("b")],
    [
      ["a", true],
      ["b", null],
    ],
  );
  expect([list.share, missingParts(list)]).toEqual([null, ["b"]]);
});
