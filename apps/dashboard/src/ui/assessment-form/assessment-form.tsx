import { comparePoints, formatHundredths, formatPoints, hundredthsOf, points, sumPoints } from "@mingchuang/rubric/points";
import type { Honour, Scheme } from "@mingchuang/rubric/scheme";
import { lineSentence } from "@mingchuang/rubric/sentence";
import {
  querySubjectItems,
  querySubjectLines,
  type SubjectItemRow,
  type SubjectLineRow,
  type SubjectResultRow,
} from "@mingchuang/warehouse/queries/subject";
import { queryVetoes, type VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { useEffect } from "react";
import { cityName } from "../../lib/city-name.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { useHoldings, useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { documentName } from "../subject/honour-of.ts";
import { messages as subject } from "../subject/messages.ts";
import { useSchemeNames } from "../subject/scheme-names.ts";
import { toldLine } from "../subject/score-lines.tsx";
import { linePoints } from "../subject/score-steps.ts";
import { type FormItem, type FormRow, formItems } from "./form-items.ts";
import { messages } from "./messages.ts";

interface AssessmentFormProps {
  readonly result: SubjectResultRow;
  readonly onPrinted: () => void;
}

/** The rubric's form, filled in: mounted to be printed, and printed once everything it says has been read. */
export function AssessmentForm({ result, onPrinted }: AssessmentFormProps) {
  const { year, honour: title } = useScope();
  const { honour } = useSchemeNames();
  const applicationId = result.application_id;
  const lines = useRows(querySubjectLines, { applicationId });
  const items = useRows(querySubjectItems, { applicationId });
  const vetoes = useRows(queryVetoes, { year, honour: title, subjectId: result.subject_id });
  const stale = lines.isPlaceholderData || items.isPlaceholderData || vetoes.isPlaceholderData;
  if (honour === undefined || stale || !lines.data || !items.data || !vetoes.data) return null;
  return <Form honour={honour} result={result} lines={lines.data} items={items.data} vetoes={vetoes.data} onPrinted={onPrinted} />;
}

interface FormProps extends AssessmentFormProps {
  readonly honour: Honour;
  readonly lines: readonly SubjectLineRow[];
  readonly items: readonly SubjectItemRow[];
  readonly vetoes: readonly VetoRow[];
}

/** Prints what is on the paper, under a name that a file of it can have, and says when that is over. */
function usePaper(name: string, onPrinted: () => void): void {
  useEffect(() => {
    const root = document.documentElement;
    const former = document.title;
    root.dataset.paper = "form";
    document.title = name;
    window.addEventListener("afterprint", onPrinted);
    window.print();
    return () => {
      window.removeEventListener("afterprint", onPrinted);
      delete root.dataset.paper;
      document.title = former;
    };
  }, [name, onPrinted]);
}

function Form({ honour, result, lines, items, vetoes, onPrinted }: FormProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { year, scheme } = useScope();
  const { meta } = useHoldings();
  const name = result.subject_name ?? result.subject_id;
  const named = { year, honour: honour.label[language], name };
  usePaper(text("fileTitle", named), onPrinted);
  const rows = formItems(honour, lines, items);
  const { document: source, clause } = honour.rubric.source;
  const { approvals = [] } = scheme.body as Partial<Scheme>;
  return (
    <article className="paper-form">
      <h1>{text("title", named)}</h1>
      <p className="form-under">
        {text("under", { programme: scheme.programme(language), document: documentName(scheme, source), clause })}
      </p>
      <Facts honour={honour} result={result} name={name} />
      <table className="form-items">
        <colgroup>
          {["item", "clause", "standard", "taken", "why", "self", "assessed"].map((column) => (
            <col key={column} className={`form-${column}`} />
          ))}
        </colgroup>
        <thead>
          {meta.is_sample ? (
            <tr>
              <th colSpan={7} className="form-sample">
                {text("sample")}
              </th>
            </tr>
          ) : null}
          <tr>
            {(["item", "clause", "standard", "taken", "why", "self", "assessed"] as const).map((column) => (
              <th key={column} scope="col">
                {text(column)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((item) => (
          <ItemRows key={item.id} honour={honour} item={item} kept={result.sheets_kept} />
        ))}
        <Total honour={honour} result={result} items={rows} />
        <VetoRows honour={honour} rows={vetoes} />
        <State result={result} />
      </table>
      <Notes result={result} items={rows} />
      {approvals.length === 0 ? null : (
        <table className="form-opinions">
          <caption>
            {text("opinions")}　{text("fileTitle", named)}　{result.application_id}
          </caption>
          <tbody>
            {approvals.map(({ id, label }) => (
              <tr key={id}>
                <th scope="row">{label[language]}</th>
                <td>{text("seal")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="form-signatures">{text("signatures")}</p>
    </article>
  );
}

/** Who the form is about, two facts a row. */
function Facts({ honour, result, name }: { readonly honour: Honour; readonly result: SubjectResultRow; readonly name: string }) {
  const text = useText(messages);
  const language = useLanguage();
  const { meta } = useHoldings();
  const { domain } = useSchemeNames();
  const facts = [
    [text(`name-${honour.subject}`), name],
    ...(honour.subject === "window" ? [] : [[text("window"), result.window_name ?? result.window_id]]),
    [text("city"), result.city === null ? null : cityName(result.city, language)],
    [text("domain"), domain(result.domain)],
    [text("recommender"), result.recommender],
    [text("number"), result.application_id],
    [text("submitted"), result.submitted_on],
    [text("sheets"), text("sheetCount", { count: result.sheets_kept })],
    [text("asOf"), meta.as_of],
  ] as const;
  const pairs = facts.filter((_, index) => index % 2 === 0).map((fact, index) => [fact, facts[index * 2 + 1]] as const);
  return (
    <table className="form-facts">
      <tbody>
        {pairs.map(([left, right]) => (
          <tr key={left[0]}>
            <th scope="row">{left[0]}</th>
            <td colSpan={right === undefined ? 3 : 1}>{left[1] ?? "–"}</td>
            {right === undefined ? null : (
              <>
                <th scope="row">{right[0]}</th>
                <td>{right[1] ?? "–"}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether the row takes off or adds; what is given as a whole stands in the last column. */
const moves = ({ kind }: FormRow): boolean => kind !== "graded" && kind !== "measured";

const signed = (figure: string): string => figure.replace("-", "−");

function ItemRows({ honour, item, kept }: { readonly honour: Honour; readonly item: FormItem; readonly kept: number }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme } = useScope();
  const { methods = [] } = scheme.body;
  const checked = item.checked.map((id) => methods.find((method) => method.id === id)?.label[language] ?? id);
  const height = item.rows.length;
  return (
    <tbody data-item={item.id}>
      {item.rows.map((row, index) => (
        <tr key={row.key} data-row={row.key}>
          {index > 0 ? null : (
            <th scope="rowgroup" rowSpan={height}>
              {item.label[language]}
              {item.max === null ? null : <span className="form-max">{text("max", { max: formatHundredths(item.max) })}</span>}
              {checked.length === 0 ? null : <small>{checked.join(language === "zh" ? "、" : ", ")}</small>}
              <small>{item.clause}</small>
            </th>
          )}
          <Clause row={row} />
          <td>
            <Standard row={row} />
          </td>
          <td className="numeric">{moves(row) ? (item.points === null ? "" : signed(formatPoints(row.points))) : "–"}</td>
          <td>
            <Reasons honour={honour} row={row} kept={kept} />
          </td>
          {index > 0 ? null : (
            <>
              <td className="numeric" rowSpan={height}>
                {item.selfHundredths === null ? "–" : formatHundredths(item.selfHundredths)}
              </td>
              <td className="numeric" rowSpan={height}>
                <strong>{item.points === null ? "" : formatPoints(item.points)}</strong>
              </td>
            </>
          )}
        </tr>
      ))}
    </tbody>
  );
}

function Clause({ row }: { readonly row: FormRow }) {
  const text = useText(messages);
  const language = useLanguage();
  const worth = row.levels.map(({ label, hundredths }) => {
    const figure = formatHundredths(hundredths);
    return label === null ? text("each", { points: figure }) : text("level", { level: label[language], points: figure });
  });
  return (
    <th scope="row">
      {row.label === null ? text(unlabelled[row.kind]) : row.label[language]}
      {worth.length === 0 ? null : <small>{worth.join(language === "zh" ? "、" : ", ")}</small>}
      {row.clause === null ? null : <span className="form-cited"> {row.clause}</span>}
    </th>
  );
}

/** What a row is called that has no clause of its own. */
const unlabelled = {
  clause: "measured",
  part: "measured",
  measured: "measured",
  discretionary: "discretionary",
  floor: "floor",
  graded: "graded",
  cap: "overall",
} as const;

function Standard({ row }: { readonly row: FormRow }) {
  const text = useText(messages);
  if (row.kind === "discretionary") return text("discretionaryStandard");
  if (row.figure === null) return "–";
  const figure = formatHundredths(row.figure);
  if (row.kind === "clause") return text("unmet", { points: figure });
  return row.kind === "graded" ? text("gradedStandard", { max: figure }) : text("cap", { points: figure });
}

/** Every line of the row: who, how much, why, on what evidence; of a bonus also what did not count. */
function Reasons({ honour, row, kept }: { readonly honour: Honour; readonly row: FormRow; readonly kept: number }) {
  const text = useText(messages);
  const language = useLanguage();
  const { bonusPart } = useSchemeNames();
  const words = useText(subject);
  const reasonKept = useReach("eval_line", "reason") !== "withheld";
  const anonymous = useReach("eval_line", "grader_id") === "withheld";
  if (row.lines.length === 0) return row.kind === "part" ? text("nothing") : null;
  // As on the page: without the graders their single figures are not told either.
  if (anonymous && row.kind !== "part" && row.kind !== "measured") {
    const graders = new Set(row.lines.map((line) => line.grader_id ?? line.line_no)).size;
    return row.kind === "clause" || row.kind === "graded" ? words("ofGraders", { count: graders, kept }) : null;
  }
  const told = (line: SubjectLineRow): string => {
    const asked = formatHundredths(line.asked_c ?? 0);
    const evidence = line.evidence === null ? "" : text("evidence", { evidence: line.evidence });
    switch (line.kind) {
      case "fixed":
      case "discretionary": {
        const what = text("deducted", { who: line.grader_id ?? "", points: asked }).trim();
        if (!reasonKept) return what;
        return `${text("because", { what, why: line.reason ?? text("noReason") })}${evidence}`;
      }
      case "graded": {
        const what = text("gave", { who: line.grader_id ?? "", points: asked }).trim();
        return line.reason === null ? `${what}${evidence}` : `${text("because", { what, why: line.reason })}${evidence}`;
      }
      case "honour":
      case "innovation": {
        const level = line.clause === null ? "–" : bonusPart(line.clause);
        const title = line.evidence ?? line.record_id;
        const record = title === null ? level : text("record", { title, level });
        if (line.points_num !== 0) return text("counts", { record, points: formatPoints(linePoints(line)) });
        return text("countsNot", { record, why: lineSentence(honour, toldLine(line))[language] });
      }
      default:
        return lineSentence(honour, toldLine(line))[language];
    }
  };
  // Grades are told in one go, deductions and records one a line.
  if (row.kind === "graded") return row.lines.map(told).join(text("between"));
  return row.lines.map((line) => <p key={line.line_no}>{told(line)}</p>);
}

/** What the items come to. The sum of the rows is held against the total that was ranked before anybody signs it. */
function Total({
  honour,
  result,
  items,
}: {
  readonly honour: Honour;
  readonly result: SubjectResultRow;
  readonly items: readonly FormItem[];
}) {
  const text = useText(messages);
  const { full } = honour.rubric;
  const sum = sumOf(items);
  const total = points(result.total_num, result.total_den);
  return (
    <tbody className="form-total">
      <tr>
        <th scope="row" colSpan={2}>
          {text("total")}
        </th>
        <td>{full === undefined ? "–" : text("max", { max: formatHundredths(hundredthsOf(full)) })}</td>
        <td colSpan={2}>
          {sum !== null && comparePoints(sum, total) !== 0 ? (
            <strong>{text("broken", { sum: formatPoints(sum), total: formatPoints(total) })}</strong>
          ) : null}
        </td>
        <td className="numeric">{result.self_c === null ? "–" : formatHundredths(result.self_c)}</td>
        <td className="numeric">
          <strong>{sum === null ? "" : formatPoints(total)}</strong>
        </td>
      </tr>
    </tbody>
  );
}

/** The points of all items together, exactly; null while one has none. */
function sumOf(items: readonly FormItem[]) {
  const all = items.flatMap((item) => (item.points === null ? [] : [item.points]));
  return all.length < items.length ? null : sumPoints(all);
}

function VetoRows({ honour, rows }: { readonly honour: Honour; readonly rows: readonly VetoRow[] }) {
  const text = useText(messages);
  const words = useText(subject);
  const language = useLanguage();
  const withheld = useReach("eval_veto", "state") === "withheld";
  const { vetoes } = honour.rubric;
  return (
    <tbody className="form-vetoes">
      {vetoes.map((rule, index) => {
        const found = rows.find((row) => row.rule === rule.id);
        return (
          <tr key={rule.id} data-veto={rule.id}>
            {index > 0 ? null : (
              <th scope="rowgroup" rowSpan={vetoes.length}>
                {text("vetoes")}
              </th>
            )}
            <th scope="row">
              {rule.label[language]}
              <span className="form-cited"> {rule.source.clause}</span>
            </th>
            {withheld ? (
              index > 0 ? null : (
                <td colSpan={5} rowSpan={vetoes.length}>
                  {words("withheld", { what: words("whatVetoes") })}
                </td>
              )
            ) : (
              <>
                <td>{found === undefined ? "–" : text("vetoStandard", { threshold: found.threshold })}</td>
                <td colSpan={2}>
                  {found === undefined
                    ? "–"
                    : text("vetoCounts", { counted: found.counted, undecided: found.undecided, excluded: found.excluded })}
                </td>
                <td colSpan={2}>{found === undefined ? "–" : <strong>{words(found.state)}</strong>}</td>
              </>
            )}
          </tr>
        );
      })}
    </tbody>
  );
}

function State({ result }: { readonly result: SubjectResultRow }) {
  const text = useText(messages);
  const words = useText(subject);
  return (
    <tbody className="form-total">
      <tr>
        <th scope="row" colSpan={2}>
          {text("conclusion")}
        </th>
        <td colSpan={5}>{words(result.state)}</td>
      </tr>
    </tbody>
  );
}

/** How it was added, and what this audience does not get. */
function Notes({ result, items }: { readonly result: SubjectResultRow; readonly items: readonly FormItem[] }) {
  const text = useText(messages);
  const words = useText(subject);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const reason = useReach("eval_line", "reason");
  const grader = useReach("eval_line", "grader_id");
  const persons = useReach("mart_person", "name");
  const notes = [
    sumOf(items) === null ? text("unscored") : text("exact", { kept: result.sheets_kept, scheme: scheme.title(language) }),
    reason === "full" ? "" : words(reason === "withheld" ? "withheld" : "masked", { what: words("whatReason") }),
    grader === "withheld" ? words("withheld", { what: words("whatGraders") }) : grader === "renamed" ? words("renamed") : "",
    persons !== "full" && scheme.isOfPersons(honour) ? text("withheldPersons") : "",
  ];
  return <p className="form-notes">{joinSentences(notes)}</p>;
}
