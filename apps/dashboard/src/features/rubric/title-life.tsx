import type { Title, Transition } from "@mingchuang/rubric/lifecycle/title";
import { useId } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { RuledValue } from "./ruled-value.tsx";
import { useSay } from "./scheme-context.ts";
import { titleDiagram } from "./title-diagram.ts";
import "./title-life.css";

/** The life of a title after it was given: its states drawn, its transitions listed with what moves them. */
export function TitleLife({ title }: { readonly title: Title }) {
  const text = useText(messages);
  const say = useSay();
  const label = (id: string) => {
    const state = title.states.find((each) => each.id === id);
    return state === undefined ? id : say(state.label);
  };
  return (
    <>
      <Diagram title={title} />
      <RuleTable caption={say(title.label)} head={[text("from"), text("transition"), text("when"), text("to"), text("source")]}>
        <tbody>
          {title.transitions.map((transition) => (
            <tr key={transition.id}>
              <td>{transition.from.map(label).join(" / ")}</td>
              <th scope="row">{say(transition.label)}</th>
              <td>
                <When title={title} when={transition.when} />
              </td>
              <td>{label(transition.to)}</td>
              <td>
                <Citation source={transition.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </RuleTable>
      {title.runs === undefined ? null : (
        <p className="aside">
          {text("runs", { of: text(`every-${title.runs.of}`) })}
          <RuledValue decides="missing-period" rule={title.runs.gaps} />
          {text("andThen")}
          <RuledValue decides="run-start" rule={title.runs.since} />
        </p>
      )}
    </>
  );
}

function When({ title, when }: { readonly title: Title; readonly when: Transition["when"] }) {
  const text = useText(messages);
  const say = useSay();
  if (when.kind === "run") return text(`run-${when.outcome}`, { length: when.length, of: text(`every-${title.runs?.of ?? "quarter"}`) });
  if (when.kind === "event") return say(title.events.find(({ id }) => id === when.event)?.label ?? { zh: when.event, en: when.event });
  if (when.within === null) return text("overdueSet");
  return (
    <>
      {text("overdue", { days: when.within.days })}
      <RuledValue decides="day-type" rule={when.within.count} />
    </>
  );
}

function Diagram({ title }: { readonly title: Title }) {
  const text = useText(messages);
  const say = useSay();
  const head = useId();
  const { width, height, states, arrows } = titleDiagram(title, useLanguage());
  const sentence = text("diagram", { title: say(title.label), states: states.map(({ label }) => label).join(" · ") });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame state-diagram" aria-label={sentence} tabIndex={0}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0.6L7.4 4L0 7.4z" />
          </marker>
        </defs>
        {arrows.map((arrow) => (
          <path key={arrow.id} className="arrow" d={arrow.path} markerEnd={`url(#${head})`} />
        ))}
        {states.map((state) => (
          <g key={state.id} className={`state-box${state.holds ? " holds" : ""}`}>
            <rect x={state.x} y={state.y} width={state.width} height={state.height} rx="3" />
            {state.initial ? <circle cx={state.x + 8} cy={state.y + 8} r="3" /> : null}
            <text x={state.x + state.width / 2} y={state.y + state.height / 2 + 5}>
              {state.label}
            </text>
          </g>
        ))}
        {arrows.map((arrow) => (
          <g key={arrow.id} className="arrow-label">
            <rect x={arrow.x - arrow.width / 2 - 4} y={arrow.y - 9} width={arrow.width + 8} height="18" />
            <text x={arrow.x} y={arrow.y + 4}>
              {arrow.label}
            </text>
          </g>
        ))}
      </svg>
      <p className="aside">{text("diagramKey")}</p>
    </section>
  );
}
