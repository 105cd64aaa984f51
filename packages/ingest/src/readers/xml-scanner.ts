/** What the scanner stopped at. */
export type XmlStop = "open" | "close" | "end";

/** A piece of XML that is not well formed. */
export class XmlFault extends Error {}

const entity = /&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/gi;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its entities resolved. Entities of a document type do not exist here: a part that declares one is refused. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Walks through XML tag by tag, without building anything. Names are local names: the prefix of a namespace is left off. An element that
 * closes itself is one stop, with `empty` set.
 */
export class XmlScanner {
  name = "";
  empty = false;
  private at = 0;
  private attributesFrom = 0;
  private attributesTo = 0;
  private readonly xml: string;

  constructor(xml: string) {
    this.xml = xml;
  }

  /** Goes to the next tag. @throws {XmlFault} for markup that does not end, or a document type. */
  next(): XmlStop {
    const { xml } = this;
    for (;;) {
      const open = xml.indexOf("<", this.at);
      if (open < 0) {
        this.at = xml.length;
        return "end";
      }
      const sign = xml.charCodeAt(open + 1);
      if (sign === 33) this.skipDeclaration(open);
      else if (sign === 63) this.at = this.after("?>", open);
      else if (sign === 47) {
        const close = this.after(">", open);
        this.name = localName(xml.slice(open + 2, close - 1).trimEnd());
        this.at = close;
        return "close";
      } else {
        this.readTag(open + 1);
        return "open";
      }
    }
  }

  /** The value of an attribute of the tag at hand, under its name without a prefix; null when it is not there. */
  attribute(wanted: string): string | null {
    const { xml } = this;
    let at = this.attributesFrom;
    while (at < this.attributesTo) {
      const equals = xml.indexOf("=", at);
      if (equals < 0 || equals >= this.attributesTo) return null;
      let quote = equals + 1;
      while (isSpace(xml.charCodeAt(quote))) quote += 1;
      const end = xml.indexOf(xml[quote] ?? '"', quote + 1);
      if (end < 0) return null;
      if (isNamed(xml, at, equals, wanted)) return decodeEntities(xml.slice(quote + 1, end));
      at = end + 1;
    }
    return null;
  }

  /** The text from here to the next tag, and on through comments and sections of raw text. */
  text(): string {
    const { xml } = this;
    let text = "";
    for (;;) {
      const open = xml.indexOf("<", this.at);
      const end = open < 0 ? xml.length : open;
      if (end > this.at) text += decodeEntities(xml.slice(this.at, end));
      this.at = end;
      if (open < 0 || xml.charCodeAt(open + 1) !== 33) return text;
      if (xml.startsWith("<![CDATA[", open)) {
        const close = this.after("]]>", open);
        text += xml.slice(open + 9, close - 3);
        this.at = close;
      } else this.skipDeclaration(open);
    }
  }

  private readTag(from: number): void {
    const { xml } = this;
    let at = from;
    let code = xml.charCodeAt(at);
    while (code !== 62 && code !== 47 && !isSpace(code)) {
      at += 1;
      code = xml.charCodeAt(at);
      if (at >= xml.length) throw new XmlFault("标签没有结束 / a tag that does not end");
    }
    this.name = localName(xml.slice(from, at));
    this.attributesFrom = at;
    // a `>` may stand within a quoted value
    let close = xml.indexOf(">", at);
    let quoteAt = at;
    for (;;) {
      if (close < 0) throw new XmlFault("标签没有结束 / a tag that does not end");
      const quote = firstQuote(xml, quoteAt, close);
      if (quote < 0) break;
      const end = xml.indexOf(xml[quote] ?? '"', quote + 1);
      if (end < 0) throw new XmlFault("引号没有结束 / a quote that does not end");
      quoteAt = end + 1;
      if (end > close) close = xml.indexOf(">", end);
    }
    this.empty = xml.charCodeAt(close - 1) === 47;
    this.attributesTo = this.empty ? close - 1 : close;
    this.at = close + 1;
  }

  private skipDeclaration(open: number): void {
    const { xml } = this;
    if (xml.startsWith("<!--", open)) this.at = this.after("-->", open);
    else if (xml.startsWith("<![CDATA[", open)) this.at = this.after("]]>", open);
    else throw new XmlFault("含有文档类型声明 / a document type declaration");
  }

  private after(end: string, from: number): number {
    const at = this.xml.indexOf(end, from);
    if (at < 0) throw new XmlFault("标记没有结束 / markup that does not end");
    return at + end.length;
  }
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 34 || code === 39) return at;
  }
  return -1;
}

function isNamed(xml: string, from: number, equals: number, wanted: string): boolean {
  let end = equals;
  while (end > from && isSpace(xml.charCodeAt(end - 1))) end -= 1;
  const start = end - wanted.length;
  if (start < from || !xml.startsWith(wanted, start)) return false;
  if (start === from) return true;
  const before = xml.charCodeAt(start - 1);
  return isSpace(before) || before === 58;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
