import { expect, test } from "vitest";
import { palettes } from "../../ui/palette.ts";
import { cutAfter, placesOf, rankStrips, type Strip, type StripMark } from "./rank-strips.ts";
import { barred, out, verdictRow } from "./verdict-row.fixture.ts";

const first: Strip = {
  id: "shortlist",
  label: "专家初审",
  rows: [verdictRow("C", 1), verdictRow("B", 2), verdictRow("A", 2), out("D", 4, "A, B", 100), barred("E", "vetoed")],
};
const second: Strip = {
  id: "final",
  label: "组委会认定",
  rows: [
    verdictRow("C", 1),
    verdictRow("B", 2, { outcome: "open", reason: "tied" }),
    verdictRow("A", 2, { outcome: "open", reason: "tied" }),
    barred("D", "not-passed", 4),
    barred("E", "vetoed"),
  ],
};
const words = { outcome: (outcome: string) => outcome, rank: (rank: number | null) => `${rank}`, points: "分" };
const draw = (who?: string) => rankStrips([first, second], words, palettes.light, { narrow: false, who });
type Series = readonly {
  readonly id: string;
  readonly data: readonly StripMark[];
  readonly markLine?: { readonly data: readonly unknown[] };
}[];

test("an application stands at one place on every strip, equals side by side, those without a rank last", () => {
  expect([...placesOf([first, second])]).toEqual([
    ["C", 1],
    ["A", 2],
    ["B", 3],
    ["D", 4],
    ["E", 5],
  ]);
});

test("the line stands behind the last who is in or may be, and is not drawn where nobody is out by rank", () => {
  const places = placesOf([first, second]);
  expect(cutAfter(first, places)).toBe(3);
  expect(cutAfter(second, places)).toBeNull();
});

test("every application is drawn once on every strip, in the mark of its outcome, and one cut for the strip that has one", () => {
  const series = draw().series as unknown as Series;
  const drawn = series.flatMap(({ id, data }) => data.map(({ stage, row }) => `${id} ${stage} ${row.application_id}`));
  expect(drawn).toHaveLength(10);
  expect(new Set(drawn).size).toBe(10);
  expect(drawn).toContain("tied final B");
  expect(drawn).toContain("earlier final D");
  expect(series.flatMap(({ markLine }) => markLine?.data ?? [])).toEqual([[{ coord: [3.5, -0.42] }, { coord: [3.5, 0.42] }]]);
});

test("whoever is pointed out is drawn larger, the rest of the picture stays", () => {
  const sizes = (who?: string) =>
    (draw(who).series as unknown as Series).flatMap(({ data }) =>
      data.map(({ row, symbolSize }) => [row.application_id, symbolSize] as const),
    );
  const [plain, marked] = [sizes(), sizes("B")];
  expect(marked.filter((each, index) => each[1] !== plain[index]?.[1]).map(([id]) => id)).toEqual(["B", "B"]);
});
