import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { useEffect, useState } from "react";
import { useText } from "../../lib/i18n.ts";
import { type HandMark, longestReason } from "./hand-marks.ts";
import { messages } from "./messages.ts";

/** The decisions by hand on one stage, and how another one is taken. */
export interface Hand {
  readonly marks: readonly HandMark[];
  readonly onMark: (mark: HandMark) => void;
  readonly onUndo: (mark: Pick<HandMark, "stage" | "application">) => void;
}

/** What the committee decides about one application, and why. The reason goes to the address when the field is left or Enter is pressed. */
export function HandCell({ row, hand }: { readonly row: VerdictRow; readonly hand: Hand }) {
  const text = useText(messages);
  const { stage, application_id: application } = row;
  const name = row.subject_name ?? row.subject_id;
  const mark = hand.marks.find((each) => each.application === application);
  const written = mark?.reason ?? "";
  const [reason, setReason] = useState(written);
  useEffect(() => setReason(written), [written]);
  const choose = (choice: string) => {
    if (choice === "in" || choice === "out") hand.onMark({ stage, application, choice, reason: reason.trim() });
    else hand.onUndo({ stage, application });
  };
  const keep = () => {
    if (mark !== undefined && reason.trim() !== written) hand.onMark({ ...mark, reason: reason.trim() });
  };
  return (
    <span className={`hand ${mark?.choice ?? ""}`}>
      <select aria-label={text("handFor", { name })} value={mark?.choice ?? "rule"} onChange={(event) => choose(event.target.value)}>
        <option value="rule">{text("choice-rule")}</option>
        <option value="in">{text("choice-in")}</option>
        <option value="out">{text("choice-out")}</option>
      </select>
      {mark === undefined ? null : (
        <input
          type="text"
          aria-label={text("reasonFor", { name })}
          placeholder={text("reasonHint", { most: longestReason })}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === "Enter") keep();
          }}
        />
      )}
    </span>
  );
}
