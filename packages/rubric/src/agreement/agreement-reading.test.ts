import { expect, test } from "vitest";
import { gradeOf, readAlpha, readConcordance, readIntraclass } from "./agreement-reading.ts";

test("a grade begins at its bound", () => {
  expect([0.9, 0.899, 0.75, 0.749, 0.5, 0.499, -1, Number.NEGATIVE_INFINITY].map(gradeOf)).toEqual([
    "excellent",
    "good",
    "good",
    "moderate",
    "moderate",
    "poor",
    "poor",
    "poor",
  ]);
});

test("an interval over two neighbouring grades tells something, one over three does not", () => {
  expect(readIntraclass({ low: 0.8, high: 0.95 })).toEqual({ low: "good", high: "excellent", told: true });
  expect(readIntraclass({ low: 0.92, high: 0.95 })).toEqual({ low: "excellent", high: "excellent", told: true });
  expect(readIntraclass({ low: 0.6, high: 0.95 })).toEqual({ low: "moderate", high: "excellent", told: false });
  expect(readIntraclass({ low: Number.NEGATIVE_INFINITY, high: 0.8 })).toEqual({ low: "poor", high: "good", told: false });
});

test("α may be relied on from 0.800, and supports tentative conclusions from 0.667", () => {
  expect([0.8, 0.799, 0.667, 0.666, -0.2].map(readAlpha)).toEqual(["reliable", "tentative", "tentative", "unreliable", "unreliable"]);
});

test("below eight subjects nobody can tell whether orders agree by chance", () => {
  expect(readConcordance({ subjects: 7, p: 0.0001 })).toBe("few");
  expect(readConcordance({ subjects: 8, p: 0.049 })).toBe("alike");
  expect(readConcordance({ subjects: 8, p: 0.05 })).toBe("chance");
});
