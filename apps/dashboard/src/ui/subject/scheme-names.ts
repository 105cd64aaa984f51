import type { Honour, Scheme } from "@mingchuang/rubric/scheme";
import { useMemo } from "react";
import { useLanguage } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { honourOf } from "./honour-of.ts";

/** The words of the scheme in force for what is not an item, clause or veto. An unknown id stands for itself. */
export interface SchemeNames {
  readonly honour: Honour | undefined;
  domain(id: string): string;
  level(id: string): string;
  stage(id: string): string;
  /** A part of the bonus, or a level of honours in it. */
  bonusPart(id: string): string;
}

export function useSchemeNames(): SchemeNames {
  const language = useLanguage();
  const { scheme, honour } = useScope();
  return useMemo(() => {
    const { domains = [], levels = [] } = scheme.body as Partial<Scheme>;
    const title = honourOf(scheme, honour);
    const named =
      (among: readonly { readonly id: string; readonly label: { readonly zh: string; readonly en: string } }[]) => (id: string) =>
        among.find((each) => each.id === id)?.label[language] ?? id;
    const parts = (title?.rubric.items ?? []).flatMap((item) => (item.kind === "bonus" ? item.parts : []));
    const bonus = parts.flatMap((part) => [part, ...(part.kind === "levels" ? part.levels : [])]);
    return { honour: title, domain: named(domains), level: named(levels), stage: named(title?.stages ?? []), bonusPart: named(bonus) };
  }, [scheme, honour, language]);
}
