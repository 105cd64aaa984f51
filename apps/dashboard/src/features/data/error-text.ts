import type { Language } from "../../lib/search-state.ts";
import texts from "./ingest-errors.json" with { type: "json" };

export interface ErrorWords {
  readonly what: string;
  readonly cure: string;
}

const known: Readonly<Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>> = texts;

/** What a code of ingestion means and what to do, as its page in `docs/errors` says it; null for a code of another version. */
export function errorText(code: string, language: Language): ErrorWords | null {
  const entry = known[code];
  if (entry === undefined) return null;
  return language === "zh" ? { what: entry.zh, cure: entry.cureZh } : { what: entry.en, cure: entry.cureEn };
}
