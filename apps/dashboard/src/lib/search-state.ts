import { z } from "zod";

/**
 * The address is the state. Values are written plainly (`?city=330100&year=2023`), lists with commas, defaults not at all; what does not
 * parse becomes the default, so no address is ever an error. A name that comes several times (`?id=W1&id=W2`) is a list.
 */
export function parseSearch(text: string): Record<string, string> {
  const search = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(text)) search.set(key, search.has(key) ? `${search.get(key)},${value}` : value);
  return Object.fromEntries(search);
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const key of Object.keys(search).sort()) {
    const value = search[key];
    if (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    parameters.set(key, Array.isArray(value) ? value.join(",") : value === true ? "1" : value === false ? "0" : String(value));
  }
  const text = parameters.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}

/** One of the values, else the first one. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).default(values[0]).catch(values[0]);

/** Free text or code; absent when empty. */
export const text = () => z.string().min(1).optional().catch(undefined);

/** A whole number; absent when it is none. */
export const integer = () => z.coerce.number().int().optional().catch(undefined);

/** A list of codes; empty when absent. */
export const list = () =>
  z
    .union([z.array(z.string()), z.string().transform((value) => value.split(",").filter((part) => part !== ""))])
    .default([])
    .catch([]);

/** A switch, off unless `1`. */
export const flag = () =>
  z
    .union([z.boolean(), z.literal("1").transform(() => true), z.literal("0").transform(() => false)])
    .default(false)
    .catch(false);

/** What an address without an honour asks for; where the data has none of it, its main honour stands in (`chooseScope`). */
const firstHonour = "red-flag-window";

/** What every page shares. A missing year is the latest year of the data. */
export const globalSearch = z.object({
  year: integer(),
  honour: z.string().min(1).default(firstHonour).catch(firstHonour),
  lang: oneOf(["zh", "en"]),
  theme: oneOf(["auto", "light", "dark", "contrast"]),
  /** What somebody called the view whose link was opened. */
  view: text(),
});
export type GlobalSearch = z.infer<typeof globalSearch>;
/** An honour by the id that its scheme gives it. */
export type Honour = GlobalSearch["honour"];
export type Language = GlobalSearch["lang"];

export const globalDefaults = { honour: firstHonour, lang: "zh", theme: "auto" } as const;
