import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { Fragment, useEffect, useMemo, useRef } from "react";
import { cityName } from "../../lib/city-name.ts";
import { formatPoints } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { type Hand, HandCell } from "./hand-cell.tsx";
import { IfFree } from "./if-free.tsx";
import { messages } from "./messages.ts";
import { lineAfter, tiesBefore } from "./nominee-lines.ts";
import { type Chase, chases, gapText, outcomeOf, pursuers } from "./outcome.ts";
import type { StageInView } from "./stages-in-view.ts";
import { SubjectName } from "./subject-name.tsx";
import type { Checked } from "./use-checked-list.ts";
import type { SelectionScope } from "./use-selection-scope.ts";
import { Why } from "./why.tsx";

interface NomineeTableProps {
  readonly rows: readonly VerdictRow[];
  readonly stage: StageInView;
  readonly scope: SelectionScope;
  readonly caption: string;
  readonly who: string | undefined;
  /** Whether the rows are everybody's in the order of merit, so that a line among them means something. */
  readonly inMerit: boolean;
  readonly hand: Hand | null;
  /** The list that the rules choose, to say what a pending decision would change. */
  readonly byRules: Checked | null;
}

const namesOf = (rows: readonly VerdictRow[]) => rows.map((row) => row.subject_name ?? row.subject_id).join("、");

/** One row an application, in the order of merit; ties at the cut and the cut itself are drawn. On a phone it all stands under the name. */
export function NomineeTable({ rows, stage, scope, caption, who, inMerit, hand, byRules }: NomineeTableProps) {
  const text = useText(messages);
  const language = useLanguage();
  const narrow = useNarrow();
  const { scheme } = scope;
  const pointed = useRef<HTMLTableRowElement>(null);
  const nearest = useMemo(() => chases(stage.rows), [stage.rows]);
  const behind = useMemo(() => pursuers(nearest), [nearest]);
  const ahead = useMemo(() => new Map(nearest.map((chase) => [chase.row.application_id, chase])), [nearest]);
  const ties = useMemo(() => tiesBefore(rows), [rows]);
  const line = inMerit ? lineAfter(rows) : null;
  const span = narrow ? 2 : hand === null ? 6 : 7;

  // Whoever is pointed out from elsewhere on the page comes into sight.
  useEffect(() => {
    if (who !== undefined) pointed.current?.scrollIntoView({ block: "center" });
  }, [who]);

  const cutText = () => {
    const chosen = stage.row?.chosen ?? 0;
    const open = stage.row?.open ?? 0;
    const tied = stage.rows.filter((row) => row.outcome === "open").length;
    const [first] = nearest;
    const told =
      first === undefined
        ? ""
        : first.gap.numerator === 0
          ? text("cutEqual", { name: namesOf([first.row]) })
          : text("cutNearest", { name: namesOf([first.row]), gap: gapText(first.gap) });
    return text("cut", { chosen, tied: tied === 0 ? "" : text("cutTied", { count: tied, open }), nearest: told });
  };

  /** Points to the line: what is lacking for somebody outside, what somebody last inside is ahead of the nearest outside. */
  const gapOf = (out: Chase | undefined, inside: Chase | undefined) => {
    const chase = out ?? inside;
    if (chase === undefined) return narrow ? null : "–";
    const names = namesOf(out ? out.ahead : [chase.row]);
    const gap = gapText(chase.gap);
    const told = chase.gap.numerator === 0 ? text("gapEqual", { names }) : text(out ? "gapOut" : "gapIn", { gap, names });
    if (narrow) return told;
    return (
      <span title={told}>
        {chase.gap.numerator === 0 ? text("gapEqualShort") : `${out ? "−" : "+"}${gap}`}
        <span className="sr-only">{told}</span>
      </span>
    );
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="ruled nominees">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {narrow ? null : (
              <th scope="col" className="numeric">
                {text("rank")}
              </th>
            )}
            <th scope="col">{text("subject")}</th>
            {narrow ? (
              <th scope="col">{text("outcome")}</th>
            ) : (
              <>
                <th scope="col" className="numeric">
                  {text("total")}
                </th>
                <th scope="col">{text("outcome")}</th>
                <th scope="col">{text("why")}</th>
                <th scope="col" className="numeric">
                  {text("gap")}
                </th>
                {hand === null ? null : (
                  <th scope="col" className="by-hand">
                    {text("hand")}
                  </th>
                )}
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const { application_id: id, rank } = row;
            const outcome = outcomeOf(row);
            const tie = ties.get(id);
            const place = [
              row.city === null ? null : cityName(row.city, language),
              row.domain === null ? null : scheme.domain(row.domain, language),
            ]
              .filter(Boolean)
              .join("　");
            const badge = <span className={`badge selection-${outcome}`}>{text(`outcome-${outcome}`)}</span>;
            const decided = hand === null ? null : <HandCell row={row} hand={hand} />;
            const freed = outcome === "waiting" ? <IfFree row={row} stage={stage} checked={byRules} /> : null;
            const gap = gapOf(ahead.get(id), behind.get(id));
            return (
              <Fragment key={id}>
                {tie === undefined ? null : (
                  <tr className="tie">
                    <td colSpan={span}>{text("tie", { count: tie, rank: rank ?? 0, open: stage.row?.open ?? 0 })}</td>
                  </tr>
                )}
                <tr ref={id === who ? pointed : undefined} className={outcome} aria-current={id === who ? "true" : undefined}>
                  {narrow ? null : <td className="numeric">{rank ?? "–"}</td>}
                  <th scope="row">
                    <SubjectName row={row} subject={scope.rules?.subject} />
                    <span className="beneath">
                      {narrow
                        ? `${rank === null ? text("noRank") : text("rankNo", { rank })}　${formatPoints(row.total_c)}　${place}`
                        : place}
                    </span>
                  </th>
                  {narrow ? (
                    <td>
                      {badge}
                      <Why row={row} stage={stage} scope={scope} />
                      {freed}
                      {decided}
                      {row.sentence_zh === null || outcome !== "out" ? <span className="beneath">{gap}</span> : null}
                    </td>
                  ) : (
                    <>
                      <td className="numeric">{formatPoints(row.total_c)}</td>
                      <td>{badge}</td>
                      <td>
                        <Why row={row} stage={stage} scope={scope} />
                        {freed}
                      </td>
                      <td className="numeric">{gap}</td>
                      {decided === null ? null : <td className="by-hand">{decided}</td>}
                    </>
                  )}
                </tr>
                {line === index ? (
                  <tr className="cut">
                    <td colSpan={span}>{cutText()}</td>
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
