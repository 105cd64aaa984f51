import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMarks, type HandMark, longestReason, parseMarks, withMark, withoutMark } from "./hand-marks.ts";

const word = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const mark: fc.Arbitrary<HandMark> = fc.record({
  stage: word,
  application: word,
  choice: fc.constantFrom("in" as const, "out" as const),
  reason: fc.string({ maxLength: 40, unit: "grapheme-composite" }).map((text) => text.slice(0, longestReason)),
});

test("decisions come back from the address as they were written, whatever signs a reason has", () => {
  fc.assert(
    fc.property(fc.uniqueArray(mark, { selector: ({ stage, application }) => `${stage}\n${application}`, maxLength: 8 }), (marks) => {
      expect(parseMarks(formatMarks(marks))).toEqual(marks);
    }),
    { seed: 20260101, numRuns: 500 },
  );
});

test("no address is an error: what cannot be read is left out", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => parseMarks(text)).not.toThrow();
    }),
    { seed: 20260101, numRuns: 500 },
  );
  expect(parseMarks("final:A1:i:好~final:A2:x:不通~:A3:i:~final:%E0%A4%A:o:")).toEqual([
    { stage: "final", application: "A1", choice: "in", reason: "好" },
  ]);
});

test("of two decisions on one application the last holds; one that is taken back is gone", () => {
  const first: HandMark = { stage: "final", application: "A1", choice: "in", reason: "" };
  const changed = withMark([first], { ...first, choice: "out", reason: "复核" });
  expect(formatMarks(changed)).toBe("final:A1:o:复核");
  expect(parseMarks("final:A1:i:~final:A1:o:复核")).toEqual(changed);
  expect(withoutMark(changed, first)).toEqual([]);
  expect(formatMarks([])).toBeUndefined();
});
