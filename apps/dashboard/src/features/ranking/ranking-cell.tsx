import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { formatCount, formatPoints, formatPointsChange, formatRate } from "../../lib/format.ts";
import type { Text } from "../../lib/i18n.ts";
import { parseItems } from "../../lib/parse-items.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { VetoBadge } from "../../ui/subject/veto-badge.tsx";
import { parseVetoMarks } from "../../ui/subject/veto-mark.ts";
import type { GroupRank } from "./group-rows.ts";
import { ItemBar } from "./item-bar.tsx";
import type { messages } from "./messages.ts";
import { isMeasured, type PlacedRow } from "./place-rows.ts";
import type { RankSpan } from "./rank-spans.ts";

export interface CellContext {
  readonly text: Text<keyof typeof messages.zh>;
  readonly items: readonly ItemLabel[];
  readonly vetoLabel: (rule: string) => string;
  readonly year: number;
  readonly ofPersons: boolean;
  /** Whether figures lead to where they came from. */
  readonly isSourced: boolean;
  /** Whether ranks of the year before are there to compare with. */
  readonly hasFormer: boolean;
  /** Ranks within the group that rows stand in, by application. */
  readonly groupRanks: ReadonlyMap<string, GroupRank>;
  /** Best and worst ranks without each grader; undefined while they are worked out, or when they cannot be. */
  readonly spans: ReadonlyMap<string, RankSpan> | undefined;
  /** Whether rows have a tick before the rank, to be held side by side. */
  readonly isPicking: boolean;
  readonly onPick: (subject: string) => void;
}

/** Whether a row is among those chosen; `full` when there is no room for one more. */
export type Picked = "on" | "off" | "full";

interface RankingCellProps {
  readonly column: string;
  readonly value: unknown;
  readonly row: PlacedRow;
  readonly context: CellContext;
  /** Whether Tab reaches the link in it. */
  readonly tabIndex: 0 | -1;
  readonly picked: Picked;
}

/** Whether a cell hands the focus to a link in it. */
export const hasLink = (column: string, row: PlacedRow, { isSourced, ofPersons, isPicking }: CellContext): boolean =>
  column === "name" ||
  (column === "rank" && isPicking) ||
  (isSourced && (column === "total" ? isMeasured(row) : column === "goodRate" && !ofPersons && row.good !== null));

/** What a cell of the ranking shows; a column without a form of its own shows its value. */
export function RankingCell({ column, value, row, context, tabIndex, picked }: RankingCellProps) {
  const { text, items, ofPersons, hasFormer } = context;
  if (column.startsWith("item:")) return formatPoints(typeof value === "number" ? Math.round(value * 100) : null);
  switch (column) {
    case "rank":
      return (
        <>
          {context.isPicking ? <Tick row={row} context={context} tabIndex={tabIndex} picked={picked} /> : null}
          <Rank row={row} text={text} />
        </>
      );
    case "groupRank":
      return <RankInGroup rank={context.groupRanks.get(row.application_id)} text={text} />;
    case "rankSpan":
      return <Span span={context.spans?.get(row.application_id)} isKnown={context.spans !== undefined} text={text} />;
    case "change":
      return hasFormer ? <Change row={row} text={text} /> : "–";
    case "name":
      return (
        <Link
          to={ofPersons ? "/people/$id" : "/windows/$id"}
          params={{ id: row.subject_id }}
          search={(former) => ({ year: former.year, honour: former.honour, lang: former.lang, theme: former.theme })}
          className="row-link"
          tabIndex={tabIndex}
          title={row.subject_name}
        >
          {row.subject_name}
        </Link>
      );
    case "items":
      return <ItemBar items={items} points={parseItems(row.items_c)} />;
    case "total":
      return !isMeasured(row) ? (
        "–"
      ) : (
        <SourceLink of="total" id={row.application_id} at="total" tabIndex={tabIndex} label={`${row.subject_name} ${text("total")}`}>
          <strong>{formatPoints(Math.round(row.total_num / row.total_den))}</strong>
        </SourceLink>
      );
    case "bonus":
      return formatPoints(row.bonus_c);
    case "self":
      return formatPoints(row.self_c);
    case "toLines":
      return row.gaps.map((gap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines stand in the scheme's order and never move
        <Fragment key={index}>
          {index > 0 ? <span className="slash"> / </span> : null}
          <Signed hundredths={gap} />
        </Fragment>
      ));
    case "gap":
      return <Signed hundredths={row.self_c === null ? null : row.total_c - row.self_c} />;
    case "goodRate":
      return (
        <span title={text("rateBasis", { good: formatCount(row.good), active: formatCount(row.active) })}>
          {ofPersons || row.good === null ? (
            formatRate(row.good, row.active)
          ) : (
            <SourceLink
              of="year"
              id={row.window_id}
              at={String(context.year)}
              field="good"
              tabIndex={tabIndex}
              label={`${row.subject_name} ${text("goodRate")}`}
            >
              {formatRate(row.good, row.active)}
            </SourceLink>
          )}
        </span>
      );
    case "state":
      return <State row={row} context={context} />;
    default:
      return value === null || value === undefined ? "–" : String(value);
  }
}

