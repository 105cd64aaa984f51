import type { Honour } from "@mingchuang/rubric/scheme";
import type { Source } from "@mingchuang/rubric/source";
import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import type { Language } from "../../lib/search-state.ts";
import { idsIn } from "./outcome.ts";
import type { StageInView } from "./stages-in-view.ts";

/** A rule that decided about somebody, and the part of the honour's rubric it stands in. */
export interface DecidingRule {
  readonly id: string;
  readonly label: string;
  readonly source: Source | null;
  readonly part: "places" | "vetoes" | "eligibility";
}

/**
 * The rules behind a verdict: those it names; without any, the places of the stage for whoever is in, open or out by rank. An id of a
 * figure that a document calls "about" (`…-stated`) stands for its rule.
 */
export function decidingRules(
  { rules: named, reason, bar }: Pick<VerdictRow, "rules" | "reason" | "bar">,
  stage: Pick<StageInView, "id" | "label" | "source" | "row">,
  honour: Honour | undefined,
  language: Language,
): readonly DecidingRule[] {
  if (bar === "holds-other") {
    return (honour?.excludes ?? []).map(({ id, label, source }) => ({ id, label: label[language], source, part: "eligibility" }));
  }
  if (reason === "barred" || reason === "committee") return [];
  const all = honour === undefined ? [] : [...honour.include, ...honour.quotas, ...honour.places, ...honour.coverage];
  const own = { id: "size", label: stage.label, source: stage.source, part: "places" as const };
  const ids = [...new Set(idsIn(named).map((id) => id.replace(/-stated$/, "")))];
  if (ids.length === 0) return stage.row?.most === null ? [] : [own];
  return ids.map((id) => {
    const rule = all.find((each) => each.id === id);
    if (rule === undefined) return id === "size" || id === stage.id ? own : { id, label: id, source: null, part: "places" };
    return { id, label: rule.label[language], source: rule.source, part: "places" };
  });
}
