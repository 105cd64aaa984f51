import type { BadReview } from "./bad-reviews.ts";
import { drawChannel } from "./bad-reviews.ts";
import { createRandom, type Random } from "./random.ts";
import type { ReviewCount } from "./review-counts.ts";
import { type Column, layOut, type Table } from "./table.ts";
import type { YearRecords } from "./year-records.ts";
import { addMinutes, type SampleYear, yearMonth } from "./years.ts";

/** One review as a platform hands it out. */
interface ReviewEvent {
  readonly id: string;
  readonly windowId: string;
  readonly personId: string | null;
  readonly channel: string;
  readonly level: string;
  readonly ratedAt: string;
  readonly byDefault: boolean;
  readonly acceptedAt: string;
  readonly finishedAt: string;
}

/** The month, and how many windows, whose reviews are handed in one by one. */
const month = 12;
const windows = 3;

const levelNames = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"] as const;

/** The number under which a bad review of the year is listed. */
export const badReviewNumber = (year: SampleYear, index: number): string => `CP${year}-${String(index + 1).padStart(5, "0")}`;

/**
 * The reviews of December of the three quietest windows that have a bad one: as many of each level as their counts say, the bad ones under the
 * number they have on the list of bad reviews.
 */
export function reviewEventTable(seed: number, year: SampleYear, { counts, badReviews }: YearRecords): Table {
  const inMonth = yearMonth(year, month);
  const numbered = badReviews.map((review, index) => ({ review, id: badReviewNumber(year, index) }));
  const ofMonth = numbered.filter(({ review }) => review.ratedAt.startsWith(inMonth));
  const quietest = counts
    .filter((count) => count.month === inMonth && ofMonth.some(({ review }) => review.windowId === count.windowId))
    .sort((a, b) => a.cases - b.cases || (a.windowId < b.windowId ? -1 : 1))
    .slice(0, windows);
  const events = quietest.flatMap((count) => {
    const random = createRandom(seed, `review-events/${year}/${count.windowId}`);
    return eventsOf(
      random,
      count,
      ofMonth.filter(({ review }) => review.windowId === count.windowId),
    );
  });
  const sorted = events.sort((a, b) => (`${a.ratedAt}${a.id}` < `${b.ratedAt}${b.id}` ? -1 : 1));
  let good = 0;
  const rows = sorted.map((event) => ({ ...event, id: event.id === "" ? `HP${year}-${String(++good).padStart(6, "0")}` : event.id }));
  return layOut("评价记录", `${year}年${month}月评价记录（${windows}个窗口）`, ["默认评价由系统给出，不计入主动评价"], columns, rows);
}

function eventsOf(
  random: Random,
  { windowId, month: inMonth, levels, byDefault }: ReviewCount,
  bad: readonly { review: BadReview; id: string }[],
): ReviewEvent[] {
  const good = levels.slice(0, 3).flatMap((count, place) => Array.from({ length: count }, () => levelNames[place] ?? ""));
  const draw = (level: string, isDefault: boolean): ReviewEvent => {
    const day = String(random.int(1, 28)).padStart(2, "0");
    const two = (value: number) => String(value).padStart(2, "0");
    const ratedAt = `${inMonth}-${day} ${two(random.int(9, 16))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
    return { ...timed(random, ratedAt), id: "", windowId, personId: null, channel: drawChannel(random), level, byDefault: isDefault };
  };
  return [
    ...good.map((level) => draw(level, false)),
    ...Array.from({ length: byDefault }, () => draw("非常满意", true)),
    ...bad.map(({ review, id }) => {
      const level = levelNames[5 - review.level] ?? "";
      return {
        ...timed(random, review.ratedAt),
        id,
        windowId,
        personId: review.personId,
        channel: review.channel,
        level,
        byDefault: false,
      };
    }),
  ];
}

/** Most matters are done at the desk; some take days. */
function timed(random: Random, ratedAt: string): Pick<ReviewEvent, "ratedAt" | "acceptedAt" | "finishedAt"> {
  const finishedAt = addMinutes(ratedAt, -random.int(1, 20));
  const minutes = random.chance(0.8) ? random.int(6, 45) : random.int(1, 4) * 1440 + random.int(0, 300);
  return { ratedAt, finishedAt, acceptedAt: addMinutes(finishedAt, -minutes) };
}

const columns: readonly Column<ReviewEvent>[] = [
  { header: "评价编号", width: 16, cell: ({ id }) => id },
  { header: "窗口编号", width: 10, cell: ({ windowId }) => windowId },
  { header: "人员编号", width: 10, cell: ({ personId }) => personId },
  { header: "评价渠道", width: 16, cell: ({ channel }) => channel },
  { header: "评价等级", width: 12, cell: ({ level }) => level },
  { header: "评价时间", width: 20, cell: ({ ratedAt }) => ratedAt },
  { header: "默认评价", width: 10, cell: ({ byDefault }) => (byDefault ? "是" : "否") },
  { header: "受理时间", width: 20, cell: ({ acceptedAt }) => acceptedAt },
  { header: "办结时间", width: 20, cell: ({ finishedAt }) => finishedAt },
];
