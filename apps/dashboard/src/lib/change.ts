import { roundRatio } from "@mingchuang/rubric/points";
import { formatCount, formatPoints, rateHundredths } from "./format.ts";

/** A figure's change: as text with its sign, "" when it is the same; and its direction. Both are null when one of the two is not known. */
export interface Change {
  readonly text: string | null;
  readonly direction: -1 | 0 | 1 | null;
}

const unknown: Change = { text: null, direction: null };

function signed(amount: number, size: string): Change {
  if (amount === 0) return { text: "", direction: 0 };
  return amount > 0 ? { text: `+${size}`, direction: 1 } : { text: `−${size}`, direction: -1 };
}

/** `+3`, `−2`. */
export function countChange(now: number | null, before: number | null): Change {
  return now === null || before === null ? unknown : signed(now - before, formatCount(Math.abs(now - before)));
}

/** `+5.47%` of the former figure. */
export function relativeChange(now: number | null, before: number | null): Change {
  if (now === null || before === null || before === 0) return unknown;
  const hundredths = roundRatio(Math.abs(now - before), before, 10_000);
  return signed(now - before, `${formatPoints(hundredths)}%`);
}

/**
 * The difference of two rates as they are shown, in the unit of the rate: `+0.02`. Whether there is one is told by their exact ratios: two
 * that differ and are shown alike have changed by `+<0.01`.
 */
export function rateChange(
  now: { part: number | null; whole: number | null },
  before: { part: number | null; whole: number | null } | null,
  per = 100,
): Change {
  if (before === null || now.part === null || before.part === null || !now.whole || !before.whole) return unknown;
  const difference = rateHundredths(now.part, now.whole, per) - rateHundredths(before.part, before.whole, per);
  const exact = now.part * before.whole - before.part * now.whole;
  return signed(exact, difference === 0 ? "<0.01" : formatPoints(Math.abs(difference)));
}
