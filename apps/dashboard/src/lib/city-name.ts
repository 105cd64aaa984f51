import { useLanguage } from "./i18n.ts";

/** The cities' names in Pinyin, without 市. */
const english: Readonly<Record<string, string>> = {
  杭州市: "Hangzhou",
  宁波市: "Ningbo",
  温州市: "Wenzhou",
  嘉兴市: "Jiaxing",
  湖州市: "Huzhou",
  绍兴市: "Shaoxing",
  金华市: "Jinhua",
  衢州市: "Quzhou",
  舟山市: "Zhoushan",
  台州市: "Taizhou",
  丽水市: "Lishui",
};

/** A city as the language calls it; one that has no English name keeps its own. */
export function cityName(city: string, language: "zh" | "en"): string {
  return language === "en" ? (english[city] ?? city) : city;
}

/** Rows with their city in the language of the page. */
export function useCityNames(): <Row extends { readonly city: string }>(rows: readonly Row[]) => readonly Row[] {
  const language = useLanguage();
  return (rows) => (language === "zh" ? rows : rows.map((row) => ({ ...row, city: cityName(row.city, language) })));
}
