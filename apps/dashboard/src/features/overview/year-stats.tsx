import type { YearFigures } from "@mingchuang/warehouse/queries/overview";
import { Link } from "@tanstack/react-router";
import { type Change, countChange, rateChange, relativeChange } from "../../lib/change.ts";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { FigureStat } from "../../ui/figure-stat.tsx";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { messages } from "./messages.ts";

interface YearStatsProps {
  readonly now: YearFigures;
  readonly before: YearFigures | null;
}

/** Better when the figure goes the way it should; a change without direction is neither. */
const improves = ({ direction }: Change, wanted: 1 | -1) => (direction ? direction === wanted : null);

/** The key figures of the year, service first, then the selection. */
export function YearStats({ now, before }: YearStatsProps) {
  const { honour, scheme } = useScope();
  const text = useText(messages);
  // a change too small to be seen in two decimals is told in words
  const tiny = (change: string) =>
    change.replace(/^([+−])<(.*)$/, (_, sign, size) => text(sign === "+" ? "tinyRise" : "tinyFall", { size }));
  const points = ({ text: change }: Change) => (change ? text("percentagePoints", { change: tiny(change) }) : change);
  const good = rateChange({ part: now.good, whole: now.active }, before && { part: before.good, whole: before.active });
  const bad = rateChange({ part: now.bad, whole: now.active }, before && { part: before.bad, whole: before.active }, 10_000);
  const vetoed = countChange(now.vetoed, before?.vetoed ?? null);
  const undecided = countChange(now.undecided, before?.undecided ?? null);
  // without a former year there is nothing to tell, and it is told once, above
  const told = (change: string | null) => (before === null ? {} : { change });
  return (
    <dl className="stats">
      <FigureStat
        label={text("cases")}
        value={formatCount(now.cases)}
        {...told(relativeChange(now.cases, before?.cases ?? null).text)}
        why={<ServiceLinks field="cases" year={now.year} />}
      />
      <FigureStat
        label={text("active")}
        value={formatCount(now.active)}
        {...told(relativeChange(now.active, before?.active ?? null).text)}
        basis={text("activeBasis", { rate: formatRate(now.active, now.cases) })}
        why={<ServiceLinks field="active" year={now.year} />}
      />
      <FigureStat
        label={text("good")}
        value={formatRate(now.good, now.active)}
        {...told(points(good))}
        better={improves(good, 1)}
        basis={text("goodBasis", { good: formatCount(now.good), active: formatCount(now.active) })}
        why={<ServiceLinks field="good" year={now.year} />}
      />
      <FigureStat
        label={text("bad")}
        value={formatRate(now.bad, now.active, 10_000)}
        {...told(bad.text && tiny(bad.text))}
        better={improves(bad, -1)}
        basis={text("badBasis", { bad: formatCount(now.bad), active: formatCount(now.active) })}
        why={<ServiceLinks field="bad" year={now.year} />}
      />
      <FigureStat
        label={text(`nominated-${scheme.honour(honour)?.subject ?? "window"}`)}
        value={formatCount(now.nominated)}
        {...told(countChange(now.nominated, before?.nominated ?? null).text)}
        why={<Link to="/ranking">{text("toRanking")}</Link>}
      />
      <FigureStat
        label={text("vetoed")}
        value={formatCount(now.vetoed)}
        {...told(vetoed.text)}
        better={improves(vetoed, -1)}
        why={
          <Link to="/vetoes" search={{ state: ["vetoed"] }}>
            {text("toVetoes")}
          </Link>
        }
      />
      <FigureStat
        label={text("undecided")}
        value={formatCount(now.undecided)}
        {...told(undecided.text)}
        better={improves(undecided, -1)}
        why={
          <Link to="/vetoes" search={{ state: ["undecided"] }}>
            {text("toVetoes")}
          </Link>
        }
      />
    </dl>
  );
}

/** Month by month, and window by window down to the cells. */
function ServiceLinks({ field, year }: { readonly field: "cases" | "active" | "good" | "bad"; readonly year: number }) {
  const text = useText(messages);
  return (
    <>
      <Link to="/trends" search={{ measure: field }}>
        {text("toTrends")}
      </Link>
      <SourceLink of="sum" by="province" id="province" at={String(year)} field={field} label={`${year} ${text(field)}`} />
    </>
  );
}
