import { formatHundredths } from "@mingchuang/rubric/points";
import type { SubjectLineRow, SubjectSheetRow } from "@mingchuang/warehouse/queries/subject";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { matrixRows, sheetPlaces } from "./matrix-rows.ts";
import { messages } from "./messages.ts";
import { useSchemeNames } from "./scheme-names.ts";

interface GraderMatrixProps {
  readonly lines: readonly SubjectLineRow[];
  readonly sheets: readonly SubjectSheetRow[];
  readonly grader: string | undefined;
  readonly onGrader: (grader: string) => void;
}

/** Clause by grader: who took off what, which sheets counted, and what each came to. */
export function GraderMatrix({ lines, sheets, grader, onGrader }: GraderMatrixProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const { honour: rules } = useSchemeNames();
  if (useReach("eval_sheet", "grader_id") === "withheld")
    return <p className="reach-note">{text("withheld", { what: text("whatGraders") })}</p>;
  const graded = lines.some((line) => line.kind === "graded");
  const rows = matrixRows(rules, lines);
  const title = text("gradersTitle");
  const nameOf = (item: string, clause: string | undefined) =>
    [scheme.item(honour, item, language), clause === undefined ? "" : scheme.clause(honour, item, clause, language)].join("　").trim();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={text("tableOf", { title })} tabIndex={0}>
      <table className="ruled matrix">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text("itemColumn")}</th>
            {graded ? null : <th scope="col">{text("clauseColumn")}</th>}
            {sheets.map((sheet) => (
              <th key={sheet.grader_id} scope="col" className={`numeric ${sheet.kept ? "" : "left-out"}`}>
                <button
                  type="button"
                  className="sort"
                  aria-pressed={grader === sheet.grader_id}
                  disabled={!sheet.kept}
                  onClick={() => onGrader(sheet.grader_id ?? "")}
                >
                  {sheet.grader_id}
                </button>
              </th>
            ))}
            {graded ? (
              <th scope="col" className="numeric">
                {text("spread")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const item = scheme.item(honour, row.item, language);
            const label = row.clause === null ? text("discretionary") : scheme.clause(honour, row.item, row.clause, language);
            const given = [...row.byGrader.values()];
            return (
              <tr key={row.key} className={row.first ? "first" : undefined}>
                {row.first ? (
                  <th scope={graded ? "row" : "rowgroup"} rowSpan={rows.filter((each) => each.item === row.item).length}>
                    {item}
                  </th>
                ) : null}
                {graded ? null : <th scope="row">{label}</th>}
                {sheets.map((sheet) => {
                  const asked = row.byGrader.get(sheet.grader_id ?? "");
                  return (
                    <td key={sheet.grader_id} className={`numeric ${sheet.kept ? (asked ? "taken" : "") : "left-out"}`}>
                      {!sheet.kept ? "" : asked === undefined ? "·" : graded ? formatHundredths(asked) : `−${formatHundredths(asked)}`}
                    </td>
                  );
                })}
                {graded ? (
                  <td className="numeric">{given.length > 0 ? formatHundredths(Math.max(...given) - Math.min(...given)) : "–"}</td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={graded ? 1 : 2}>
              {text("sheetTotal")}
            </th>
            {sheets.map((sheet) => (
              <td key={sheet.grader_id} className={`numeric ${sheet.kept ? "" : "left-out"}`}>
                <strong>{formatHundredths(sheet.points_c)}</strong>
              </td>
            ))}
            {graded ? <td /> : null}
          </tr>
          <tr>
            <th scope="row" colSpan={graded ? 1 : 2}>
              {text("sheetState")}
            </th>
            {sheets.map((sheet) => (
              <td key={sheet.grader_id} className={`numeric wrap ${sheet.kept ? "" : "left-out"}`}>
                {text(sheet.kept ? "kept" : "leftOut")}
              </td>
            ))}
            {graded ? <td /> : null}
          </tr>
        </tfoot>
      </table>
      {sheets
        .filter((sheet) => !sheet.kept)
        .map((sheet) => (
          <p key={sheet.grader_id} className="table-note">
            {dropped(sheet, sheetPlaces(sheet.missing, nameOf), text)}
          </p>
        ))}
    </section>
  );
}

function dropped(sheet: SubjectSheetRow, missing: readonly string[], text: ReturnType<typeof useText<keyof typeof messages.zh>>): string {
  const grader = sheet.grader_id ?? "";
  switch (sheet.dropped_because) {
    case "incomplete":
      return text("dropped-incomplete", { grader, missing: missing.join("；") });
    case "trimmed":
      return text("dropped-trimmed", { grader });
    default:
      return text("dropped-not_median", { grader });
  }
}
