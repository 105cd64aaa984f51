import { useText } from "../../lib/i18n.ts";
import { messages } from "./messages.ts";
import { markFigures, type VetoMark } from "./veto-mark.ts";
import "./subject.css";

/** The state of a rule in a word and its figures: `一票否决 V2 4 / 4`. `label` is the rule's name for the hover text. */
export function VetoBadge({ mark, label }: { readonly mark: VetoMark; readonly label: string }) {
  const text = useText(messages);
  const state = text(mark.state);
  const title = text("badge", {
    state,
    rule: `${mark.rule} ${label}`,
    counted: mark.counted,
    undecided: mark.undecided,
    threshold: mark.threshold,
  });
  return (
    <span className={`badge ${mark.state}`} title={title}>
      {state} <span className="badge-figures">{`${mark.rule} ${markFigures(mark)}`}</span>
    </span>
  );
}
