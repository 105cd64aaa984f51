import type { Contest } from "./contest.ts";
import type { Draw } from "./draw.ts";
import type { Trial } from "./rank-range.ts";
import { leadOf, rankWeighted, type WeightTable, wholeWeight } from "./weight-table.ts";

/** With more corners than these, so many are drawn. */
const mostCorners = 1_024;

/**
 * The ranking with the weight of every part moved by at most `margin` per cent: the corners, where each is at its least or its most, and
 * `draws` cases from between. Which sheets are kept does not move with the weights.
 */
export function moveWeights(contest: Contest, table: WeightTable, margin: number, draws: number, draw: Draw): Trial[] {
  const [least, most] = weightBounds(margin);
  const { parts } = table;
  const corners =
    2 ** parts.length <= mostCorners
      ? Array.from({ length: 2 ** parts.length }, (_, corner) => parts.map((_, place) => ((corner >> place) % 2 === 0 ? least : most)))
      : Array.from({ length: mostCorners }, () => parts.map(() => (draw(0, 1) === 0 ? least : most)));
  const between = Array.from({ length: draws }, () => parts.map(() => draw(least, most)));
  return [...corners, ...between].map((weights): Trial => {
    const percent = Object.fromEntries(parts.map((part, place) => [part, ((weights[place] ?? 0) * 100) / wholeWeight]));
    return { change: { kind: "weights", percent }, ranked: rankWeighted(contest, table, weights) };
  });
}

/** Ranks that no weights within the margin can pass. */
export interface RankBounds {
  readonly id: string;
  readonly best: number;
  readonly worst: number;
}

/**
 * For each contestant with a rank the ranks that it cannot leave, whatever the weights within the margin: pair by pair, those whom no
 * weights put behind another, exactly. What the trials attain lies within; where both meet, the range is proved.
 */
export function boundRanks(contest: Contest, { rows }: WeightTable, margin: number): RankBounds[] {
  const { within } = contest.honour.rubric.ranking;
  const fields = new Map(
    contest.contestants.map(({ id, facts }) => [id, within === undefined ? null : String(facts.fields[within] ?? "")]),
  );
  const placed = contest.ranked
    .filter(({ rank }) => rank !== null)
    .map(({ id }) => ({ id, row: rows.get(id) ?? [], field: fields.get(id) }));
  return placed.map(({ id, row, field }): RankBounds => {
    const others = placed.filter((other) => other.id !== id && other.field === field);
    const leads = others.map((other) => leadBounds(leadOf(contest, row, other.row), margin));
    const alwaysBehind = leads.filter(({ most }) => most < 0).length;
    const alwaysAhead = leads.filter(({ least }) => least > 0).length;
    return { id, best: 1 + alwaysBehind, worst: 1 + others.length - alwaysAhead };
  });
}

/** The least and the most that a lead comes to, over all weights within the margin. */
function leadBounds(leads: readonly number[], margin: number): { least: number; most: number } {
  const [low, high] = weightBounds(margin);
  let [least, most] = [0, 0];
  for (const lead of leads) {
    least += lead * (lead > 0 ? low : high);
    most += lead * (lead > 0 ? high : low);
  }
  return { least, most };
}

function weightBounds(margin: number): readonly [number, number] {
  const moved = Math.round((margin * wholeWeight) / 100);
  return [wholeWeight - moved, wholeWeight + moved];
}
