import { queryShownResults } from "@mingchuang/warehouse/queries/ranking";
import { useText } from "../lib/i18n.ts";
import { useScope } from "../lib/scope.ts";
import { useRows } from "../lib/use-rows.ts";
import { messages } from "./messages.ts";
import { Partial } from "./states.tsx";

/** Says that this profile leaves out the results of some applicants, so that a mean is not taken for that of all. */
export function WithheldResults() {
  const text = useText(messages);
  const { year, honour, run } = useScope();
  const shown = useRows(queryShownResults, { year, honour }).data;
  if (shown === undefined || !run || shown >= run.applications) return null;
  return <Partial>{text("withheldResults", { year, applications: run.applications, shown })}</Partial>;
}