/** A tick that takes a row into the comparison. Space anywhere in the row does the same. */
function Tick({ row, context: { text, onPick }, tabIndex, picked }: Pick<RankingCellProps, "row" | "context" | "tabIndex" | "picked">) {
  return (
    <input
      type="checkbox"
      className="pick"
      checked={picked === "on"}
      disabled={picked === "full"}
      tabIndex={tabIndex}
      aria-label={text("pickRow", { name: row.subject_name })}
      onChange={() => onPick(row.subject_id)}
    />
  );
}

/** The figure keeps its column; what is said about it stands in a place of its own behind it. */
function Rank({ row, text }: { readonly row: PlacedRow; readonly text: CellContext["text"] }) {
  if (row.rank !== null) {
    return (
      <span className="rank" title={row.tied ? text("tiedAt", { rank: row.rank }) : undefined}>
        {row.rank}
        <span className="mark">{row.tied ? "＝" : ""}</span>
      </span>
    );
  }
  if (row.would_rank === null) return <span className="rank">–</span>;
  const words = text("struck", { rank: row.would_rank });
  return (
    <span className="rank" title={words}>
      <s aria-hidden="true">{row.would_rank}</s>
      <span className="sr-only">{words}</span>
    </span>
  );
}

function RankInGroup({ rank, text }: { readonly rank: GroupRank | undefined; readonly text: CellContext["text"] }) {
  if (rank === undefined) return <span className="rank">–</span>;
  return (
    <span className="rank" title={rank.rank === undefined ? text("groupRankUnknown") : undefined}>
      {rank.rank ?? "?"}
      <span className="mark">{rank.tied && rank.rank !== undefined ? "＝" : ""}</span>
    </span>
  );
}

/** Where a rank goes without each grader, and who makes the difference. */
function Span({
  span,
  isKnown,
  text,
}: {
  readonly span: RankSpan | undefined;
  readonly isKnown: boolean;
  readonly text: CellContext["text"];
}) {
  if (span === undefined) return isKnown ? "–" : "…";
  const { best, worst, bestWithout, worstWithout, unranked } = span;
  const words = [
    bestWithout === null ? "" : text("spanBest", { rank: best, grader: bestWithout }),
    worstWithout === null ? "" : text("spanWorst", { rank: worst, grader: worstWithout }),
    bestWithout === null && worstWithout === null ? text("spanSame") : "",
    unranked > 0 ? text("spanUnranked", { count: unranked }) : "",
  ].filter(Boolean);
  return <span title={words.join("\n")}>{best === worst ? best : `${best}–${worst}`}</span>;
}

function Change({ row, text }: { readonly row: PlacedRow; readonly text: CellContext["text"] }) {
  const { change, previous_rank: previous } = row;
  if (change === null || previous === null) return row.rank === null ? "–" : <span title={text("newTitle")}>{text("newThisYear")}</span>;
  const count = Math.abs(change);
  const words = change > 0 ? text("up", { count, previous }) : change < 0 ? text("down", { count, previous }) : text("same", { previous });
  return (
    <span className={change > 0 ? "rise" : change < 0 ? "fall" : undefined} title={words}>
      <span aria-hidden="true">{change > 0 ? `▲${count}` : change < 0 ? `▽${count}` : "＝"}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

function Signed({ hundredths }: { readonly hundredths: number | null }) {
  return <span className={hundredths !== null && hundredths < 0 ? "negative" : undefined}>{formatPointsChange(hundredths)}</span>;
}

function State({ row, context: { text, vetoLabel } }: { readonly row: PlacedRow; readonly context: CellContext }) {
  const marks = parseVetoMarks(row.vetoes);
  return (
    <>
      {row.state === "unscored" ? <span className="badge unscored">{text("stateUnscored")}</span> : null}
      {row.state === "ineligible" ? <span className="badge vetoed">{text("stateIneligible")}</span> : null}
      {row.state === "not_applied" ? <span className="badge unscored">{text("stateLate")}</span> : null}
      {marks.length === 0 && row.state === "vetoed" ? <span className="badge vetoed">{text("stateVetoed")}</span> : null}
      {marks.length === 0 && row.state === "undecided" ? <span className="badge undecided">{text("stateUndecided")}</span> : null}
      {marks.map((mark) => (
        <VetoBadge key={mark.rule} mark={mark} label={vetoLabel(mark.rule)} />
      ))}
      {row.tied && row.rank !== null ? (
        <span className="badge" title={text("tiedAt", { rank: row.rank })}>
          {text("tied")}
        </span>
      ) : null}
      {row.rank !== null && (row.tie_broken_by === "bad_reviews" || row.tie_broken_by === "good_rate") ? (
        <span className="badge tie-break" title={text(`${row.tie_broken_by}Why`)}>
          {text(row.tie_broken_by)}
        </span>
      ) : null}
    </>
  );
}
