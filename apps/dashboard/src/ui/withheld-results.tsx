import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import { useText } from "../lib/i18n.ts";
import { useScope } from "../lib/scope.ts";
import { messages } from "./messages.ts";
import { Partial } from "./states.tsx";

/** Says that this profile leaves out the results of some applicants, so that a mean is not taken for that of all. */
export function WithheldResults({ rows }: { readonly rows: readonly CityYear[] | undefined }) {
  const text = useText(messages);
  const { year, run } = useScope();
  if (!rows || !run) return null;
  const shown = rows.filter((row) => row.year === year).reduce((sum, row) => sum + row.nominated, 0);
  return shown >= run.applications ? null : <Partial>{text("withheldResults", { year, applications: run.applications, shown })}</Partial>;
}
