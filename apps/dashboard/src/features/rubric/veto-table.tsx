import type { Honour } from "@mingchuang/rubric/scheme";
import type { VetoRule } from "@mingchuang/rubric/veto";
import type { ReactNode } from "react";
import { useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { usePlace } from "./anchor.tsx";
import { Citation } from "./citation.tsx";
import { recordWords, valueWords } from "./field-words.ts";
import { ReadingWords } from "./indicator-table.tsx";
import { messages } from "./messages.ts";
import { Remarks } from "./remarks.tsx";
import { RuleTable } from "./rule-table.tsx";
import { RuledValue } from "./ruled-value.tsx";
import { useReading, useSay } from "./scheme-context.ts";
import { useWhere } from "./where-words.ts";

/** What vetoes: which records count, in which time, and from how many on. */
export function VetoTable({ honour }: { readonly honour: Honour }) {
  const text = useText(messages);
  const say = useSay();
  const place = usePlace();
  const { scheme } = useReading();
  const at = ["honours", scheme.honours.indexOf(honour), "rubric", "vetoes"];
  return (
    <RuleTable
      caption={text("vetoes")}
      className="veto-rules"
      head={[text("number"), text("rule"), text("threshold"), text("whatCounts"), text("period"), text("source")]}
    >
      {honour.rubric.vetoes.map((rule, index) => (
        <tbody key={rule.id}>
          <tr {...place(rubricAnchor.veto(honour.id, rule.id))}>
            <td className="veto-id">{rule.id}</td>
            <th scope="row">{say(rule.label)}</th>
            <td className="threshold">
              <Threshold rule={rule} />
            </td>
            <td>
              <WhatCounts rule={rule} />
            </td>
            <td>
              <RuledValue decides="period" rule={rule.kind === "threshold" ? rule.of.period : rule.period} />
            </td>
            <td>
              <Citation source={rule.source} />
            </td>
          </tr>
          <Remarks below={[...at, index]} columns={6} />
        </tbody>
      ))}
    </RuleTable>
  );
}

function Threshold({ rule }: { readonly rule: VetoRule }): ReactNode {
  const text = useText(messages);
  if (rule.kind === "count") return text("countFrom", { threshold: rule.threshold });
  if (rule.kind === "finding") return text("foundOnce");
  return `${rule.direction === "higher" ? "<" : ">"} ${rule.limit}`;
}

function WhatCounts({ rule }: { readonly rule: VetoRule }): ReactNode {
  const text = useText(messages);
  const say = useSay();
  const where = useWhere();
  if (rule.kind === "threshold") return <ReadingWords reading={rule.of} />;
  if (rule.kind === "finding") return text("finding", { matter: say(valueWords(rule.finding)) });
  return (
    <>
      {say(recordWords(rule.records))}
      {Object.keys(rule.where).length > 0 ? `（${where(rule.where)}）` : ""}
      <ul className="conditions">
        {rule.conditions.map(({ field, label, is }) => (
          <li key={field}>
            {text("conditionOn", { what: say(label) })}
            <RuledValue decides="condition" rule={is} />
          </li>
        ))}
      </ul>
    </>
  );
}
