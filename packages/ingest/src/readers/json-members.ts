/** One member of a JSON object: its name, and its value as text: a string's characters, a number exactly as written, null for null. */
export interface JsonMember {
  readonly key: string;
  readonly text: string | null;
  /** Whether the value is an object or a list; `text` is then its JSON. */
  readonly nested: boolean;
}

/**
 * The members of a JSON object in the order in which they stand, repeated names included. `JSON.parse` alone would round numbers, drop
 * repeated names and move names that are digits; here it only judges whether the text is good. Null when it is no object.
 */
export function readMembers(text: string): JsonMember[] | null {
  if (!isObject(text)) return null;
  const members: JsonMember[] = [];
  let at = skipBlanks(text, skipBlanks(text, 0) + 1);
  while (text[at] !== "}") {
    const keyEnd = stringEnd(text, at);
    const key = stringValue(text, at, keyEnd);
    const from = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    const end = valueEnd(text, from);
    members.push({ key, ...valueBetween(text, from, end) });
    at = skipBlanks(text, end);
    if (text[at] === ",") at = skipBlanks(text, at + 1);
  }
  return members;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function valueBetween(text: string, from: number, end: number): Omit<JsonMember, "key"> {
  const first = text[from];
  if (first === '"') return { text: stringValue(text, from, end), nested: false };
  if (first === "{" || first === "[") return { text: text.slice(from, end), nested: true };
  return { text: first === "n" ? null : text.slice(from, end), nested: false };
}

function stringValue(text: string, from: number, end: number): string {
  const inside = text.slice(from + 1, end - 1);
  return inside.includes("\\") ? (JSON.parse(text.slice(from, end)) as string) : inside;
}

/** Where a string that opens at `from` has ended. */
function stringEnd(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === "\\") from -= 1;
  return (at - from) % 2 === 1;
}

function valueEnd(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return stringEnd(text, from);
  let at = from;
  if (first !== "{" && first !== "[") {
    while (!/[,}\]\s]/.test(text[at] ?? "}")) at += 1;
    return at;
  }
  let depth = 0;
  do {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at) - 1;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    at += 1;
  } while (depth > 0);
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return at;
}
