import type { Ranked } from "../rank.ts";
import { type Contest, type Contestant, rankAnew, type SheetTotal, totalWithSheets } from "./contest.ts";
import type { Draw } from "./draw.ts";
import type { Trial } from "./rank-range.ts";

/** The graders of a contest, by id. */
export function gradersOf({ contestants }: Contest): string[] {
  return [...new Set(contestants.flatMap(({ sheets }) => sheets.map(({ grader }) => grader)))].sort();
}

/**
 * Another panel of the same size, drawn again and again from the graders there are, with replacement (the bootstrap of Efron 1979): one
 * drawn twice hands in every sheet twice. One draw holds for all subjects, since all have the same panel; a subject none of whose
 * graders was drawn keeps its own sheets in that draw.
 */
export function redrawGraders(contest: Contest, draws: number, draw: Draw): Trial[] {
  const graders = gradersOf(contest);
  if (graders.length < 2) return [];
  const known = new Map<string, readonly Ranked[]>();
  return Array.from({ length: draws }, (_, number): Trial => {
    const times = graders.map(() => 0);
    for (const _ of graders) {
      const drawn = draw(0, graders.length - 1);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    const panel = times.join(" ");
    const ranked = known.get(panel) ?? rankPanel(contest, new Map(graders.map((grader, place) => [grader, times[place] ?? 0])));
    known.set(panel, ranked);
    return { change: { kind: "graders-drawn", draw: number + 1 }, ranked };
  });
}

/** The ranking by a panel in which each grader sits so many times. */
function rankPanel(contest: Contest, times: ReadonlyMap<string, number>): Ranked[] {
  return rankAnew(contest, (contestant) => {
    const drawn = contestant.sheets.flatMap((sheet): SheetTotal[] => new Array(times.get(sheet.grader) ?? 0).fill(sheet));
    return totalWithSheets(contest, contestant, drawn) ?? totalWithSheets(contest, contestant, contestant.sheets);
  });
}

/** The ranking without each grader in turn, exactly; a subject whom nobody else graded is then unscored. */
export function leaveOutGraders(contest: Contest): Trial[] {
  return gradersOf(contest).map((grader): Trial => {
    const others = ({ sheets }: Contestant) => sheets.filter((sheet) => sheet.grader !== grader);
    const ranked = rankAnew(contest, (contestant) => totalWithSheets(contest, contestant, others(contestant)));
    return { change: { kind: "grader-left-out", grader }, ranked };
  });
}
