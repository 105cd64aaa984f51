import { queryReviewMonths } from "@mingchuang/warehouse/queries/data";
import { formatCount } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { messages } from "./messages.ts";

/** Reviews that were handed in one by one, by month. Where there are none there is nothing to say. */
export function ReviewMonths() {
  const text = useText(messages);
  const withheld = useReach("mart_review_month", "reviews") === "withheld";
  const { data: months = [] } = useRows(queryReviewMonths);
  if (withheld || months.length === 0) return null;
  const sum = months.reduce((total, { reviews }) => total + reviews, 0);
  return (
    <Section id="reviews" title={text("reviews")} note={text("reviewsNote", { count: formatCount(sum), months: months.length })}>
      <DataTable
        caption={text("reviews")}
        captionHidden
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { id: "month", label: text("month"), value: ({ month }) => month },
          {
            id: "reviews",
            label: text("reviewCount"),
            numeric: true,
            value: ({ reviews }) => reviews,
            cell: ({ reviews }) => formatCount(reviews),
          },
          { id: "files", label: text("files"), numeric: true, value: ({ files }) => files },
        ]}
      />
    </Section>
  );
}
