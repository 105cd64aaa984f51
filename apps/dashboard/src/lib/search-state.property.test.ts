import fc from "fast-check";
import { expect, test } from "vitest";
import { globalSearch, list, parseSearch, stringifySearch, text } from "./search-state.ts";

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((value) => value.trim() !== "");
const code = word.filter((value) => !value.includes(","));

test("any text and any list of codes survive the address", () => {
  fc.assert(
    fc.property(word, fc.array(code, { minLength: 1, maxLength: 5 }), (q, city) => {
      const read = parseSearch(stringifySearch({ q, city }));
      expect(text().parse(read.q)).toBe(q);
      expect(list().parse(read.city)).toEqual(city);
    }),
    { seed: 20230928, numRuns: 500 },
  );
});

test("no address, however broken, fails to open", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (address) => {
      expect(() => globalSearch.parse(parseSearch(address))).not.toThrow();
    }),
    { seed: 20230928, numRuns: 500 },
  );
});
