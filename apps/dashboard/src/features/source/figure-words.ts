import { formatHundredths } from "@mingchuang/rubric/points";
import { formatCount } from "../../lib/format.ts";
import { messages, type SourceText } from "./messages.ts";

type Key = keyof typeof messages.zh;
const known = (key: string): key is Key => Object.hasOwn(messages.zh, key);

/** A field as it is called on the page; one that has no name here keeps its code name. */
export function fieldName(field: string, text: SourceText): string {
  const key = `name-${field}`;
  return known(key) ? text(key) : field;
}

export function kindName(kind: string, text: SourceText): string {
  const key = `kind-${kind}`;
  return known(key) ? text(key) : kind;
}

/** A stored value as it is shown: points from hundredths, codes in words, days without a time of midnight; `–` for what was not handed in. */
export function figureText(field: string, value: string | number | boolean | null | undefined, text: SourceText): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return text(value ? "yes" : "no");
  if (field === "points" || field === "self_score") return typeof value === "number" ? formatHundredths(value) : String(value);
  if (typeof value === "number") return field === "year" ? String(value) : formatCount(value);
  const code = `value-${value}`;
  return known(code) ? text(code) : value.replace(/ 00:00:00$/, "");
}
