import type { Indicator } from "@mingchuang/rubric/mechanisms/indicator";
import type { Reading } from "@mingchuang/rubric/reading";
import type { Item } from "@mingchuang/rubric/scheme";
import { useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { fieldWords, recordWords } from "./field-words.ts";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { RuledValue } from "./ruled-value.tsx";
import { useSay } from "./scheme-context.ts";
import { useWhere } from "./where-words.ts";

type ShownIndicator = Omit<Indicator, "kind">;

/** The indicators in an item, at whatever depth, in their order. */
export function indicatorsOf(part: Item | { readonly kind: string; readonly parts?: readonly object[] }): ShownIndicator[] {
  if (part.kind === "indicator") return [part as object as ShownIndicator];
  const parts = "parts" in part ? (part.parts as readonly { readonly kind: string }[] | undefined) : undefined;
  return (parts ?? []).flatMap(indicatorsOf);
}

/** Indicators with their marks: where things stood, what must hold, what is to be reached, what is aimed at. */
export function IndicatorTable({ caption, indicators }: { readonly caption: string; readonly indicators: readonly ShownIndicator[] }) {
  const text = useText(messages);
  const say = useSay();
  const awards = new Map(indicators.flatMap(({ target, award }) => (target === null ? [] : [[JSON.stringify(award), award] as const])));
  return (
    <>
      <RuleTable
        caption={caption}
        className="indicators"
        numeric={[2, 3, 4, 5]}
        head={[
          text("indicator"),
          text("unit"),
          text("baseline"),
          text("floor"),
          text("target"),
          text("stretch"),
          text("readFrom"),
          text("source"),
        ]}
      >
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row">{say(indicator.label)}</th>
              <td>{say(indicator.unit)}</td>
              <td className="numeric">{indicator.baseline ?? "–"}</td>
              <Mark indicator={indicator} mark="floor" />
              <Mark indicator={indicator} mark="target" />
              <Mark indicator={indicator} mark="stretch" />
              <td className="reading">
                <ReadingWords reading={indicator.of} />
              </td>
              <td>
                <Citation source={indicator.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </RuleTable>
      {[...awards].map(([key, award]) => (
        <p key={key} className="aside">
          {text("awarded")}
          <RuledValue decides="indicator-award" rule={award} />
        </p>
      ))}
    </>
  );
}

function Mark({ indicator, mark }: { readonly indicator: ShownIndicator; readonly mark: "floor" | "target" | "stretch" }) {
  const figure = indicator[mark];
  return <td className="numeric">{figure === null ? "–" : `${indicator.direction === "higher" ? "≥" : "≤"} ${figure}`}</td>;
}

/** Where a figure comes from: a field as it was handed in, or a rate from its counts. */
export function ReadingWords({ reading }: { readonly reading: Reading }) {
  const text = useText(messages);
  const say = useSay();
  const where = useWhere();
  const from = [say(recordWords(reading.records)), where(reading.where)].filter((part) => part !== "").join("　");
  return (
    <>
      {"field" in reading ? (
        say(fieldWords(reading.field))
      ) : (
        <>
          {reading.complement ? text("complement") : null}
          <RuledValue decides="tally" rule={reading.numerator} /> ÷ <RuledValue decides="tally" rule={reading.denominator} />
        </>
      )}
      <span className="aside">
        {from}　<RuledValue decides="period" rule={reading.period} />
      </span>
    </>
  );
}
