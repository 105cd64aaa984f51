import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Source } from "@mingchuang/rubric/source";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { useReading, useSay } from "./scheme-context.ts";

interface Named {
  readonly id: string;
  readonly label: Bilingual;
  readonly source?: Source;
}

/** Who and what the programme is about: domains, levels, tiers, channels, who recommends and who approves. */
export function ScopeSection() {
  const text = useText(messages);
  const say = useSay();
  const comma = useLanguage() === "zh" ? "、" : ", ";
  const { domains, levels, tiers, channels, methods, recommenders, approvals } = useReading().scheme;
  const list = (title: string, entries: readonly Named[], joint = comma) =>
    entries.length === 0 ? null : <Fact title={title} value={entries.map(({ label }) => say(label)).join(joint)} sources={entries} />;
  return (
    <RuleTable caption={text("participation")} head={[text("matter"), text("content"), text("source")]} className="facts">
      <tbody>
        {list(text("domains"), domains)}
        {list(text("levels"), levels)}
        {list(text("tiers"), tiers)}
        {list(text("channels"), channels)}
        {list(text("methods"), methods)}
        {recommenders ? (
          <>
            <Fact
              title={text("recommenders")}
              value={`${text("cityCount", { count: recommenders.cities.length })}${recommenders.cities.join(comma)}`}
              sources={[recommenders]}
            />
            {recommenders.bureaus.length > 0 ? (
              <Fact
                title={text("bureaus")}
                value={recommenders.bureaus.map(({ city, bureau }) => `${city} ${bureau}`).join(comma)}
                sources={[recommenders]}
              />
            ) : null}
            {recommenders.jointly.length > 0 ? (
              <Fact title={text("jointly")} value={recommenders.jointly.join(comma)} sources={[recommenders]} />
            ) : null}
          </>
        ) : null}
        {list(text("approvals"), approvals, " → ")}
      </tbody>
    </RuleTable>
  );
}

/** One row; places that are the same are cited once. */
function Fact({
  title,
  value,
  sources,
}: {
  readonly title: string;
  readonly value: ReactNode;
  readonly sources: readonly { readonly source?: Source }[];
}) {
  const cited = new Map(
    sources.flatMap(({ source }) => (source === undefined ? [] : [[`${source.document} ${source.clause}`, source] as const])),
  );
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{value}</td>
      <td>
        {[...cited].map(([key, source]) => (
          <Citation key={key} source={source} />
        ))}
      </td>
    </tr>
  );
}
