import i18next from "i18next";
import { useCallback } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "./search-state.ts";

/** The texts of one feature. Both languages have the same keys: the types demand it and a test repeats it. `{{name}}` is filled in. */
export interface Messages<Key extends string = string> {
  readonly namespace: string;
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

export type Values = Readonly<Record<string, string | number>>;
export type Text<Key extends string> = (key: Key, values?: Values) => string;

await i18next.use(initReactI18next).init({
  lng: "zh",
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** Declares the texts of a feature: `export const messages = defineMessages("ranking", { zh: { … }, en: { … } })`. */
export function defineMessages<Key extends string>(
  namespace: string,
  texts: { readonly zh: Readonly<Record<Key, string>>; readonly en: Readonly<Record<NoInfer<Key>, string>> },
): Messages<Key> {
  i18next.addResourceBundle("zh", namespace, texts.zh);
  i18next.addResourceBundle("en", namespace, texts.en);
  return { namespace, ...texts };
}

/** `const text = useText(messages); text("title", { year: 2023 })`. The language is that of the address. */
export function useText<Key extends string>(messages: Messages<Key>): Text<Key> {
  const { t } = useTranslation(messages.namespace);
  return useCallback((key, values) => t(key, { ...values }), [t]);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "zh";
}

export function setLanguage(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
