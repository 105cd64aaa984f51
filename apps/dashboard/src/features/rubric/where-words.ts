import type { Where } from "@mingchuang/rubric/field";
import { useLanguage } from "../../lib/i18n.ts";
import { fieldWords, valueWords } from "./field-words.ts";
import { useReading, useSay } from "./scheme-context.ts";

/** `where({ tier: ["own"] })` → "单位类别为局机关": the scheme's own names for its values, where it has them. */
export function useWhere(): (where: Where | Readonly<Record<string, readonly string[]>>) => string {
  const say = useSay();
  const [comma, colon, semicolon] = useLanguage() === "zh" ? ["、", "：", "；"] : [", ", ": ", "; "];
  const value = useValue();
  return (where) =>
    Object.entries(where)
      .map(([field, values]) => `${say(fieldWords(field))}${colon}${values.map((each) => value(field, each)).join(comma)}`)
      .join(semicolon);
}

/** The name of a value of a field. */
export function useValue(): (field: string, value: string) => string {
  const say = useSay();
  const { measures, scheme } = useReading();
  const { domains, levels, tiers, channels } = scheme;
  const lists: Readonly<Record<string, readonly { readonly id: string; readonly label: { readonly zh: string; readonly en: string } }[]>> =
    {
      domain: domains,
      level: levels,
      tier: tiers,
      channel: channels,
      metric: measures,
    };
  return (field, value) => say(lists[field]?.find(({ id }) => id === value)?.label ?? valueWords(value));
}
