import { compareRatios, points } from "../points.ts";
import type { Ratio } from "../ratio.ts";
import type { Stage } from "../stage.ts";
import type { Contest } from "./contest.ts";
import type { PlaceAtCut } from "./rank-range.ts";
import { leadOf, type WeightTable } from "./weight-table.ts";

/** The smallest change of one part's weight beyond which a subject changes sides. */
export interface WeightFlip {
  readonly part: string;
  /** As a fraction of the part's weight, exact: 1 / 4 is a quarter more, −1 / 4 a quarter less; never the whole. */
  readonly change: Ratio;
  /** Whom it passes there, or who passes it. */
  readonly rival: string;
}

interface Opponent {
  readonly id: string;
  /** By how much it is ahead, and by how much more for each whole of the part's weight. */
  readonly lead: number;
  readonly slope: number;
  /** Where it stands when both are level: as it stands now, should they be so now. */
  readonly whenLevel: Side;
}

type Side = "ahead" | "level" | "behind";

/** Goes through the weights at which the subject meets another one, from the nearest on, and counts who is ahead just beyond; exactly. */
export function findWeightFlip(contest: Contest, table: WeightTable, id: string, stage: Stage, place: PlaceAtCut): WeightFlip | null {
  const placed = contest.ranked.filter(({ rank }) => rank !== null);
  const own = table.rows.get(id) ?? [];
  const ownRank = placed.find((each) => each.id === id)?.rank ?? 0;
  let nearest: WeightFlip | null = null;
  table.parts.forEach((part, at) => {
    const opponents = placed.flatMap((other): Opponent[] => {
      if (other.id === id) return [];
      const leads = leadOf(contest, table.rows.get(other.id) ?? [], own);
      const lead = leads.reduce((sum, units) => sum + units, 0);
      return [{ id: other.id, lead, slope: leads[at] ?? 0, whenLevel: sideOf(ownRank - (other.rank ?? 0)) }];
    });
    for (const direction of [1, -1] as const) {
      for (const { id: rival, lead, slope } of opponents) {
        const change = meeting(lead, slope, direction);
        if (change === null || (nearest !== null && compareSizes(change, nearest.change) >= 0)) continue;
        if (placeBeyond(opponents, change, direction, stage) !== place) nearest = { part, change, rival };
      }
    }
  });
  return nearest;
}

/** Where a lead becomes nothing, as a change of the weight in this direction that leaves some of it. */
function meeting(lead: number, slope: number, direction: 1 | -1): Ratio | null {
  if (slope === 0) return null;
  const numerator = slope > 0 ? 0 - lead : lead;
  const denominator = Math.abs(slope);
  if (Math.sign(numerator) === -direction || numerator <= -denominator) return null;
  return points(numerator, denominator);
}

function placeBeyond(opponents: readonly Opponent[], change: Ratio, direction: 1 | -1, { size }: Stage): PlaceAtCut {
  const sides = opponents.map((opponent) => sideBeyond(opponent, change, direction));
  const ahead = sides.filter((side) => side === "ahead").length;
  const level = sides.filter((side) => side === "level").length;
  return ahead >= size ? "outside" : ahead + level < size ? "inside" : "tied";
}

/** Where the other one stands just beyond the change. */
function sideBeyond({ lead, slope, whenLevel }: Opponent, { numerator, denominator }: Ratio, direction: 1 | -1): Side {
  if (slope === 0) return lead === 0 ? whenLevel : sideOf(lead);
  const passed = compareRatios(numerator, denominator, slope > 0 ? -lead : lead, Math.abs(slope));
  return sideOf(slope * (passed === 0 ? direction : passed));
}

function sideOf(lead: number): Side {
  return lead > 0 ? "ahead" : lead < 0 ? "behind" : "level";
}

function compareSizes(a: Ratio, b: Ratio): number {
  return compareRatios(Math.abs(a.numerator), a.denominator, Math.abs(b.numerator), b.denominator);
}
