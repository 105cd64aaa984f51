const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Text for an XML element or attribute of a workbook. Characters that XML forbids, and a text that reads like the escape of one, are
 * written as Excel writes them (`_x000B_`, `_x005F_x000B_`), so that any text comes back as it was.
 */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, escapeCharacter)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function escapeCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** The value of an attribute of a tag as it stands in the file, null when the tag has no such attribute. */
export function attributeOf(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? null : value.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, decodeEntity);
}

function decodeEntity(whole: string, name: string): string {
  if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
  return entities[name] ?? whole;
}

/** A tag with an attribute set, in the place of one of that name. */
export function withAttribute(tag: string, name: string, value: string): string {
  const present = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  const written = `"${xmlText(value)}"`;
  if (present.test(tag)) return tag.replace(present, (_, before: string) => `${before}${written}`);
  return tag.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${name}=${written}${slash}>`);
}

export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), "");
}

/** The prefix with which a part names its elements: `""` or `x:`. */
export function prefixOf(xml: string, root: string): string {
  return new RegExp(`<([\\w.-]+:)?${root}[\\s>]`).exec(xml)?.[1] ?? "";
}

/** An element that stands in a text from `start` to before `end`. */
export interface ElementSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const tags = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w.:-]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g;

/** The elements directly inside an element whose content runs from `from`; stops at the tag that closes it. */
export function childElements(xml: string, from: number): ElementSpan[] {
  const found: ElementSpan[] = [];
  let depth = 0;
  let start = 0;
  let name = "";
  tags.lastIndex = from;
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    const [, closing, named, selfClosing] = tag;
    if (named === undefined) continue;
    if (closing === "/") depth -= 1;
    if (depth < 0) break;
    if (closing === "/") {
      if (depth === 0) found.push({ name, start, end: tags.lastIndex });
      continue;
    }
    if (depth === 0) {
      start = tag.index;
      name = named.slice(named.indexOf(":") + 1);
      if (selfClosing === "/") found.push({ name, start, end: tags.lastIndex });
    }
    if (selfClosing !== "/") depth += 1;
  }
  return found;
}
