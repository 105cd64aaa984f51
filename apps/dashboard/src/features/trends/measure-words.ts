import type { Change } from "../../lib/change.ts";
import type { Text } from "../../lib/i18n.ts";
import type { Measure } from "./measures.ts";
import type { messages } from "./messages.ts";

export type TrendsText = Text<keyof (typeof messages)["zh"]>;

/** A change as it stands in a sentence or a cell. */
export function changeText(change: Change, text: TrendsText): string {
  return change.text === null ? "–" : change.text === "" ? text("unchanged") : change.text;
}

/** How many groups changed which way (more cases count as better, though they are neither); those without a figure of last year are apart, since nothing is known about them. */
export interface Tally {
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  readonly unknown: number;
}

export function tallyChanges(changes: readonly Change[], measure: Measure): Tally {
  const wanted = measure === "bad" ? -1 : 1;
  const count = (direction: Change["direction"]) => changes.filter((change) => change.direction === direction).length;
  return { better: count(wanted), worse: count(wanted === 1 ? -1 : 1), same: count(0), unknown: count(null) };
}
