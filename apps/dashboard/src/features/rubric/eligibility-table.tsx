import type { EligibilityRule } from "@mingchuang/rubric/eligibility";
import type { Honour } from "@mingchuang/rubric/scheme";
import type { ReactNode } from "react";
import { useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { fieldWords, recordWords } from "./field-words.ts";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { RuledValue } from "./ruled-value.tsx";
import { useSay } from "./scheme-context.ts";
import { useWhere } from "./where-words.ts";

/** Who may apply, and who may not have the honour because of another. */
export function EligibilityTable({ honour: { id, eligibility, excludes } }: { readonly honour: Honour }) {
  const text = useText(messages);
  const say = useSay();
  const where = useWhere();
  return (
    <RuleTable caption={text("eligibility")} head={[text("condition"), text("test"), text("otherwise"), text("source")]}>
      <tbody>
        {eligibility.map((rule) => (
          <tr key={rule.id} id={`${id}.eligibility.${rule.id}`}>
            <th scope="row">{say(rule.label)}</th>
            <td>
              {Object.keys(rule.of).length > 0 ? `${text("onlyFor", { who: where(rule.of) })}` : null}
              <Test rule={rule} />
            </td>
            <td>{text(`otherwise-${rule.otherwise}`)}</td>
            <td>
              <Citation source={rule.source} />
            </td>
          </tr>
        ))}
        {excludes.map((rule) => (
          <tr key={rule.id} id={`${id}.excludes.${rule.id}`}>
            <th scope="row">{say(rule.label)}</th>
            <td>{text(`exclusion-${rule.held}`, { by: say(fieldWords(rule.by)) })}</td>
            <td>{text("otherwise-ineligible")}</td>
            <td>
              <Citation source={rule.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </RuleTable>
  );
}

function Test({ rule }: { readonly rule: EligibilityRule }): ReactNode {
  const text = useText(messages);
  const say = useSay();
  const where = useWhere();
  switch (rule.kind) {
    case "number": {
      const bounds = [rule.least === undefined ? "" : `≥ ${rule.least}`, rule.most === undefined ? "" : `≤ ${rule.most}`];
      return `${say(fieldWords(rule.field))} ${bounds.filter((bound) => bound !== "").join(" , ")}`;
    }
    case "day":
      return (
        <>
          {say(fieldWords(rule.field))}{" "}
          {rule.from === undefined ? null : (
            <>
              ≥ <RuledValue decides="day" rule={rule.from} />{" "}
            </>
          )}
          {rule.before === undefined ? null : (
            <>
              &lt; <RuledValue decides="day" rule={rule.before} />{" "}
            </>
          )}
          {rule.until === undefined ? null : (
            <>
              ≤ <RuledValue decides="day" rule={rule.until} />{" "}
            </>
          )}
          {rule.empty === "met" ? text("emptyMet") : null}
        </>
      );
    case "value":
      return (
        <>
          {say(fieldWords(rule.field))}
          {" = "}
          <RuledValue decides="condition" rule={rule.is} />
        </>
      );
    case "no-record":
      return (
        <>
          {text("noRecord", { records: say(recordWords(rule.records)), where: where(rule.where) })}
          <RuledValue decides="period" rule={rule.period} />
        </>
      );
    case "limit":
      return (
        <>
          {text("limit", { per: say(fieldWords(rule.per)), most: rule.most })}
          <RuledValue decides="over-limit" rule={rule.over} />
        </>
      );
  }
}
