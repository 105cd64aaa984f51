import type { ReactNode } from "react";
import "./rule-table.css";

interface RuleTableProps {
  readonly caption: string;
  readonly head: readonly ReactNode[];
  /** Columns whose figures stand to the right. */
  readonly numeric?: readonly number[];
  readonly className?: string;
  /** `<tbody>`s, or rows in one. */
  readonly children: ReactNode;
}

/** A three-rule table of rules, in the order of the document: it is read, not sorted. */
export function RuleTable({ caption, head, numeric = [], className, children }: RuleTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className={`ruled rules ${className ?? ""}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table are a fixed sequence
              <th key={index} scope="col" className={numeric.includes(index) ? "numeric" : undefined}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
