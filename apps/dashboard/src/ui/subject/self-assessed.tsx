import type { SubjectItemRow } from "@mingchuang/warehouse/queries/subject";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { SourceLink } from "../source/source-link.tsx";
import { messages } from "./messages.ts";

interface SelfAssessedProps {
  readonly applicationId: string;
  readonly items: readonly SubjectItemRow[];
}

/** What the applicant gave itself beside what it was given, item by item. */
export function SelfAssessed({ applicationId, items }: SelfAssessedProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const title = text("selfTitle");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={text("tableOf", { title })} tabIndex={0}>
      <table className="ruled self-assessed">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text("itemColumn")}</th>
            <th scope="col" className="numeric">
              {text("max")}
            </th>
            <th scope="col" className="numeric">
              {text("self")}
            </th>
            <th scope="col" className="numeric">
              {text("assessed")}
            </th>
            <th scope="col" className="numeric">
              {text("gap")}
            </th>
            <th scope="col">
              <span className="sr-only">{text("picture")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.item}>
              <th scope="row">{scheme.item(honour, item.item, language)}</th>
              <td className="numeric">{formatPoints(item.max_c)}</td>
              <td className="numeric">
                {item.self_c === null ? (
                  "–"
                ) : (
                  <SourceLink
                    of="self"
                    id={applicationId}
                    at={item.item}
                    label={`${scheme.item(honour, item.item, language)} ${text("self")}`}
                  >
                    {formatPoints(item.self_c)}
                  </SourceLink>
                )}
              </td>
              <td className="numeric">
                <SourceLink
                  of="item"
                  id={applicationId}
                  at={item.item}
                  label={`${scheme.item(honour, item.item, language)} ${text("assessed")}`}
                >
                  {formatPoints(item.points_c)}
                </SourceLink>
              </td>
              <td className="numeric">{formatPointsChange(item.self_c === null ? null : item.points_c - item.self_c)}</td>
              <td aria-hidden="true" className="mark">
                <span className="track">
                  <span className="fill" style={{ width: `${(item.points_c / item.max_c) * 100}%` }} />
                  {item.self_c === null ? null : <span className="tick" style={{ left: `${(item.self_c / item.max_c) * 100}%` }} />}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="table-note">{items.every((item) => item.self_c === null) ? text("selfNone") : text("selfNote")}</p>
    </section>
  );
}
