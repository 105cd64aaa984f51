import { vetoRecordSentence } from "@mingchuang/rubric/veto-sentence";
import type { VetoRecordRow } from "@mingchuang/warehouse/queries/vetoes";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { SourceLink } from "../source/source-link.tsx";
import { usePlaces } from "../source/source-place.ts";
import { messages } from "./messages.ts";
import { useSchemeNames } from "./scheme-names.ts";

/** The records a rule looked at: when, through which channel, what became of them, whether they count and why, and where they stand. */
export function VetoRecords({ rule, records }: { readonly rule: string; readonly records: readonly VetoRecordRow[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const { honour } = useSchemeNames();
  if (records.length === 0) return <p className="faint">{text("noRecords")}</p>;
  const title = text("records");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={text("tableOf", { title })} tabIndex={0}>
      <table className="ruled records">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text("occurred")}</th>
            <th scope="col">{text("recordKind")}</th>
            <th scope="col">{text("channel")}</th>
            <th scope="col">{text("cause")}</th>
            <th scope="col">{text("handling")}</th>
            <th scope="col">{text("disposition")}</th>
            <th scope="col">{text("source")}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={`${record.record_kind}/${record.record_id}`} className={record.disposition}>
              <th scope="row">{record.occurred_on ?? "–"}</th>
              <td>
                {kindText(record, text)}
                <span className="record-id">{record.record_id}</span>
              </td>
              <td>{record.channel ?? record.complaint_source ?? "–"}</td>
              <td>{causeText(record, text)}</td>
              <td>
                <Handling record={record} />
              </td>
              <td>
                <span className={`disposition ${record.disposition}`}>{text(`disposition-${record.disposition}`)}</span>
                <span className="because">
                  {honour ? vetoRecordSentence(honour, rule, record)[language].replace(/^[^：:]+[：:]\s*/, "") : record.because}
                </span>
              </td>
              <td className="place">
                <RecordPlace record={record} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RecordPlace({ record }: { readonly record: VetoRecordRow }) {
  const text = useText(messages);
  const place = usePlaces().withFile(record);
  if (place === null) return "–";
  return (
    <SourceLink of="record" id={record.record_id} at={record.record_kind} label={`${kindText(record, text)} ${record.record_id}`}>
      {place}
    </SourceLink>
  );
}

type Told = ReturnType<typeof useText<keyof typeof messages.zh>>;

function kindText(record: VetoRecordRow, text: Told): string {
  const kinds = ["bad_reviews", "complaints", "findings"] as const;
  const kind = kinds.find((each) => each === record.record_kind);
  const name = kind === undefined ? record.record_kind : text(kind);
  return record.review_level === null ? name : `${name}（${text("levelText", { level: record.review_level })}）`;
}

function causeText(record: VetoRecordRow, text: Told): ReactNode {
  if (record.record_kind === "bad_reviews") {
    const cause =
      record.cause === "objective" ? text("objective") : record.cause === "not_objective" ? text("not_objective") : text("cause-undecided");
    return record.reason ? text("causeReason", { cause, reason: record.reason }) : cause;
  }
  if (record.record_kind !== "complaints") return "–";
  const verified =
    record.verified === "true" ? text("verifiedTrue") : record.verified === "false" ? text("verifiedFalse") : text("verifiedPending");
  const service = record.due_to_service === null ? null : text(record.due_to_service ? "dueToService" : "notDueToService");
  return [record.category, verified, service].filter(Boolean).join("，");
}

/** What was done about a record, in order of days. */
function Handling({ record }: { readonly record: VetoRecordRow }) {
  const text = useText(messages);
  const appeal =
    record.appeal_result === "upheld"
      ? text("upheld")
      : record.appeal_result === "dismissed"
        ? text("dismissed")
        : record.appeal_result === null
          ? null
          : text("appeal-pending");
  const steps = [
    record.visited_on ? text("visited", { day: record.visited_on }) : record.record_kind === "bad_reviews" ? text("notVisited") : null,
    record.appealed_on ? [text("appealed", { day: record.appealed_on }), appeal].filter(Boolean).join("，") : appeal,
    record.rectified_on ? text("rectified", { day: record.rectified_on }) : null,
    record.follow_up_level === null ? null : text("followUp", { level: record.follow_up_level }),
    record.closed_on ? text("closed", { day: record.closed_on }) : null,
  ].filter((step) => step !== null);
  return steps.length === 0 ? (
    "–"
  ) : (
    <ol className="handling">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
