import { formatHundredths, formatPoints } from "@mingchuang/rubric/points";
import { lineSentence } from "@mingchuang/rubric/sentence";
import type { SubjectLineRow } from "@mingchuang/warehouse/queries/subject";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { useReach } from "../../lib/scope.ts";
import { bonusAccount } from "./bonus-account.ts";
import { messages } from "./messages.ts";
import { RuleLink } from "./rule-link.tsx";
import { useSchemeNames } from "./scheme-names.ts";
import { LinePlace, toldLine } from "./score-lines.tsx";
import { linePoints } from "./score-steps.ts";

interface BonusArithmeticProps {
  readonly applicationId: string;
  readonly lines: readonly SubjectLineRow[];
}

/** Every honour and new measure with its worth, those that did not count with the reason, and the caps worked out. */
export function BonusArithmetic({ applicationId, lines }: BonusArithmeticProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { honour, bonusPart } = useSchemeNames();
  const isNamed = useReach("eval_line", "evidence") !== "withheld";
  const hasFiles = useReach("eval_line", "file_id") !== "withheld";
  const account = bonusAccount(honour, lines);
  if (honour === undefined || account === null) return null;
  const records = account.parts.flatMap((part) => part.lines);
  const title = text("bonusTitle");
  if (records.length === 0) return <p>{text("bonusNone")}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className="table-frame" aria-label={text("tableOf", { title })} tabIndex={0}>
        <table className="ruled bonus">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {isNamed ? <th scope="col">{text("record")}</th> : null}
              <th scope="col">{text("level2")}</th>
              <th scope="col" className="numeric">
                {text("worth")}
              </th>
              <th scope="col" className="numeric">
                {text("effect")}
              </th>
              <th scope="col">{text("why")}</th>
              {hasFiles ? <th scope="col">{text("source")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {records.map((line) => (
              <tr key={line.line_no} className={line.points_num === 0 ? "not-counted" : undefined}>
                {isNamed ? <th scope="row">{line.evidence ?? line.record_id ?? "–"}</th> : null}
                <td>
                  {line.clause === null ? (
                    "–"
                  ) : (
                    <RuleLink anchor={rubricAnchor.item(honour.id, line.item, line.clause)}>{bonusPart(line.clause)}</RuleLink>
                  )}
                </td>
                <td className="numeric">{line.asked_c === null ? "–" : formatHundredths(line.asked_c)}</td>
                <td className="numeric">{line.points_num === 0 ? text("notCounted") : `+${formatPoints(linePoints(line))}`}</td>
                <td>{lineSentence(honour, toldLine(line))[language]}</td>
                {hasFiles ? (
                  <td className="place">
                    <LinePlace line={line} applicationId={applicationId} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className="arithmetic">
        {account.parts.map((part) => (
          <li key={part.id}>
            {text(part.earned.length > 1 ? "partSum" : "partSumPlain", {
              part: part.label[language],
              parts: part.earned.map(formatHundredths).join(" + "),
              sum: formatHundredths(part.sum),
              cap: formatHundredths(part.cap),
              kept: formatHundredths(part.kept),
            })}
          </li>
        ))}
        <li>
          <strong>
            {text("bonusSum", {
              sum: formatHundredths(account.sum),
              cap: formatHundredths(account.cap),
              points: formatHundredths(account.points),
            })}
          </strong>
        </li>
      </ul>
    </>
  );
}
