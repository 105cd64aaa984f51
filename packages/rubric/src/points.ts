import { RubricError } from "./errors.ts";

/**
 * Exact points. All amounts are carried in hundredths of a point; a mean over graders makes a fraction of a hundredth, so a value
 * is a ratio of integers (always reduced, denominator > 0). Nothing is rounded before it is shown.
 */
export interface Points {
  readonly numerator: number;
  readonly denominator: number;
}

export const zeroPoints: Points = { numerator: 0, denominator: 1 };

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/**
 * `hundredths / denominator`, reduced.
 *
 * @throws {RubricError} R221 when a part is no exact integer or the denominator is not positive.
 */
export function points(hundredths: number, denominator = 1): Points {
  if (!Number.isSafeInteger(hundredths) || !Number.isSafeInteger(denominator) || denominator < 1) {
    const amount = `${hundredths}/${denominator}`;
    throw new RubricError("R221", { zh: `${amount} 不是百分之一分的精确比值`, en: `${amount} is no exact ratio of hundredths` });
  }
  if (denominator === 1) return { numerator: hundredths + 0, denominator: 1 };
  const divisor = greatestCommonDivisor(hundredths, denominator);
  return { numerator: hundredths / divisor + 0, denominator: denominator / divisor };
}

/** The exact sum; both amounts keep their hundredths. Throws R221 beyond exact integers. */
export function addPoints(a: Points, b: Points): Points {
  if (a.denominator === b.denominator) return points(a.numerator + b.numerator, a.denominator);
  return points(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function sumPoints(amounts: Iterable<Points>): Points {
  let sum = zeroPoints;
  for (const amount of amounts) sum = addPoints(sum, amount);
  return sum;
}

/** `a × numerator / denominator`, exactly. */
export function scalePoints(a: Points, numerator: number, denominator = 1): Points {
  return points(a.numerator * numerator, a.denominator * denominator);
}

/** Negative when `a` is less than `b`, 0 when they are the same amount. Exact at any size. */
export function comparePoints(a: Points, b: Points): number {
  return compareRatios(a.numerator, a.denominator, b.numerator, b.denominator);
}

/** Compares `a / b` with `c / d` (`b`, `d` > 0) without rounding; products beyond 2^53 are taken in big integers. */
export function compareRatios(a: number, b: number, c: number, d: number): number {
  const left = a * d;
  const right = c * b;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right);
  const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** `numerator × scale / denominator` to the nearest integer, halves away from zero (四舍五入), in integer arithmetic. */
export function roundRatio(numerator: number, denominator: number, scale = 1): number {
  const scaled = BigInt(numerator) * BigInt(scale);
  const size = scaled < 0n ? -scaled : scaled;
  const divisor = BigInt(denominator);
  const rounded = Number((size * 2n + divisor) / (divisor * 2n));
  return scaled < 0n && rounded !== 0 ? -rounded : rounded;
}

/** Points in hundredths, halves away from zero: the form in which an amount is shown. */
export function toHundredths(amount: Points): number {
  return amount.denominator === 1 ? amount.numerator : roundRatio(amount.numerator, amount.denominator);
}

/** A whole number of hundredths as it is printed: 9250 → "92.50". */
export function formatHundredths(hundredths: number): string {
  const size = Math.abs(hundredths);
  const fraction = String(size % 100).padStart(2, "0");
  return `${hundredths < 0 ? "-" : ""}${Math.trunc(size / 100)}.${fraction}`;
}

/** "92.50": two decimals, halves away from zero. */
export function formatPoints(amount: Points): string {
  return formatHundredths(toHundredths(amount));
}

/** A figure of a scheme (points, at most two decimals) in hundredths. */
export function hundredthsOf(figure: number): number {
  return Math.round(figure * 100);
}
