import { type PeerRow, queryPeers, type SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { Link } from "@tanstack/react-router";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../data-table.tsx";
import { Section } from "../page.tsx";
import { Loaded } from "../states.tsx";
import { messages } from "./messages.ts";
import { useSchemeNames } from "./scheme-names.ts";

/** A subject and the two best others of its domain, to be held side by side. */
function beside(subjectId: string, rows: readonly PeerRow[]): string[] {
  const others = rows.filter((row) => row.subject_id !== subjectId && row.rank !== null).slice(0, 2);
  return [subjectId, ...others.map((row) => row.subject_id)];
}

/** The applications of the same domain and year, the subject itself among them. */
export function SubjectPeers({ result }: { readonly result: SubjectResultRow }) {
  const text = useText(messages);
  const { year, honour } = useScope();
  const { pathOf } = useHonours();
  const { domain } = useSchemeNames();
  const peers = useRows(queryPeers, { year, honour, domain: result.domain });
  const title = text("peersTitle", { domain: domain(result.domain) });
  return (
    <Section id="peers" title={title}>
      <Loaded result={peers}>
        {(rows) => (
          <DataTable
            caption={text("tableOf", { title })}
            footnote={
              <Link
                to="/compare"
                search={({ year: chosen, honour: title, lang, theme }) => ({
                  year: chosen,
                  honour: title,
                  lang,
                  theme,
                  id: beside(result.subject_id, rows),
                })}
              >
                {text("besideBest")}
              </Link>
            }
            captionHidden
            rows={rows}
            rowKey={(row) => row.application_id}
            isCurrent={(row) => row.application_id === result.application_id}
            columns={[
              {
                id: "name",
                label: text("name"),
                value: (row) => row.subject_name,
                cell: (row) => (
                  <Link
                    to={pathOf(honour)}
                    params={{ id: row.subject_id }}
                    search={({ year: chosen, honour: title, lang, theme }) => ({ year: chosen, honour: title, lang, theme })}
                  >
                    {row.subject_name}
                  </Link>
                ),
              },
              { id: "city", label: text("cityColumn"), value: (row) => row.city },
              {
                id: "rank",
                label: text("rank"),
                numeric: true,
                value: (row) => row.rank,
                cell: (row) => row.rank ?? <span className={`badge ${row.state}`}>{text(row.state)}</span>,
              },
              {
                id: "total",
                label: text("total"),
                numeric: true,
                value: (row) => row.total_c / 100,
                cell: (row) => formatPoints(row.total_c),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
