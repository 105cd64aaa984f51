import { comparePoints, hundredthsOf, type Points, points, sumPoints } from "../points.ts";
import { isSheetItem } from "../sheets.ts";
import type { Stage } from "../stage.ts";
import { type Contest, type Contestant, rankAnew, totalOf, totalWithSheets } from "./contest.ts";
import { type PlaceAtCut, placeAt } from "./rank-range.ts";
import { findWeightFlip, type WeightFlip } from "./weight-flip.ts";
import type { WeightTable } from "./weight-table.ts";

/** The smallest changes that would move a subject across the cut of a stage, or level with it; every other subject's facts stay. */
export interface CutFlip {
  readonly id: string;
  readonly stage: string;
  readonly place: PlaceAtCut;
  /** With whom it would change: of all others, the last one for whom there is a place. */
  readonly rival: string;
  readonly points: PointsFlip;
  readonly weight: WeightFlip | null;
  readonly sheets: SheetFlip | null;
}

export interface PointsFlip {
  /** What makes it level with its rival: positive for one outside the cut, negative for one inside, where more is better. */
  readonly change: Points;
  /** Whether that is enough, by what decides between equals; otherwise it takes more, however little. */
  readonly levelIsEnough: boolean;
  /** The items in which there is room for it, each by itself. */
  readonly items: readonly string[];
}

export interface SheetFlip {
  /** The graders whose sheets would do it, at full marks or at nothing, and fewer would not. */
  readonly graders: readonly string[];
}

/** For every subject with a rank and every stage whose cut it could cross, in the order of the stages and of the ranking; none where ranks are within a field. */
export function findCutFlips(contest: Contest, table: WeightTable): CutFlip[] {
  if (contest.honour.rubric.ranking.within !== undefined) return [];
  return contest.honour.stages.flatMap((stage) =>
    contest.ranked.flatMap((ranked): CutFlip[] => {
      const others = contest.ranked.filter(({ id, rank }) => rank !== null && id !== ranked.id);
      const [subject, rival] = [ranked.id, others[stage.size - 1]?.id].map((id) => contest.contestants.find((each) => each.id === id));
      if (ranked.rank === null || subject === undefined || rival === undefined) return [];
      const place = placeAt(ranked, stage);
      return [
        {
          id: subject.id,
          stage: stage.id,
          place,
          rival: rival.id,
          points: findPointsFlip(contest, subject, rival, stage, place),
          weight: findWeightFlip(contest, table, subject.id, stage, place),
          sheets: findSheetFlip(contest, subject, stage, place),
        },
      ];
    }),
  );
}

function placeWith(contest: Contest, subject: Contestant, total: Points, stage: Stage): PlaceAtCut {
  const ranked = rankAnew(contest, (each) => (each.id === subject.id ? total : totalOf(each)));
  const found = ranked.find(({ id }) => id === subject.id);
  return found === undefined ? "outside" : placeAt(found, stage);
}

/** Whether more points lead across the cut: to rise where more is better, or to fall where less is. */
function needsMore({ honour }: Contest, place: PlaceAtCut): boolean {
  return (place === "inside") === (honour.rubric.ranking.better === "lower");
}

function findPointsFlip(contest: Contest, subject: Contestant, rival: Contestant, stage: Stage, place: PlaceAtCut): PointsFlip {
  const change = sumPoints([rival.score.total, points(-subject.score.total.numerator, subject.score.total.denominator)]);
  const levelIsEnough = place !== "tied" && placeWith(contest, subject, rival.score.total, stage) !== place;
  const upwards = needsMore(contest, place);
  const needed: Points = { ...change, numerator: Math.abs(change.numerator) };
  const items = subject.score.items.filter(({ points: amount, maxHundredths, measured }) => {
    if (maxHundredths === null && (upwards || measured === null)) return measured !== null;
    const room = upwards ? sumPoints([points(maxHundredths ?? 0), points(-amount.numerator, amount.denominator)]) : amount;
    return comparePoints(room, needed) >= (levelIsEnough ? 0 : 1);
  });
  return { change, levelIsEnough, items: items.map(({ item }) => item) };
}

/**
 * The fewest sheets: raising the lowest ones to full marks, or lowering the highest to nothing, moves the score more than the same
 * number of any others, whichever way the sheets are combined.
 */
function findSheetFlip(contest: Contest, subject: Contestant, stage: Stage, place: PlaceAtCut): SheetFlip | null {
  const upwards = needsMore(contest, place);
  const full = contest.honour.rubric.items.reduce((sum, item) => sum + (isSheetItem(item) ? hundredthsOf(item.max) : 0), 0);
  const complete = subject.sheets
    .filter(({ missing }) => missing.length === 0)
    .toSorted((a, b) => (upwards ? 1 : -1) * (a.hundredths - b.hundredths) || (a.grader < b.grader ? -1 : 1));
  for (let count = 1; count <= complete.length; count++) {
    const graders = complete.slice(0, count).map(({ grader }) => grader);
    const changed = subject.sheets.map((sheet) => (graders.includes(sheet.grader) ? { ...sheet, hundredths: upwards ? full : 0 } : sheet));
    const total = totalWithSheets(contest, subject, changed);
    if (total !== null && placeWith(contest, subject, total, stage) !== place) return { graders: graders.sort() };
  }
  return null;
}
