import type { VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { messages as subjectMessages } from "../../ui/subject/messages.ts";
import { VetoDetail } from "../../ui/subject/veto-detail.tsx";
import { VetoGauge } from "../../ui/subject/veto-gauge.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { openKey } from "./filter-vetoes.ts";
import { messages } from "./messages.ts";

interface VetoTableProps {
  readonly rows: readonly VetoRow[];
  /** Every rule of every subject, also those that are filtered out: another one may keep a rank open. */
  readonly all: readonly VetoRow[];
  readonly caption: string;
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}

/** One row a subject and rule; its records open under it. On a phone all but the state stands beneath the name, so that nothing lies off screen. */
export function VetoTable({ rows, all, caption, open, onOpen }: VetoTableProps) {
  const text = useText(messages);
  const state = useText(subjectMessages);
  const language = useLanguage();
  const { honour, scheme } = useScope();
  const { pathOf } = useHonours();
  const narrow = useNarrow();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={state("tableOf", { title: caption })} tabIndex={0}>
      <table className="ruled vetoes">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text("subject")}</th>
            <th scope="col">{text("state")}</th>
            {narrow ? null : (
              <>
                <th scope="col">{text("figures")}</th>
                <th scope="col">{text("rule")}</th>
                <th scope="col">{text("city")}</th>
                <th scope="col" className="numeric">
                  {text("excluded")}
                </th>
                <th scope="col">{text("nominated")}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = openKey(row);
            const isOpen = open === key;
            const name = row.subject_name ?? row.subject_id;
            const rule = `${row.rule}　${scheme.veto(honour, row.rule, language)}`;
            return (
              <Fragment key={key}>
                <tr className={`${row.state} ${isOpen ? "open" : ""}`}>
                  <th scope="row">
                    <button
                      type="button"
                      className="disclose"
                      aria-expanded={isOpen}
                      aria-label={text(isOpen ? "closeRecords" : "openRecords", { name, rule: row.rule })}
                      onClick={() => onOpen(isOpen ? undefined : key)}
                    >
                      {isOpen ? "▾" : "▸"}
                    </button>
                    <Link
                      to={pathOf(honour)}
                      params={{ id: row.subject_id }}
                      search={({ year, honour: title, lang, theme }) => ({ year, honour: title, lang, theme })}
                    >
                      {name}
                    </Link>
                    {narrow ? (
                      <span className="beneath">
                        {rule}　{row.city}　{text("excludedCount", { count: row.excluded })}
                      </span>
                    ) : null}
                  </th>
                  <td>
                    <span className={`badge ${row.state}`} title={row.state === "near" ? text("nearHint") : undefined}>
                      {state(row.state)}
                    </span>
                    {narrow ? (
                      <>
                        <VetoGauge mark={row} />
                        <span className="beneath">{nomination(row, text)}</span>
                      </>
                    ) : null}
                  </td>
                  {narrow ? null : (
                    <>
                      <td>
                        <VetoGauge mark={row} />
                      </td>
                      <td className="rule">{rule}</td>
                      <td>{row.city ?? "–"}</td>
                      <td className="numeric">{row.excluded}</td>
                      <td>{nomination(row, text)}</td>
                    </>
                  )}
                </tr>
                {isOpen ? (
                  <tr className="detail">
                    <td colSpan={narrow ? 2 : 7}>
                      <VetoDetail
                        veto={row}
                        otherOpen={all.some(
                          (other) =>
                            other.subject_id === row.subject_id &&
                            other.rule !== row.rule &&
                            (other.state === "vetoed" || other.state === "undecided"),
                        )}
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function nomination(row: VetoRow, text: ReturnType<typeof useText<keyof typeof messages.zh>>): string {
  if (row.application_id === null) return text("notNominated");
  if (row.result_state === "vetoed") return text("struck", { total: formatPoints(row.total_c) });
  if (row.rank === null) return text("unscored");
  return text(row.result_state === "undecided" ? "provisional" : "rank", { rank: row.rank });
}
