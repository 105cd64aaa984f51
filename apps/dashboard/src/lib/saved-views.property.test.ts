import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName, parseViews, renamed, type SavedView, savedAddress, sharedLink, withView } from "./saved-views.ts";

const seeded = { seed: 20230928, numRuns: 500 };
const name = fc
  .string({ minLength: 1, maxLength: 80 })
  .map(cleanName)
  .filter((each) => each !== "");
const address = fc
  .dictionary(fc.constantFrom("city", "year", "q", "sort", "id"), fc.string({ minLength: 1, maxLength: 12 }))
  .map((search) => savedAddress({ pathname: "/ranking", search: `?${new URLSearchParams(search)}`, hash: "" }));
const views = fc.array(fc.record({ name, address }), { maxLength: 6 }).map((all) => all.reduce<readonly SavedView[]>(withView, []));

test("views survive being stored and being sent, whatever they are called and wherever they lead", () => {
  fc.assert(
    fc.property(views, (all) => {
      expect(parseViews(JSON.stringify(all))).toEqual(all);
      for (const view of all) {
        const link = new URL(sharedLink(view, "http://127.0.0.1:4300", "?lang=en"));
        expect({ name: cleanName(link.searchParams.get("view") ?? ""), address: savedAddress(link) }).toEqual(view);
      }
    }),
    seeded,
  );
});

test("no two views ever have one name, and none is lost but the one that is replaced", () => {
  fc.assert(
    fc.property(views, name, address, (all, called, leads) => {
      const more = withView(all, { name: called, address: leads });
      expect(new Set(more.map((each) => each.name)).size).toBe(more.length);
      expect(more.length).toBe(all.length + (all.some((each) => each.name === called) ? 0 : 1));
      const [first] = all;
      if (first) {
        const other = renamed(all, first.name, called);
        expect(new Set(other.map((each) => each.name)).size).toBe(all.length);
      }
    }),
    seeded,
  );
});

test("whatever stands in the store, reading it fails for nobody", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
      expect(() => parseViews(stored)).not.toThrow();
    }),
    seeded,
  );
});
