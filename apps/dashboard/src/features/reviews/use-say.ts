import type { Bilingual } from "@mingchuang/rubric/bilingual";
import { useLanguage } from "../../lib/i18n.ts";

/** `say(label)`: a text of a scheme in the language of the address. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
