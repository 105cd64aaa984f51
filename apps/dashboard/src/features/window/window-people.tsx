import { queryWindowApplicants } from "@mingchuang/warehouse/queries/subject";
import { Link } from "@tanstack/react-router";
import { formatPoints } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages as subjectMessages } from "../../ui/subject/messages.ts";
import { messages } from "./messages.ts";

/** Who of this window was nominated as service pioneer in the year. */
export function WindowPeople({ windowId }: { readonly windowId: string }) {
  const text = useText(messages);
  const states = useText(subjectMessages);
  const { year } = useScope();
  const left = useHoldings().withheld.some((row) => row.table_name === "eval_result" && row.column_name === null && row.how === "rows");
  const result = useRows(queryWindowApplicants, { windowId, year, honour: "service-pioneer" });
  return (
    <Section id="people" title={text("people")}>
      <Loaded result={result}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{text(left ? "peopleNotListed" : "peopleNone", { year })}</p>
          ) : (
            <DataTable
              caption={text("peopleTable")}
              captionHidden
              rows={rows}
              rowKey={(row) => row.subject_id}
              columns={[
                {
                  id: "name",
                  label: text("name"),
                  value: (row) => row.subject_name,
                  cell: (row) => (
                    <Link
                      to="/people/$id"
                      params={{ id: row.subject_id }}
                      search={({ year: chosen, lang, theme }) => ({ year: chosen, honour: "service-pioneer" as const, lang, theme })}
                    >
                      {row.subject_name}
                    </Link>
                  ),
                },
                { id: "state", label: text("state"), value: (row) => states(row.state) },
                { id: "rank", label: text("rank"), numeric: true, value: (row) => row.rank },
                {
                  id: "total",
                  label: text("total"),
                  numeric: true,
                  value: (row) => row.total_c / 100,
                  cell: (row) => formatPoints(row.total_c),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
