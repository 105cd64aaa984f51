import type { Honour } from "@mingchuang/rubric/scheme";
import type { ReactNode } from "react";
import { useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { fieldWords } from "./field-words.ts";
import { messages } from "./messages.ts";
import { RuledValue } from "./ruled-value.tsx";
import { useSay } from "./scheme-context.ts";

/** How sheets become a score and scores a ranking: what holds for the rubric as a whole. */
export function SettlingList({ honour: { rubric } }: { readonly honour: Honour }) {
  const text = useText(messages);
  const say = useSay();
  const { sheets, deductions, ranking, grades, passing } = rubric;
  const entries: (readonly [string, ReactNode])[] = [
    ...(sheets === undefined
      ? []
      : ([
          [text("combined"), <RuledValue key="combined" decides="combination" rule={sheets.combined} />],
          [text("incomplete"), <RuledValue key="incomplete" decides="incomplete-sheet" rule={sheets.incomplete} />],
        ] as const)),
    ...(deductions === undefined
      ? []
      : ([
          [text("deductionUnit"), <RuledValue key="unit" decides="deduction-unit" rule={deductions.unit} />],
          [text("itemFloor"), <RuledValue key="floor" decides="floor" rule={deductions.floor} />],
          [text("discretion"), <RuledValue key="bound" decides="discretionary-bound" rule={deductions.discretionary} />],
        ] as const)),
    [
      text("order"),
      <>
        {text(ranking.better)}
        {ranking.within === undefined ? null : text("within", { field: say(fieldWords(ranking.within)) })}
      </>,
    ],
    [
      text("ties"),
      <>
        <RuledValue decides="tie-breaks" rule={ranking.tieBreaks} />
        {ranking.countedRecords === undefined ? null : text("recordsOf", { rule: ranking.countedRecords })}
      </>,
    ],
    ...(grades === undefined ? [] : ([[text("grades"), <RuledValue key="grades" decides="grades" rule={grades} />]] as const)),
    ...(passing === undefined ? [] : ([[text("passing"), <RuledValue key="passing" decides="passing" rule={passing} />]] as const)),
  ];
  return (
    <dl className="settling">
      {entries.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{text("rankingSource")}</dt>
        <dd>
          <Citation source={ranking.source} />
        </dd>
      </div>
    </dl>
  );
}
