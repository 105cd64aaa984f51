import { z } from "zod";
import { RubricError } from "./errors.ts";
import { type Points, points } from "./points.ts";

/** A share of a whole as a document prints it: `40%`, `1/4`. */
export const Share = z.string().regex(/^(?:\d+(?:\.\d+)?%|\d+\/[1-9]\d*)$/);
export type Share = z.infer<typeof Share>;

/** An exact number: a ratio of integers, always reduced, denominator > 0. Points are such ratios, counted in hundredths. */
export type Ratio = Points;

export const whole: Ratio = { numerator: 1, denominator: 1 };

/** `40%` → 2/5, `1/4` → 1/4. */
export function shareRatio(share: Share): Ratio {
  if (share.endsWith("%")) return dividedBy(decimalRatio(Number(share.slice(0, -1))), points(100));
  const [numerator = 0, denominator = 1] = share.split("/").map(Number);
  return points(numerator, denominator);
}

/** Decimals of a figure that are kept when it is read: more than any record carries, and few enough to leave out binary noise. */
const decimals = 6;

/** A figure of a record or a scheme, written in decimals, as an exact ratio: 1.75 → 7/4. Throws R221 beyond exact integers. */
export function decimalRatio(figure: number): Ratio {
  return points(Math.round(figure * 10 ** decimals), 10 ** decimals);
}

/** `a ÷ b`, exactly. Throws R221 when `b` is zero or the result is beyond exact integers. */
export function dividedBy(a: Ratio, b: Ratio): Ratio {
  return times(a, b.numerator < 0 ? { numerator: -b.denominator, denominator: -b.numerator } : flip(b));
}

function flip({ numerator, denominator }: Ratio): Ratio {
  return { numerator: denominator, denominator: numerator };
}

/** `a × b`, exactly; only a result that does not fit after it was reduced is refused. Throws R221. */
export function times(a: Ratio, b: Ratio): Ratio {
  return reduced(BigInt(a.numerator) * BigInt(b.numerator), BigInt(a.denominator) * BigInt(b.denominator));
}

/** `a + b`, exactly. Throws R221 when the sum does not fit after it was reduced. */
export function plus(a: Ratio, b: Ratio): Ratio {
  const numerator = BigInt(a.numerator) * BigInt(b.denominator) + BigInt(b.numerator) * BigInt(a.denominator);
  return reduced(numerator, BigInt(a.denominator) * BigInt(b.denominator));
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return plus(a, { ...b, numerator: -b.numerator });
}

/** The exact sum of any number of ratios; only the last result has to fit. */
export function sumRatios(ratios: readonly Ratio[]): Ratio {
  let sum: Fraction = [0n, 1n];
  for (const each of ratios) sum = added(sum, each);
  return reduced(...sum);
}

/** The exact mean of at least one amount; null where it needs larger integers than are exact, as that of many unlike denominators does. */
export function exactMean(ratios: readonly Ratio[]): Ratio | null {
  let sum: Fraction = [0n, 1n];
  for (const each of ratios) {
    sum = added(sum, each);
    // it would go on growing with every amount, and take as long as that
    if (sum[1] > largest) return null;
  }
  const [numerator, denominator] = inLowestTerms(sum[0], sum[1] * BigInt(ratios.length));
  return denominator > largest || numerator > largest || numerator < -largest ? null : points(Number(numerator), Number(denominator));
}

type Fraction = readonly [numerator: bigint, denominator: bigint];

function added([numerator, denominator]: Fraction, each: Ratio): Fraction {
  const own = BigInt(each.denominator);
  return inLowestTerms(numerator * own + BigInt(each.numerator) * denominator, denominator * own);
}

function inLowestTerms(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

const largest = BigInt(Number.MAX_SAFE_INTEGER);
const millionths = 1_000_000;

/** The mean of at least one amount, which like every amount is taken to the nearest millionth: an error of at most one millionth. */
export function nearMean(ratios: readonly Ratio[]): Ratio {
  const near = ratios.map(({ numerator, denominator }) => nearest(BigInt(numerator) * BigInt(millionths), BigInt(denominator)));
  return points(
    Number(
      nearest(
        near.reduce((sum, each) => sum + each, 0n),
        BigInt(ratios.length),
      ),
    ),
    millionths,
  );
}

/** `numerator / denominator` as the nearest integer, a half upwards. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const [part, whole] = [2n * numerator + denominator, 2n * denominator];
  return part >= 0n ? part / whole : -((-part + whole - 1n) / whole);
}

function reduced(numerator: bigint, denominator: bigint): Ratio {
  if (denominator === 0n) throw new RubricError("R221", { zh: "除数为零", en: "division by zero" });
  const [above, below] = inLowestTerms(numerator, denominator);
  return points(Number(above), Number(below));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
