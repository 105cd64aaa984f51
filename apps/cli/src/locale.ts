import { en } from "./messages/en.ts";
import { type Messages, zh } from "./messages/zh.ts";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/**
 * The language of the terminal: `--lang` where given, otherwise what the locale variables say, in the order in which programs obey them.
 * A locale that is neither Chinese nor English (C, POSIX, none) gets Chinese, the first language here.
 */
export function chooseLanguage(wanted: string | undefined, environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = wanted ?? (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "");
  return /^en(?:[-_.@]|$)/i.test(locale) ? "en" : "zh";
}

export const messagesIn = (language: Language): Messages => (language === "en" ? en : zh);
