import type { Honour } from "@mingchuang/rubric/scheme";
import { useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { fieldWords } from "./field-words.ts";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { RuledValue } from "./ruled-value.tsx";
import { useReading, useSay } from "./scheme-context.ts";
import { useValue, useWhere } from "./where-words.ts";
import "./places-section.css";

/** How many nominations the binding quota of each city lets come; null where there is none. */
function nominationsOf({ quotas }: Honour, cities: number): { readonly sum: number; readonly product: string } | null {
  const quota = quotas.find(({ per, hard }) => hard && per === "city");
  return quota === undefined || cities === 0 ? null : { sum: cities * quota.most, product: `${cities} × ${quota.most}` };
}

/** How many may come, and how many pass at each stage. */
export function PlacesSection({ honour }: { readonly honour: Honour }) {
  const text = useText(messages);
  const say = useSay();
  const [where, value] = [useWhere(), useValue()];
  const { scheme } = useReading();
  const { quotas, coverage, include, places, stages } = honour;
  const nominated = nominationsOf(honour, scheme.recommenders?.cities.length ?? 0);
  const limits = [
    ...quotas.map(({ per, most, ...rule }) => ({ ...rule, what: text("atMost", { per: say(fieldWords(per)), most }) })),
    ...coverage.map(({ per, of, ...rule }) => {
      const all = { of: say(fieldWords(of)) };
      return { ...rule, what: per === null ? text("coverAll", all) : text("cover", { ...all, per: say(fieldWords(per)) }) };
    }),
    ...include.map(({ where: whom, ...rule }) => ({ ...rule, what: text("include", { who: where(whom) }) })),
  ];
  return (
    <>
      {limits.length > 0 ? (
        <RuleTable caption={text("limits")} head={[text("rule"), text("content"), text("binding"), text("source")]}>
          <tbody>
            {limits.map(({ id, label, what, hard, source }) => (
              <tr key={id}>
                <th scope="row">{say(label)}</th>
                <td>{what}</td>
                <td>{text(hard ? "hard" : "soft")}</td>
                <td>
                  <Citation source={source} />
                </td>
              </tr>
            ))}
          </tbody>
        </RuleTable>
      ) : null}
      {stages.length > 0 ? (
        <ol className="stage-flow" aria-label={text("stages")}>
          {nominated === null ? null : (
            <li>
              <span className="stage-name">{text("nominated")}</span>
              <span className="stage-size">≤ {nominated.sum}</span>
              <span className="stage-notes">{nominated.product}</span>
            </li>
          )}
          {stages.map((stage) => (
            <li key={stage.id}>
              <span className="stage-name">{say(stage.label)}</span>
              <span className="stage-size">
                {stage.about === undefined ? "" : text("about")}
                {stage.size}
              </span>
              <span className="stage-notes">
                {text("decidedBy", { by: say(stage.by) })}
                {stage.onSite ? `　${text("onSite")}` : ""}
                {stage.recheckVetoes ? `　${text("recheck")}` : ""}
              </span>
              {stage.about === undefined ? null : (
                <span className="stage-notes">
                  <RuledValue decides="allowance" rule={stage.about} />
                </span>
              )}
              <Citation source={stage.source} />
            </li>
          ))}
        </ol>
      ) : null}
      {places.map((table) => (
        <RuleTable
          key={table.id}
          caption={say(table.label)}
          className="places"
          numeric={table.places.map((_, index) => index + 1).concat(table.places.length + 1)}
          head={[say(table.label), ...table.places.map(({ of }) => value(table.per, of)), text("sum"), text("source")]}
        >
          <tbody>
            <tr>
              <th scope="row">
                {table.each === undefined ? text("places") : text("placesEach", { each: say(fieldWords(table.each)) })}
                {table.about === undefined ? null : (
                  <span className="aside">
                    {text("about")}
                    <RuledValue decides="allowance" rule={table.about} />
                  </span>
                )}
              </th>
              {table.places.map(({ of, size }) => (
                <td key={of} className="numeric">
                  {size}
                </td>
              ))}
              <td className="numeric">{table.places.reduce((sum, { size }) => sum + size, 0)}</td>
              <td>
                <Citation source={table.source} />
              </td>
            </tr>
          </tbody>
        </RuleTable>
      ))}
    </>
  );
}
