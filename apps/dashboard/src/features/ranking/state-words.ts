import type { Text } from "../../lib/i18n.ts";
import { markFigures, parseVetoMarks } from "../../ui/subject/veto-mark.ts";
import type { messages } from "./messages.ts";
import type { PlacedRow } from "./place-rows.ts";

/** What a state is called, in a filter, a badge and an exported file alike. */
export const stateTexts = {
  ranked: "stateRanked",
  undecided: "stateUndecided",
  vetoed: "stateVetoed",
  unscored: "stateUnscored",
  ineligible: "stateIneligible",
  not_applied: "stateLate",
  near: "stateNear",
  tied: "stateTied",
} as const;

const markTexts = { vetoed: "stateVetoed", undecided: "stateUndecided", near: "stateNear", clear: null } as const;

/** What the state column shows, in words for a cell of a file: `在列；临近否决 V2 3 / 4；并列`. */
export function stateWords(
  row: Pick<PlacedRow, "state" | "vetoes" | "tied" | "rank" | "tie_broken_by">,
  text: Text<keyof typeof messages.zh>,
): string {
  const marks = parseVetoMarks(row.vetoes).flatMap((mark) => {
    const key = markTexts[mark.state];
    return key === null ? [] : [{ state: mark.state, words: `${text(key)} ${mark.rule} ${markFigures(mark)}` }];
  });
  const told = marks.some(({ state }) => state === row.state);
  const broken = row.rank !== null && (row.tie_broken_by === "bad_reviews" || row.tie_broken_by === "good_rate") ? row.tie_broken_by : null;
  return [
    ...(told ? [] : [text(stateTexts[row.state])]),
    ...marks.map(({ words }) => words),
    ...(row.tied && row.rank !== null ? [text("tied")] : []),
    ...(broken === null ? [] : [text(broken)]),
  ].join(text("listed"));
}
