import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMembers } from "./json-members.ts";

const texts = (json: string) => readMembers(json)?.map(({ key, text }) => [key, text]);

describe("the members of an object", () => {
  test("keep numbers as they were written, beyond what a binary number holds", () => {
    expect(texts('{"a": 0.10, "b": 12345678901234567890123, "c": 1e3, "d": -0, "e": 0.1}')).toEqual([
      ["a", "0.10"],
      ["b", "12345678901234567890123"],
      ["c", "1e3"],
      ["d", "-0"],
      ["e", "0.1"],
    ]);
  });

  test("keep their order, also where names are digits, and names that stand twice", () => {
    expect(texts('{"b":1,"2":2,"1":3,"b":4,"__proto__":5}')).toEqual([
      ["b", "1"],
      ["2", "2"],
      ["1", "3"],
      ["b", "4"],
      ["__proto__", "5"],
    ]);
  });

  test("show an object or a list as its JSON, whatever brackets and quotes stand in its texts", () => {
    expect(readMembers('{"a": {"x": ["]}", "\\"}"]}, "b" : [ ] ,"c":"\\\\"}')).toEqual([
      { key: "a", text: '{"x": ["]}", "\\"}"]}', nested: true },
      { key: "b", text: "[ ]", nested: true },
      { key: "c", text: "\\", nested: false },
    ]);
  });

  test("are null for null and words for yes and no", () => {
    expect(texts('{"a":null,"b":true,"c":false,"d":""}')).toEqual([
      ["a", null],
      ["b", "true"],
      ["c", "false"],
      ["d", ""],
    ]);
  });

  test.each(["", "1", "[1]", "null", '"a"', '{"a":1', '{"a":1}}', '{"a":01}', "{a:1}", '{"a":NaN}', '{"a":"\n"}'])(
    "%s is no object",
    (text) => {
      expect(readMembers(text)).toBeNull();
    },
  );
});

test("whatever JSON writes, its members are read back with their values, however it is spaced", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 1, "\t"), (object, space) => {
      const read = readMembers(JSON.stringify(object, null, space));
      const values = read?.map(({ key, text, nested }) => {
        const value = object[key];
        const isText = typeof value === "string";
        return [key, text === null ? null : isText ? text : JSON.parse(text), nested];
      });
      const expected = Object.keys(object).map((key) => {
        const value = object[key];
        return [key, Object.is(value, -0) ? 0 : value, typeof value === "object" && value !== null];
      });
      expect(values).toEqual(JSON.parse(JSON.stringify(expected)));
    }),
    { seed: 20230423, numRuns: 500 },
  );
});
