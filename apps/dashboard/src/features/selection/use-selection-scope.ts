import type { Honour as HonourRules } from "@mingchuang/rubric/scheme";
import type { Run } from "@mingchuang/warehouse/queries/meta";
import { useLanguage, useText } from "../../lib/i18n.ts";
import type { SchemeLabels } from "../../lib/scheme.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { honours } from "../../lib/search-state.ts";
import { messages as shell } from "../../ui/messages.ts";
import { honourOf } from "../../ui/subject/honour-of.ts";

/** The selection that is looked at. Programmes whose honours have no other page are reached by their name alone. */
export interface SelectionScope {
  readonly year: number;
  readonly honour: string;
  readonly run: Run | undefined;
  readonly scheme: SchemeLabels;
  readonly rules: HonourRules | undefined;
  readonly name: (honour: string) => string;
  /** The honours of the year that only this page shows, that of the frame first; none when there is nothing to choose. */
  readonly offered: readonly string[];
}

export function useSelectionScope(title: string | undefined): SelectionScope {
  const scope = useScope();
  const { runs, schemes } = useHoldings();
  const language = useLanguage();
  const text = useText(shell);
  const ofYear = runs.filter(({ year }) => year === scope.year);
  const others = ofYear.map(({ honour }) => honour).filter((honour) => !honours.some((known) => known === honour));
  const offered = others.length === 0 ? [] : [...(scope.run === undefined ? [] : [scope.honour]), ...others];
  const honour = title !== undefined && offered.includes(title) ? title : (offered[0] ?? scope.honour);
  const run = ofYear.find((each) => each.honour === honour);
  const scheme = schemes.find(({ schemeId }) => schemeId === run?.scheme_id) ?? scope.scheme;
  const name = (id: string) => {
    const known = honours.find((each) => each === id);
    if (known !== undefined) return text(known);
    return schemes.map((each) => honourOf(each, id)?.label[language]).find((label) => label !== undefined) ?? id;
  };
  return { year: scope.year, honour, run, scheme, rules: honourOf(scheme, honour), name, offered };
}
