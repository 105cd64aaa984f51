import type { ReactNode } from "react";
import { useText } from "../lib/i18n.ts";
import { messages } from "./messages.ts";

interface FigureStatProps {
  /** With its unit: `办件量（件）`. */
  readonly label: string;
  readonly value: string;
  /** The change on last year: text with its sign, or words; null when there is no last year, "" when nothing changed. Left out: not told. */
  readonly change?: string | null;
  /** Whether the change is for the better, in words as well as in colour; null when it is neither. */
  readonly better?: boolean | null;
  /** Numerator and denominator, or the rule: on hover and for screen readers. */
  readonly basis?: string;
  /** A link to the records behind the figure. */
  readonly why?: ReactNode;
}

/** One figure of the year, its change on last year, and the way to its records. */
export function FigureStat({ label, value, change, better = null, basis, why }: FigureStatProps) {
  const text = useText(messages);
  return (
    <div className="stat" title={basis}>
      <dt>{label}</dt>
      <dd>
        <span className="stat-value">{value}</span>
        {change === undefined ? null : (
          <span className={better === null ? "stat-change" : better ? "stat-change better" : "stat-change worse"}>
            {change === null
              ? text("noLastYear")
              : change === ""
                ? text("unchanged")
                : text(/^[+−±\d]/.test(change) ? "sinceLastYear" : "sinceLastYearInWords", { change })}
          </span>
        )}
        {basis ? <span className="stat-basis">{basis}</span> : null}
        {why ? <span className="stat-why">{why}</span> : null}
      </dd>
    </div>
  );
}
