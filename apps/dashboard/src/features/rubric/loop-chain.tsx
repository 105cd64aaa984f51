import type { ClosedLoop, LoopStep } from "@mingchuang/rubric/closed-loop/closed-loop";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { recordWords } from "./field-words.ts";
import { messages } from "./messages.ts";
import { RuledValue } from "./ruled-value.tsx";
import { useSay } from "./scheme-context.ts";

/** What has to follow on every record of a kind, step by step, with its days. */
export function LoopChain({ loop }: { readonly loop: ClosedLoop }) {
  const text = useText(messages);
  const say = useSay();
  const slash = useLanguage() === "zh" ? " / " : " or ";
  return (
    <ol className="stage-flow loop" aria-label={say(loop.label)}>
      <li>
        <span className="stage-name">{say(recordWords(loop.records))}</span>
        <Citation source={loop.source} />
      </li>
      {loop.steps.map((step) => (
        <li key={step.id}>
          <span className="stage-name">{say(step.label)}</span>
          <span className="stage-notes">{step.ways.map((way) => say(way.label)).join(slash)}</span>
          <span className="stage-notes">
            <After loop={loop} step={step} />
            {step.within === null ? (
              text("noDay")
            ) : (
              <>
                {text("withinDays", { days: step.within.days })}
                <RuledValue decides="day-type" rule={step.within.count} />
              </>
            )}
          </span>
          <Citation source={step.source} />
        </li>
      ))}
    </ol>
  );
}

function After({ loop, step: { after } }: { readonly loop: ClosedLoop; readonly step: LoopStep }) {
  const text = useText(messages);
  const say = useSay();
  if (after === "opened") return null;
  const earlier = loop.steps.find(({ id }) => id === after.step);
  const ways = after.ways.map((id) => {
    const way = earlier?.ways.find((each) => each.id === id);
    return way === undefined ? id : say(way.label);
  });
  const name = ways.length > 0 ? ways.join(" / ") : say(earlier?.label ?? { zh: after.step, en: after.step });
  return text("after", { step: name });
}
