import { formatPointsChange } from "../../lib/format.ts";

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

/** How often chance alone would give as much: `< 0.001`, `= 0.032`. */
export function formatChance(p: number): string {
  return p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`;
}
