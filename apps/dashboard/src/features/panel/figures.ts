import { formatPoints, formatPointsChange } from "../../lib/format.ts";

/** A statistic to two decimals: `0.94`, `−0.12`; a bound that there is none of reads `−∞`. */
export function formatCoefficient(value: number): string {
  if (!Number.isFinite(value)) return "−∞";
  const printed = value.toFixed(2);
  return printed === "-0.00" ? "0.00" : printed.replace("-", "−");
}

/** A distance in points with its sign: `+1.20`, `−0.35`, `±0.00`. */
export function formatDistance(points: number): string {
  return formatPointsChange(Math.round(points * 100));
}

/** The same to one decimal, where there is room for no more: `+1.2`, `±0.0`. */
export function formatDistanceShort(points: number): string {
  const tenths = Math.round(points * 10);
  const size = (Math.abs(tenths) / 10).toFixed(1);
  return `${tenths > 0 ? "+" : tenths < 0 ? "−" : "±"}${size}`;
}

/** How often chance alone would give as much: `< 0.001`, `= 0.032`. */
export function formatChance(p: number): string {
  return p < 0.001 ? "<\u00a00.001" : `=\u00a0${p.toFixed(3)}`;
}

/** Points of a grader to two decimals; `–` without any. */
export function formatValue(points: number | null): string {
  return points === null ? "–" : formatPoints(Math.round(points * 100));
}
