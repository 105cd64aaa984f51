import {
  type BadReview,
  buildBadReview,
  type CastBadReview,
  type Cause,
  countedChannels,
  drawCause,
  drawChannel,
  expectedBadReviews,
  otherChannels,
} from "./bad-reviews.ts";
import { twinMonth } from "./casting.ts";
import { isPresentIn, type SamplePerson } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { buildVolumes, countLevels, type MonthVolume, type ReviewCount } from "./review-counts.ts";
import { isOpenIn, qualityIn, type SampleWindow } from "./windows.ts";
import { monthNumbers, type SampleYear, yearMonth } from "./years.ts";

export interface ReviewPlan {
  readonly year: SampleYear;
  /** Windows whose bad reviews of the year are given. */
  readonly casts: ReadonlyMap<string, readonly CastBadReview[]>;
  /** Windows whose year is another window's, with months in another order. */
  readonly twins: ReadonlyMap<string, string>;
  /** Nominated windows: without a role they have at most two bad reviews that may count. */
  readonly nominatedWindows: ReadonlySet<string>;
  /** Nominated persons: bad reviews that may count are never theirs, unless given here. */
  readonly nominatedPersons: ReadonlySet<string>;
  readonly personCasts: ReadonlyMap<string, readonly CastBadReview[]>;
}

export interface YearOfReviews {
  readonly counts: readonly ReviewCount[];
  readonly badReviews: readonly BadReview[];
}

/** The monthly counts of all windows and the list of their bad reviews, which agree with each other. */
export function buildReviews(
  seed: number,
  windows: readonly SampleWindow[],
  people: readonly SamplePerson[],
  plan: ReviewPlan,
): YearOfReviews {
  const years = windows
    .filter((window) => isOpenIn(window, plan.year))
    .map((window) => {
      const random = createRandom(seed, `reviews/${plan.year}/${window.id}`);
      const volumes = buildVolumes(random, window, plan.year);
      const staff = people.filter((person) => person.windowId === window.id && isPresentIn(person, plan.year));
      const badReviews = [...drawBadReviews(random, window, staff, volumes, plan), ...personBadReviews(random, window, staff, plan)];
      const counts = volumes.map((volume) => countLevels(random, window, plan.year, volume, badOf(badReviews, volume.month)));
      return { window, counts, badReviews };
    });
  const countsOf = new Map(years.map(({ window, counts }) => [window.id, counts]));
  return {
    counts: years.flatMap(({ window, counts, badReviews }) => {
      const twin = countsOf.get(plan.twins.get(window.id) ?? "");
      return twin ? copyYear(window.id, twin, badReviews, plan.year) : counts;
    }),
    badReviews: years
      .flatMap(({ badReviews }) => badReviews)
      .sort((a, b) => (`${a.ratedAt}${a.windowId}` < `${b.ratedAt}${b.windowId}` ? -1 : 1)),
  };
}

function drawBadReviews(
  random: Random,
  window: SampleWindow,
  staff: readonly SamplePerson[],
  volumes: readonly MonthVolume[],
  plan: ReviewPlan,
): BadReview[] {
  const cast = plan.casts.get(window.id);
  const free = staff.filter((person) => !plan.nominatedPersons.has(person.id));
  const build = (month: string, cause: Cause, channel: string) =>
    buildBadReview(random, { window, staff: cause === "客观" ? staff : free, month, cause, channel });
  if (cast) {
    return cast.map(({ month, cause, counted }) =>
      build(yearMonth(plan.year, month), cause, random.pick(counted ? countedChannels : otherChannels)),
    );
  }
  let mayCount = plan.nominatedWindows.has(window.id) ? 2 : Number.POSITIVE_INFINITY;
  return volumes.flatMap((volume) =>
    Array.from({ length: random.occurrences(expectedBadReviews(window, plan.year, volume)) }, () => {
      const drawn = drawCause(random, qualityIn(window, plan.year), Number(volume.month.slice(5)));
      const cause = mayCount > 0 ? drawn : "客观";
      if (cause !== "客观") mayCount--;
      return build(volume.month, cause, drawChannel(random));
    }),
  );
}

function personBadReviews(random: Random, window: SampleWindow, staff: readonly SamplePerson[], plan: ReviewPlan): BadReview[] {
  return staff.flatMap((person) =>
    (plan.personCasts.get(person.id) ?? []).map(({ month, cause }) => ({
      ...buildBadReview(random, {
        window,
        staff: [person],
        month: yearMonth(plan.year, month),
        cause,
        channel: random.pick(countedChannels),
      }),
      personId: person.id,
    })),
  );
}

function badOf(badReviews: readonly BadReview[], month: string): { level2: number; level1: number } {
  const inMonth = badReviews.filter((review) => review.ratedAt.startsWith(month));
  const level2 = inMonth.filter((review) => review.level === 2).length;
  return { level2, level1: inMonth.length - level2 };
}

/** The same counts in twin months: the year's sums are those of the other window. */
function copyYear(windowId: string, other: readonly ReviewCount[], badReviews: readonly BadReview[], year: SampleYear): ReviewCount[] {
  return monthNumbers.map((number) => {
    const month = yearMonth(year, number);
    const row = other.find((count) => count.month === yearMonth(year, twinMonth(number)));
    const { level2, level1 } = badOf(badReviews, month);
    if (row?.levels[3] === undefined || row.levels[3] + row.levels[4] !== level2 + level1) {
      throw new RangeError(`${windowId} and its twin differ in ${month}`);
    }
    return { ...row, windowId, month, levels: [row.levels[0], row.levels[1], row.levels[2], level2, level1] };
  });
}
