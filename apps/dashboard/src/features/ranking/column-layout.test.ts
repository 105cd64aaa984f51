import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLayout, frozenColumns, parseLayout, placeColumn, sizeColumn, stepColumn, type WrittenLayout } from "./column-layout.ts";

const ids = ["rank", "name", "change", "total", "county", "city", "item:conduct"];
const nothing: WrittenLayout = { cols: [], frozen: undefined, w: [] };
const written = (part: Partial<WrittenLayout>): WrittenLayout => ({ ...nothing, ...part });
const all = () => true;
const withoutCounty = (id: string) => id !== "county";

test("how columns stand at first leaves nothing in the address", () => {
  const first = parseLayout(nothing, ids);
  expect(first).toEqual({ order: ids, frozen: "name", widths: new Map() });
  expect(formatLayout(first, ids)).toEqual(nothing);
});

test("an order is written only as far as it differs: those named come first, the others follow as usual", () => {
  const moved = placeColumn(parseLayout(nothing, ids), "city", "change", all);
  expect(moved.order).toEqual(["rank", "name", "city", "change", "total", "county", "item:conduct"]);
  expect(formatLayout(moved, ids).cols).toEqual(["rank", "name", "city"]);
  expect(parseLayout(written({ cols: ["city"] }), ids).order[0]).toBe("city");
});

test("a width of an item is read by its last colon", () => {
  expect([...parseLayout(written({ w: ["item:conduct:120", "name:300"] }), ids).widths]).toEqual([
    ["item:conduct", 120],
    ["name", 300],
  ]);
});

test.each([
  [
    "unknown, repeated and empty columns",
    { cols: ["gone", "city", "city", "", "__proto__"] },
    { first: "city", frozen: "name", widths: [] },
  ],
  ["a column to freeze that is not there", { frozen: "gone" }, { first: "rank", frozen: "name", widths: [] }],
  [
    "widths that are no numbers, negative, or of nothing",
    { w: ["name:wide", "name:-5", "total:1e3", "gone:80", ":70", "x", "total:0"] },
    { first: "rank", frozen: "name", widths: [] },
  ],
  [
    "widths out of bounds",
    { w: ["name:99999", "total:1"] },
    {
      first: "rank",
      frozen: "name",
      widths: [
        ["name", 640],
        ["total", 40],
      ],
    },
  ],
])("an address with %s still opens", (_, part, { first, frozen, widths }) => {
  const layout = parseLayout(written(part), ids);
  expect(layout.order).toHaveLength(ids.length);
  expect(new Set(layout.order)).toEqual(new Set(ids));
  expect([layout.order[0], layout.frozen, [...layout.widths]]).toEqual([first, frozen, widths]);
});

test("any address comes to each column exactly once, and what is written of it is read back as it was", () => {
  const word = fc.oneof(fc.constantFrom(...ids, "none", "rank:10", "name:9999", "item:conduct:77"), fc.string());
  fc.assert(
    fc.property(fc.array(word), fc.option(word, { nil: undefined }), fc.array(word), (cols, frozen, w) => {
      const layout = parseLayout({ cols, frozen, w }, ids);
      expect([...layout.order].sort()).toEqual([...ids].sort());
      expect(parseLayout(formatLayout(layout, ids), ids)).toEqual(layout);
    }),
    { seed: 20230928 },
  );
});

test("a column steps past the next one that is shown, hidden ones are passed, and at the edge nothing moves", () => {
  const first = parseLayout(nothing, ids);
  expect(stepColumn(first, "total", 1, withoutCounty).order).toEqual(["rank", "name", "change", "county", "city", "total", "item:conduct"]);
  expect(stepColumn(first, "city", -1, withoutCounty).order).toEqual(["rank", "name", "change", "city", "total", "county", "item:conduct"]);
  expect(stepColumn(first, "rank", -1, all)).toBe(first);
  expect(stepColumn(first, "item:conduct", 1, all)).toBe(first);
});

test("hidden columns make no address longer: a column goes behind the shown one on its left, a hidden one moves by itself", () => {
  const first = parseLayout(nothing, ids);
  const withoutChange = (id: string) => id !== "change";
  const moved = placeColumn(first, "city", "total", withoutChange);
  expect(formatLayout(moved, ids).cols).toEqual(["rank", "name", "city"]);
  expect(stepColumn(first, "change", 1, withoutChange).order.slice(0, 4)).toEqual(["rank", "name", "total", "change"]);
  expect(stepColumn(first, "change", -1, withoutChange).order.slice(0, 3)).toEqual(["rank", "change", "name"]);
});

test("as many columns stay frozen when one crosses the edge of what is frozen", () => {
  const first = parseLayout(nothing, ids);
  expect(frozenColumns(stepColumn(first, "name", 1, all), all)).toEqual(["rank", "change"]);
  expect(frozenColumns(placeColumn(first, "city", "rank", all), all)).toEqual(["city", "rank"]);
  expect(frozenColumns(placeColumn(first, "city", null, all), all)).toEqual(["rank", "name"]);
  expect(frozenColumns({ ...first, frozen: "county" }, withoutCounty)).toEqual(["rank", "name", "change", "total"]);
  expect(frozenColumns({ ...first, frozen: null }, all)).toEqual([]);
});

test("nothing frozen is written as such, and a width taken back leaves nothing", () => {
  const first = parseLayout(nothing, ids);
  expect(formatLayout({ ...first, frozen: null }, ids).frozen).toBe("none");
  expect(formatLayout(sizeColumn(sizeColumn(first, "name", 301.6), "total", 70), ids).w).toEqual(["name:302", "total:70"]);
  expect(formatLayout(sizeColumn(sizeColumn(first, "name", 300), "name", null), ids)).toEqual(nothing);
});
