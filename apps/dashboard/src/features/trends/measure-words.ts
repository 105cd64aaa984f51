import type { Change } from "../../lib/change.ts";
import type { Text } from "../../lib/i18n.ts";
import type { Measure } from "./measures.ts";
import type { messages } from "./messages.ts";

export type TrendsText = Text<keyof (typeof messages)["zh"]>;

/** A change as it stands in a sentence or a cell. */
export function changeText(change: Change, text: TrendsText): string {
  return change.text === null ? "–" : change.text === "" ? text("unchanged") : change.text;
}

/** Whether a change is for the better; null when it is neither. More cases are neither good nor bad. */
export function isBetter(change: Change, measure: Measure): boolean | null {
  if (change.direction === 0 || measure === "cases") return null;
  return measure === "bad" ? change.direction < 0 : change.direction > 0;
}
