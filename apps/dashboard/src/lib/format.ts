import { formatHundredths } from "@mingchuang/rubric/points";
import { rateHundredths as hundredthsOfRate, share } from "@mingchuang/rubric/rates";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** Counts with separators for thousands; `–` for what was not handed in. */
export function formatCount(count: number | null): string {
  return count === null ? "–" : grouped.format(count).replace("-", "−");
}

/** Hundredths of a point as points with two decimals: 9250 → `92.50`. */
export function formatPoints(hundredths: number | null): string {
  return hundredths === null ? "–" : formatHundredths(hundredths).replace("-", "−");
}

/** A change in hundredths of a point, with its sign: `+1.20`, `−0.35`, `±0.00`. */
export function formatPointsChange(hundredths: number | null): string {
  if (hundredths === null) return "–";
  return hundredths > 0 ? `+${formatPoints(hundredths)}` : hundredths === 0 ? "±0.00" : formatPoints(hundredths);
}

/** `part / whole` times `per`, to two decimals, halves up and exact; `–` without a denominator. The sign `%` is the caller's. */
export function formatRate(part: number | null, whole: number | null, per = 100): string {
  const rate = share(part, whole);
  return rate === null ? "–" : formatPoints(hundredthsOfRate(rate, per));
}

/** The same rate as an integer of 1/100; the denominator is not 0. */
export function rateHundredths(part: number, whole: number, per = 100): number {
  return hundredthsOfRate({ numerator: part, denominator: whole }, per);
}

/** A day as it is written in official papers: `2023-09-28`. A time of day is left out. */
export function formatDay(day: string | null): string {
  return day === null ? "–" : day.slice(0, 10);
}

/** `2023-09-01` → `2023-09`. */
export function formatMonth(month: string): string {
  return month.slice(0, 7);
}

/** Bytes for a progress line. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
