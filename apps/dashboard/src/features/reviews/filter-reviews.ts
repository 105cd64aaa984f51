import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import type { ReviewsSearch } from "./search.ts";

/** What nobody named, in the address. */
export const unnamed = "unnamed";

export type ReviewFilter = Partial<Pick<ReviewsSearch, "city" | "domain" | "channel" | "month">>;

type Placed = Pick<HandledReview, "city_code" | "domain" | "channel" | "rated_on">;

/** Whether a review is of the city, domain, channel and month asked for; a month is that of any year, so that years compare. */
export function isAskedFor(review: Placed, { city, domain, channel, month }: ReviewFilter): boolean {
  const is = (wanted: string | undefined, value: string | null) => wanted === undefined || wanted === (value ?? unnamed);
  return (
    is(city, review.city_code) &&
    is(domain, review.domain) &&
    is(channel, review.channel) &&
    (month === undefined || review.rated_on.slice(5, 7) === month.slice(5, 7))
  );
}

/** The channels that the reviews came through, the one with the most first. */
export function channelsOf(rows: readonly Pick<HandledReview, "channel">[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { channel } of rows) counts.set(channel ?? unnamed, (counts.get(channel ?? unnamed) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([channel]) => channel);
}

/** The month of the address in the year that is shown: another year chosen keeps April in sight. What is no month narrows nothing. */
export function monthInYear(month: string | undefined, year: number): string | undefined {
  return month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? `${year}-${month.slice(5)}` : undefined;
}
