import { queryWindowApplicants } from "@mingchuang/warehouse/queries/subject";
import { Link } from "@tanstack/react-router";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { honoursOf } from "../../lib/scope-choice.ts";
import type { Honour } from "../../lib/search-state.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages as subjectMessages } from "../../ui/subject/messages.ts";
import { messages } from "./messages.ts";

/** Who of this window was nominated in the year, for each honour that people hold. */
export function WindowPeople({ windowId }: { readonly windowId: string }) {
  const { isOfPersons } = useHonours();
  return honoursOf(useHoldings())
    .filter(isOfPersons)
    .map((honour) => <Applicants key={honour} windowId={windowId} honour={honour} />);
}

function Applicants({ windowId, honour }: { readonly windowId: string; readonly honour: Honour }) {
  const text = useText(messages);
  const states = useText(subjectMessages);
  const { year } = useScope();
  const name = useHonours().nameOf(honour);
  const left = useHoldings().withheld.some((row) => row.table_name === "eval_result" && row.column_name === null && row.how === "rows");
  const result = useRows(queryWindowApplicants, { windowId, year, honour });
  return (
    <Section id={`people-${honour}`} title={text("people", { honour: name })}>
      <Loaded result={result}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{text(left ? "peopleNotListed" : "peopleNone", { year, honour: name })}</p>
          ) : (
            <DataTable
              caption={text("peopleTable", { honour: name })}
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
                      search={({ year: chosen, lang, theme }) => ({ year: chosen, honour, lang, theme })}
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
