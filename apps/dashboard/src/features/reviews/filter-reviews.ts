import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import type { ReviewsSearch } from "./search.ts";

/** What nobody named, in the address. */
export const unnamed = "unnamed";

type Filter = Partial<Pick<ReviewsSearch, "city" | "domain" | "channel" | "month">>;

/** The reviews of one city, domain, channel and month; what is not asked for does not narrow. */
export function filterReviews<Row extends Pick<HandledReview, "city_code" | "domain" | "channel" | "rated_on">>(
  rows: readonly Row[],
  { city, domain, channel, month }: Filter,
): readonly Row[] {
  const is = (wanted: string | undefined, value: string | null) => wanted === undefined || wanted === (value ?? unnamed);
  return rows.filter(
    (row) =>
      is(city, row.city_code) &&
      is(domain, row.domain) &&
      is(channel, row.channel) &&
      (month === undefined || row.rated_on.startsWith(month)),
  );
}

/** The channels that the reviews came through, the one with the most first. */
export function channelsOf(rows: readonly Pick<HandledReview, "channel">[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { channel } of rows) counts.set(channel ?? unnamed, (counts.get(channel ?? unnamed) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([channel]) => channel);
}
