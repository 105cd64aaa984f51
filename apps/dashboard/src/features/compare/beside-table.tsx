import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { saveCsv } from "../../lib/export-csv.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { Section } from "../../ui/page.tsx";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { messages as subjectMessages } from "../../ui/subject/messages.ts";
import { RuleLink } from "../../ui/subject/rule-link.tsx";
import { type Applicant, type BesideCell, type BesideRow, type Group, groups, plainCells } from "./beside-row.ts";
import { BesideWorkbookButton } from "./beside-workbook-button.tsx";
import { letters } from "./letters.ts";
import { messages } from "./messages.ts";

interface BesideTableProps {
  readonly applicants: readonly Applicant[];
  readonly rows: readonly BesideRow[];
  readonly different: boolean;
  readonly onDifferent: (only: boolean) => void;
}

/** Each subject a column, each fact a row; the names of the facts stay in sight when the columns scroll. */
export function BesideTable({ applicants, rows, different, onDifferent }: BesideTableProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { year, honour } = useScope();
  const { nameOf, pathOf } = useHonours();
  const words = useText(subjectMessages);
  const reasons = useReach("eval_line", "reason");
  const vetoesWithheld = useReach("eval_veto", "state") === "withheld";
  const shown = different ? rows.filter(({ differs }) => differs) : rows;
  const hidden = rows.length - shown.length;
  const letter = (at: number) => letters[language][at] ?? "";
  const exportCsv = () =>
    saveCsv(
      `${text("title")} ${year} ${nameOf(honour)}`,
      [text("fact"), ...applicants.map(({ result }, at) => `${letter(at)} ${result.subject_name}`), text("differ")],
      shown.map(plainCells),
    );
  const emptyWords = (group: Group): string => {
    if (group === "vetoes") return vetoesWithheld ? words("withheld", { what: words("whatVetoes") }) : text("noVetoes");
    if (group === "steps" && !rows.some((row) => row.group === "steps")) return text("noSteps");
    return text("noDifference");
  };
  const isShown = (group: Group) => group === "steps" || group === "vetoes" || rows.some((row) => row.group === group);
  return (
    <Section
      id="table"
      title={text("table")}
      note={text("tableNote", { reference: letter(0) })}
      aside={
        <>
          <button type="button" className="link" aria-pressed={different} onClick={() => onDifferent(!different)}>
            {text("onlyDifferent")}
          </button>
          <button type="button" className="link" onClick={exportCsv}>
            {text("exportCsv")}
          </button>
          <BesideWorkbookButton applicants={applicants} rows={rows} different={different} />
        </>
      }
    >
      {reasons === "withheld" || reasons === "masked" ? (
        <p className="reach-note">{words(reasons, { what: words("whatReason") })}</p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className="table-frame beside-frame" aria-label={text("table")} tabIndex={0}>
        <table className="ruled beside" style={{ "--columns": applicants.length } as CSSProperties}>
          <caption className="sr-only">{text("table")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("fact")}</th>
              {applicants.map(({ subjectId, result }, at) => (
                <th key={subjectId} scope="col">
                  <span className="letter">{letter(at)}</span>{" "}
                  <Link
                    to={pathOf(honour)}
                    params={{ id: subjectId }}
                    search={({ year: chosen, honour: title, lang, theme }) => ({ year: chosen, honour: title, lang, theme })}
                  >
                    {result.subject_name}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          {groups.filter(isShown).map((group) => {
            const own = shown.filter((row) => row.group === group);
            return (
              <tbody key={group}>
                <tr className="group">
                  <th scope="rowgroup">{text(`group-${group}`)}</th>
                  <td colSpan={applicants.length}>{own.length === 0 ? emptyWords(group) : ""}</td>
                </tr>
                {own.map((row) => (
                  <Row key={row.key} row={row} />
                ))}
              </tbody>
            );
          })}
        </table>
      </section>
      {hidden > 0 ? <p className="table-note">{text("hidden", { count: hidden })}</p> : null}
    </Section>
  );
}

function Row({ row: { label, anchor, mark, cells } }: { readonly row: BesideRow }) {
  return (
    <tr className={mark ? "differing" : undefined}>
      <th scope="row">
        {anchor ? <RuleLink anchor={anchor}>{label}</RuleLink> : label}
        {mark ? <span className="differ-mark">{mark}</span> : null}
      </th>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the subjects in their order
        <td key={at} className={cell.isQuiet ? "faint" : undefined}>
          <Cell cell={cell} label={label} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell: { text, change, details = [], bar, badge, asked }, label }: { readonly cell: BesideCell; readonly label: string }) {
  const figure = asked ? (
    <SourceLink {...asked} label={label}>
      {text}
    </SourceLink>
  ) : (
    text
  );
  return (
    <>
      {badge ? <span className={`badge ${badge}`}>{text}</span> : <span className="figure">{figure}</span>}
      {change ? <span className="against"> {change}</span> : null}
      {bar ? (
        <span className="track" aria-hidden="true">
          <span className="fill" style={{ width: `${bar.share * 100}%` }} />
          {bar.tick === null ? null : <span className="tick" style={{ left: `${bar.tick * 100}%` }} />}
        </span>
      ) : null}
      {details.map((detail, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed sequence in which two may read the same
        <span key={at} className="detail">
          {detail}
        </span>
      ))}
    </>
  );
}
