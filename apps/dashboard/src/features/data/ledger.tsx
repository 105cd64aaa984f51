import { type LedgerEvent, queryLedgerEvents } from "@mingchuang/warehouse/queries/data";
import { Link } from "@tanstack/react-router";
import { formatCount } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";

const shownAtMost = 200;
const actions = ["loaded", "refused", "superseded", "restored", "undone", "redone", "ignored"] as const;

/** What was loaded, corrected and undone, the latest first. */
export function Ledger() {
  const text = useText(messages);
  const withheld = useReach("mart_event", "action") === "withheld";
  const result = useRows(queryLedgerEvents, { limit: shownAtMost });
  const action = (event: LedgerEvent) => {
    const known = actions.find((each) => each === event.action);
    const words = known === undefined ? event.action : text(`action-${known}`);
    return event.error_code === null ? words : `${words} ${event.error_code}`;
  };
  return (
    <Section id="ledger" title={text("ledger")} note={text("ledgerNote")}>
      {withheld ? (
        <p className="reach-note">{text("ledgerWithheld")}</p>
      ) : (
        <Loaded result={result}>
          {(rows) =>
            rows.length === 0 ? (
              <p>{text("ledgerNone")}</p>
            ) : (
              <div className="data-files">
                <DataTable
                  caption={text("ledger")}
                  captionHidden
                  rows={rows}
                  rowKey={({ event_no }) => String(event_no)}
                  columns={[
                    { id: "when", label: text("when"), value: ({ happened_at }) => happened_at },
                    { id: "action", label: text("action"), value: action },
                    {
                      id: "file",
                      label: text("file"),
                      value: ({ path, file_id }) => path ?? file_id,
                      cell: ({ path, file_id }) => (
                        <Link from="/data" to="/data" search={(former) => ({ ...former, file: file_id })} hash="files">
                          {path ?? file_id}
                        </Link>
                      ),
                    },
                    {
                      id: "changed",
                      label: text("changedRows"),
                      numeric: true,
                      value: ({ row_count }) => row_count,
                      cell: ({ row_count }) => formatCount(row_count),
                    },
                    {
                      id: "accepted",
                      label: text("acceptedAfter"),
                      numeric: true,
                      value: ({ accepted }) => accepted,
                      cell: ({ accepted }) => formatCount(accepted),
                    },
                    { id: "by", label: text("because"), value: ({ by_path }) => by_path },
                  ]}
                  footnote={rows.length === shownAtMost ? text("ledgerMore", { shown: shownAtMost }) : undefined}
                />
              </div>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}
