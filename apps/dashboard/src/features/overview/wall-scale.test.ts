import fc from "fast-check";
import { expect, test } from "vitest";
import { wallScale, wallWidth } from "./wall-scale.ts";

test("a screen of twice the size shows the same at twice the size", () => {
  expect(wallScale({ width: 1920, height: 1080 }, 810)).toBeCloseTo(1920 / 1440);
  expect(wallScale({ width: 3840, height: 2160 }, 810)).toBeCloseTo(2 * (1920 / 1440));
});

test("whatever the screen and the content, nothing is wider or higher than the screen, and one of both is filled", () => {
  const length = fc.integer({ min: 200, max: 8000 });
  fc.assert(
    fc.property(length, length, length, (width, height, content) => {
      const scale = wallScale({ width, height }, content);
      const [across, down] = [(wallWidth * scale) / width, (content * scale) / height];
      expect(Math.max(across, down)).toBeCloseTo(1);
    }),
  );
});
