import { ifFree } from "@mingchuang/rubric/select/check-list";
import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { useText } from "../../lib/i18n.ts";
import { withTies } from "./hand-list.ts";
import { messages } from "./messages.ts";
import type { StageInView } from "./stages-in-view.ts";
import type { Checked } from "./use-checked-list.ts";

interface IfFreeProps {
  readonly row: VerdictRow;
  readonly stage: StageInView;
  readonly checked: Checked | null;
}

/** What the pending decision on somebody would change in the list, were they cleared. */
export function IfFree({ row, stage, checked }: IfFreeProps) {
  const text = useText(messages);
  if (checked === null || "refused" in checked || row.rank === null) return null;
  const { problem } = checked;
  const found = ifFree(problem, withTies(problem, checked.list, stage.rows), row.application_id);
  const lastOf = (ids: readonly string[]) => {
    const among = problem.subjects.filter(({ id }) => ids.includes(id));
    const last = Math.max(...among.map(({ rank }) => rank ?? 0));
    return among
      .filter(({ rank }) => rank === last)
      .map(({ label }) => label)
      .join("、");
  };
  const told = () => {
    if (found.room) return text("freeRoom");
    if (found.better.length > 0) return text("freeBefore", { names: lastOf(found.better) });
    if (!found.certain) return text("freeUncertain");
    return found.level.length > 0 ? text("freeLevel", { names: lastOf(found.level) }) : text("freeSame");
  };
  return <span className="beneath">{told()}</span>;
}
