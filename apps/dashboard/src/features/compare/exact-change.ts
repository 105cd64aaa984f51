import { formatPoints } from "@mingchuang/rubric/points";
import type { Ratio } from "@mingchuang/rubric/ratio";

/** An exact change as it is shown, with its sign; what is less than a hundredth is not called nothing. */
export function formatExactChange(change: Ratio): string {
  if (change.numerator === 0) return "±0.00";
  const shown = formatPoints({ ...change, numerator: Math.abs(change.numerator) });
  return `${change.numerator < 0 ? "−" : "+"}${shown === "0.00" ? "<0.01" : shown}`;
}
