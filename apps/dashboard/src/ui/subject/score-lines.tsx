import { formatHundredths, formatPoints, sumPoints } from "@mingchuang/rubric/points";
import { lineSentence } from "@mingchuang/rubric/sentence";
import type { SubjectLineRow } from "@mingchuang/warehouse/queries/subject";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { SourceLink } from "../source/source-link.tsx";
import { usePlaces } from "../source/source-place.ts";
import { messages } from "./messages.ts";
import { RuleCitation } from "./rule-link.tsx";
import { useSchemeNames } from "./scheme-names.ts";
import { gradersOf, linePoints, type ScoreStep } from "./score-steps.ts";
import { useStepLabel } from "./step-label.ts";

interface ScoreLinesProps {
  readonly applicationId: string;
  readonly steps: readonly ScoreStep[];
  readonly kept: number;
  readonly item: string | undefined;
  readonly grader: string | undefined;
  readonly onShowAll: () => void;
}

/** Every step of the graders with its lines: who, how much, why, on what evidence, from which cell, under which clause. */
export function ScoreLines({ applicationId, steps, kept, item, grader, onShowAll }: ScoreLinesProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const filtered = steps
    .filter((step) => item === undefined || step.item === item)
    .map((step) => ({ step, lines: step.lines.filter((line) => grader === undefined || line.grader_id === grader) }))
    .filter(({ lines }) => lines.length > 0);
  const graded = steps.some((step) => step.kind === "graded");
  const title = text(graded ? "gradedTitle" : "linesTitle");
  const anonymous = useReach("eval_line", "grader_id") === "withheld";
  return (
    <>
      <Reaches />
      {item !== undefined || grader !== undefined ? (
        <p className="singled-out">
          {item === undefined ? null : <strong>{text("onlyItem", { item: scheme.item(honour, item, language) })}</strong>}
          {grader === undefined ? null : <strong>{text("onlyGrader", { grader })}</strong>}
          <button type="button" className="button" onClick={onShowAll}>
            {text("showAll")}
          </button>
        </p>
      ) : null}
      {filtered.length === 0 ? (
        <p>{text("linesNone")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
        <section className="table-frame" aria-label={text("tableOf", { title })} tabIndex={0}>
          <table className="ruled score-lines">
            <caption className="sr-only">{title}</caption>
            <thead>
              {anonymous ? (
                <tr>
                  <th scope="col" colSpan={2}>
                    {text("clausesOnly")}
                  </th>
                  <th scope="col" className="numeric">
                    {text("counted")}
                  </th>
                  <th scope="col" colSpan={2}>
                    {text("graders")}
                  </th>
                  <th scope="col">{text("source")}</th>
                </tr>
              ) : (
                <tr>
                  <th scope="col">{text("grader")}</th>
                  <th scope="col" className="numeric">
                    {text(graded ? "given" : "asked")}
                  </th>
                  <th scope="col" className="numeric">
                    {text("counted")}
                  </th>
                  <th scope="col">{text("reason")}</th>
                  <th scope="col">{text("evidence")}</th>
                  <th scope="col">{text("source")}</th>
                </tr>
              )}
            </thead>
            {filtered.map(({ step, lines }) => (
              <StepLines key={step.key} step={step} lines={lines} kept={kept} withLines={!anonymous} applicationId={applicationId} />
            ))}
          </table>
        </section>
      )}
    </>
  );
}

/** What this audience does not get of the lines, or gets changed. */
function Reaches() {
  const text = useText(messages);
  const reason = useReach("eval_line", "reason");
  const grader = useReach("eval_line", "grader_id");
  const file = useReach("eval_line", "file_id");
  const row = useReach("eval_line", "row_no");
  const { honour, scheme } = useScope();
  const notes = [
    reason === "withheld"
      ? text("withheld", { what: text("whatReason") })
      : reason === "masked"
        ? text("masked", { what: text("whatReason") })
        : "",
    grader === "withheld" ? text("withheld", { what: text("whatGraders") }) : grader === "renamed" ? text("renamed") : "",
    file === "withheld" ? text("withheld", { what: text("whatFiles") }) : "",
    row === "rows" && scheme.isOfPersons(honour) ? text("sheetsOnly") : "",
  ].filter((note) => note !== "");
  return notes.length > 0 ? <p className="reach-note">{joinSentences(notes)}</p> : null;
}

interface StepLinesProps {
  readonly step: ScoreStep;
  readonly lines: readonly SubjectLineRow[];
  readonly kept: number;
  readonly withLines: boolean;
  readonly applicationId: string;
}

function StepLines({ step, lines, kept, withLines, applicationId }: StepLinesProps) {
  const text = useText(messages);
  const { honour } = useScope();
  const labelStep = useStepLabel();
  const [first] = lines;
  const sum =
    step.kind === "graded"
      ? sumPoints(lines.map(linePoints))
      : lines.length === step.lines.length
        ? step.points
        : sumPoints(lines.map(linePoints));
  return (
    <tbody>
      <tr className="step">
        <th colSpan={2} scope="rowgroup">
          {step.kind === "graded" ? labelStep({ ...step, kind: "graded" }).split("　")[0] : labelStep(step)}
        </th>
        <td className="numeric">
          <strong>{signed(formatPoints(sum))}</strong>
        </td>
        <td colSpan={2}>{text("ofGraders", { count: gradersOf({ ...step, lines }), kept })}</td>
        <td>
          {first ? (
            <RuleCitation
              anchor={rubricAnchor.item(honour, step.item, step.clause)}
              document={first.source_document}
              clause={first.source_clause}
            />
          ) : null}
        </td>
      </tr>
      {withLines ? lines.map((line) => <LineRow key={line.line_no} line={line} applicationId={applicationId} />) : null}
    </tbody>
  );
}

function LineRow({ line, applicationId }: { readonly line: SubjectLineRow; readonly applicationId: string }) {
  const text = useText(messages);
  const language = useLanguage();
  const { honour } = useSchemeNames();
  const asked = line.asked_c === null ? "–" : formatHundredths(line.asked_c);
  return (
    <tr title={honour ? lineSentence(honour, toldLine(line))[language] : undefined}>
      <td>{line.grader_id ?? "–"}</td>
      <td className="numeric">{line.kind === "graded" || line.asked_c === null ? asked : `−${asked}`}</td>
      <td className="numeric">{signed(formatPoints(linePoints(line)))}</td>
      <td>{line.reason ?? (line.kind === "fixed" ? <span className="faint">{text("noReason")}</span> : "–")}</td>
      <td>{line.evidence ?? "–"}</td>
      <td className="place">
        <LinePlace line={line} applicationId={applicationId} />
      </td>
    </tr>
  );
}

/** Where a line was read, leading to the row as it was handed in. */
export function LinePlace({ line, applicationId }: { readonly line: SubjectLineRow; readonly applicationId: string }) {
  const place = usePlaces().withFile(line);
  if (place === null) return "–";
  return line.row_no === null ? (
    place
  ) : (
    <SourceLink of="line" id={applicationId} at={String(line.line_no)} label={line.reason ?? line.evidence ?? line.item}>
      {place}
    </SourceLink>
  );
}

const signed = (figure: string): string => figure.replace("-", "−");

/** A line as the sentences of the rubric want it. */
export function toldLine(line: SubjectLineRow) {
  return {
    item: line.item,
    clause: line.clause,
    kind: line.kind,
    points: linePoints(line),
    askedHundredths: line.asked_c,
    grader: line.grader_id,
    reason: line.reason,
    evidence: line.evidence,
  };
}
