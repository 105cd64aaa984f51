import { expect, test } from "vitest";
import { dateText, exactNumber, sqlLiteral, timestampText } from "./values.ts";

test("the largest exact integer is a number", () => {
  expect(exactNumber(9007199254740991n, "n")).toBe(9007199254740991);
  expect(exactNumber(-9007199254740991n, "n")).toBe(-9007199254740991);
});

test.each([9007199254740992n, 9007199254740992, 2 ** 60])("the integer %s is refused, be it a bigint or already a double", (value) => {
  expect(() => exactNumber(value, "cases")).toThrow(expect.objectContaining({ code: "W102", detail: `cases = ${value}` }));
});

test("a day before 1970 is a day like any other", () => {
  expect(dateText(-86_400_000)).toBe("1969-12-31");
});

test("a timestamp keeps its naive local time and loses what is below a second", () => {
  expect(timestampText(Date.UTC(2023, 8, 28, 8, 5, 9) + 999.999)).toBe("2023-09-28 08:05:09");
});

test.each([
  ["it's", "'it''s'"],
  ["'; drop table x; --", "'''; drop table x; --'"],
  [null, "null"],
  [true, "true"],
  [2.5, "2.5"],
])("the literal of %j is %s", (value, literal) => {
  expect(sqlLiteral(value)).toBe(literal);
});
