import type { Policy } from "@mingchuang/rubric/policy";
import type { Honour, SchemeFile } from "@mingchuang/rubric/scheme";
import type { Language } from "../../lib/search-state.ts";

/** A policy that an honour refers to and of which another option may be tried. */
export interface PolicyToTry {
  readonly id: string;
  readonly label: string;
  readonly inForce: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** Policies that the published facts were gathered by: another period may need records that were not. */
const gathers: ReadonlySet<Policy["decides"]> = new Set(["period"]);

/** The policies of a honour with more than one option: those that can be tried, and the names of those that cannot. */
export function policiesToTry(
  policies: SchemeFile["policies"],
  honour: Honour,
  choices: Readonly<Record<string, string>>,
  language: Language,
): { readonly open: readonly PolicyToTry[]; readonly closed: readonly string[] } {
  const referred = policiesReferredTo(honour);
  const several = policies.filter(({ id, decides, options }) => referred.has(id) && decides !== "procedure" && options.length > 1);
  return {
    open: several
      .filter(({ decides }) => !gathers.has(decides))
      .map(({ id, label, default: byDefault, options }): PolicyToTry => {
        const told = options.map((option) => ({ id: option.id, label: option.label[language] }));
        return { id, label: label[language], inForce: choices[id] ?? byDefault, options: told };
      }),
    closed: several.filter(({ decides }) => gathers.has(decides)).map(({ label }) => label[language]),
  };
}

function policiesReferredTo(part: unknown): ReadonlySet<string> {
  if (typeof part !== "object" || part === null) return new Set();
  const own = "policy" in part && typeof part.policy === "string" ? [part.policy] : [];
  return new Set([...own, ...Object.values(part).flatMap((inner) => [...policiesReferredTo(inner)])]);
}

/** Something that a weight may be given to. */
export interface PartToWeigh {
  readonly id: string;
  readonly label: string;
  /** What the scheme gives it at most, in hundredths; null for parts of an item and for ranks. */
  readonly max: number | null;
  readonly isInside: boolean;
}

/** The items of an honour and, under an item composed by weights, its parts. */
export function partsToWeigh(honour: Honour, parts: readonly string[], language: Language): readonly PartToWeigh[] {
  return honour.rubric.items.flatMap((item): PartToWeigh[] => {
    const inside = parts.filter((part) => part.startsWith(`${item.id}/`));
    if (inside.length === 0 && !parts.includes(item.id)) return [];
    const max = item.kind === "ranks" ? null : Math.round(item.max * 100);
    return [
      { id: item.id, label: item.label[language], max, isInside: false },
      ...inside.map((id) => ({ id, label: labelIn(item, id.slice(item.id.length + 1), language) ?? id, max: null, isInside: true })),
    ];
  });
}

function labelIn(part: unknown, id: string, language: Language): string | null {
  if (typeof part !== "object" || part === null) return null;
  if ("id" in part && part.id === id && "label" in part) return (part.label as Record<Language, string>)[language];
  for (const inner of Object.values(part)) {
    const found = labelIn(inner, id, language);
    if (found !== null) return found;
  }
  return null;
}
