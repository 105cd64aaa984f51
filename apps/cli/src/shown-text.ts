// Control characters other than tab and line feed, marks that turn the direction of writing, invisible signs, line separators, lone surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu;

/**
 * Text from files as it may be shown: what could steer a terminal, turn a name around or hide in it is written out (`\u202e`), so that
 * `fdp.exe` cannot look like `exe.pdf`. Inside JSON the result still means the same.
 */
export function shownText(text: string): string {
  return text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same for a name, which is on one line. */
export function shownName(name: string): string {
  return shownText(name).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** Every text within a value, made fit to be shown. */
export function shownWithin<Value>(value: Value, show: (text: string) => string): Value {
  const map = (part: unknown): unknown => {
    if (typeof part === "string") return show(part);
    if (Array.isArray(part)) return part.map(map);
    return part !== null && typeof part === "object"
      ? Object.fromEntries(Object.entries(part).map(([key, each]) => [key, map(each)]))
      : part;
  };
  return map(value) as Value;
}
