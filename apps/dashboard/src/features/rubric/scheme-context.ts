import type { SchemeWarning } from "@mingchuang/rubric/authoring/scheme-warning";
import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Policies } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { createContext, useContext } from "react";
import { useLanguage } from "../../lib/i18n.ts";
import type { PolicyUse } from "./policy-uses.ts";

/** The scheme that is being read, and what was made of it once. */
export interface SchemeReading {
  readonly scheme: Scheme;
  readonly policies: Policies;
  /** The names of all that is measured, for records that name it. */
  readonly measures: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly uses: ReadonlyMap<string, readonly PolicyUse[]>;
  readonly warnings: readonly SchemeWarning[];
  /** The documents in the order in which they are numbered. */
  readonly documents: readonly string[];
}

export const SchemeContext = createContext<SchemeReading | null>(null);

export function useReading(): SchemeReading {
  const reading = useContext(SchemeContext);
  if (reading === null) throw new Error("useReading outside a scheme");
  return reading;
}

/** `say(label)`: a text in the language of the address. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
