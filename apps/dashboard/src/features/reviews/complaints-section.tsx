import { type ComplaintYear, queryComplaintYears } from "@mingchuang/warehouse/queries/reviews";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { unnamed } from "./filter-reviews.ts";
import { messages } from "./messages.ts";
import type { ReviewsSearch } from "./search.ts";

/** What became of complaints, year by year. No scheme sets days for them, so nothing is said to be late. */
export function ComplaintsSection({ search: { city, domain } }: { readonly search: ReviewsSearch }) {
  const text = useText(messages);
  const { year, scheme } = useScope();
  const result = useRows(queryComplaintYears, {
    schemeId: scheme.schemeId,
    city: city === unnamed ? null : (city ?? null),
    domain: domain === unnamed ? null : (domain ?? null),
  });
  const count = (id: "received" | "closed" | "found_true" | "found_untrue" | "pending" | "without_finding"): Column<ComplaintYear> => ({
    id,
    label: text(`complaint-${id}`),
    numeric: true,
    value: (row) => row[id],
    cell: (row) => formatCount(row[id]),
  });
  return (
    <Section id="complaints" title={text("complaints")} note={text("complaintsNote")}>
      <Loaded result={result}>
        {(rows) => {
          const now = rows.find((row) => row.year === year);
          if (rows.length === 0) return <p className="none-left">{text("complaintsNone")}</p>;
          return (
            <>
              <p className="loop-sentence">
                {now === undefined
                  ? text("complaintsNoneYear", { year })
                  : text("complaintsSentence", {
                      year,
                      received: formatCount(now.received),
                      closed: formatCount(now.closed),
                      closedRate: formatRate(now.closed, now.received),
                      foundTrue: formatCount(now.found_true),
                      pending: formatCount(now.pending),
                    })}
              </p>
              <DataTable
                caption={text("complaintsTable")}
                captionHidden
                rows={rows.toSorted((a, b) => b.year - a.year)}
                rowKey={(row) => String(row.year)}
                isCurrent={(row) => row.year === year}
                columns={[
                  { id: "year", label: text("year"), value: (row) => row.year },
                  count("received"),
                  count("closed"),
                  {
                    id: "closedRate",
                    label: text("complaint-closedRate"),
                    numeric: true,
                    value: (row) => formatRate(row.closed, row.received),
                    title: (row) => `${row.closed} ÷ ${row.received}`,
                  },
                  count("found_true"),
                  count("found_untrue"),
                  count("pending"),
                  count("without_finding"),
                  {
                    id: "satisfied",
                    label: text("complaint-satisfied"),
                    numeric: true,
                    value: (row) => formatRate(row.satisfied, row.asked),
                    title: (row) => `${row.satisfied} ÷ ${row.asked}`,
                  },
                ]}
              />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
