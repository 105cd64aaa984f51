import { UnusualWorkbook } from "./workbook-parts.ts";
import { attributeOf, prefixOf, withAttribute } from "./xml-text.ts";

/** How a cell is marked: turned away, or taken with a question. They differ in pattern, not by colour alone. */
export type Mark = "rejected" | "warning";

/** Colours that nobody else is likely to use, so that marks of an earlier round are known again. */
const fills: Readonly<Record<Mark, { readonly pattern: string; readonly foreground: string; readonly background: string }>> = {
  rejected: { pattern: "solid", foreground: "FFFFADAB", background: "FFFFADAB" },
  warning: { pattern: "lightUp", foreground: "FFE3B93D", background: "FFFFF7D9" },
};

const listKinds = ["fonts", "fills", "borders", "cellXfs"] as const;
type ListKind = (typeof listKinds)[number];
const childOf: Readonly<Record<ListKind, string>> = { fonts: "font", fills: "fill", borders: "border", cellXfs: "xf" };

/** Cell formats of a workbook, to which formats are added; those that are there keep their numbers. */
export class StyleSheet {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #lists: Readonly<Record<ListKind, string[]>>;
  readonly #marked = new Map<string, number>();
  /** Whether the workbook has marks of an earlier round. */
  readonly hasMarks: boolean;

  /** @throws {UnusualWorkbook} when a list of formats is missing */
  constructor(xml: string) {
    this.#xml = xml;
    this.#prefix = prefixOf(xml, "styleSheet");
    const read = (kind: ListKind) => [...(this.#listIn(kind)[2] ?? "").matchAll(this.#child(kind))].map(([whole]) => whole);
    this.#lists = { fonts: read("fonts"), fills: read("fills"), borders: read("borders"), cellXfs: read("cellXfs") };
    this.hasMarks = this.#lists.fills.some(isMark);
  }

  /** The format of a cell once it is marked, or unmarked (null): its own, with another fill. */
  marked(base: number, mark: Mark | null): number {
    const own = this.#lists.cellXfs[base];
    if (own === undefined) return base;
    if (mark === null && !isMark(this.#lists.fills[Number(attributeOf(own, "fillId") ?? 0)] ?? "")) return base;
    const key = `${base} ${mark}`;
    const known = this.#marked.get(key);
    if (known !== undefined) return known;
    const fill = mark === null ? 0 : this.#fillOf(mark);
    const end = own.indexOf(">") + 1;
    const tag = withAttribute(withAttribute(own.slice(0, end), "fillId", String(fill)), "applyFill", "1");
    const index = this.#add("cellXfs", `${tag}${own.slice(end)}`);
    this.#marked.set(key, index);
    return index;
  }

  /** Adds a format given by its parts, each an element without prefix; answers its number. */
  add({ font, fill, border, rest = "", children = "" }: NewFormat): number {
    const fontId = font === undefined ? 0 : this.#add("fonts", this.#prefixed(font));
    const fillId = fill === undefined ? 0 : this.#add("fills", this.#prefixed(fill));
    const borderId = border === undefined ? 0 : this.#add("borders", this.#prefixed(border));
    const ids = `fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1"`;
    return this.#add("cellXfs", this.#prefixed(`<xf ${ids} ${rest}>${children}</xf>`));
  }

  toXml(): string {
    return listKinds.reduce((xml, kind) => {
      const list = this.#lists[kind];
      return xml.replace(this.#list(kind), (_, open: string) => {
        return `${withAttribute(`${open}>`, "count", String(list.length))}${list.join("")}</${this.#prefix}${kind}>`;
      });
    }, this.#xml);
  }

  #fillOf(mark: Mark): number {
    const { pattern, foreground, background } = fills[mark];
    const fill = `<fill><patternFill patternType="${pattern}"><fgColor rgb="${foreground}"/><bgColor rgb="${background}"/></patternFill></fill>`;
    const known = this.#lists.fills.indexOf(this.#prefixed(fill));
    return known >= 0 ? known : this.#add("fills", this.#prefixed(fill));
  }

  #add(kind: ListKind, element: string): number {
    return this.#lists[kind].push(element) - 1;
  }

  #prefixed(element: string): string {
    return element.replace(/<(\/?)(?=[a-z])/gi, `<$1${this.#prefix}`);
  }

  #list(kind: ListKind): RegExp {
    const name = `${this.#prefix}${kind}`;
    return new RegExp(`(<${name}(?=[\\s>])[^>]*)>([\\s\\S]*?)</${name}>`);
  }

  #listIn(kind: ListKind): RegExpExecArray {
    const match = this.#list(kind).exec(this.#xml);
    if (!match) throw new UnusualWorkbook(`no ${kind} in the styles`);
    return match;
  }

  #child(kind: ListKind): RegExp {
    const name = `${this.#prefix}${childOf[kind]}`;
    return new RegExp(`<${name}(?=[\\s/>])(?:[^>]*?/>|[^>]*>[\\s\\S]*?</${name}>)`, "g");
  }
}

/** The parts of a new cell format; `rest` holds further attributes of `xf`, `children` its elements. */
export interface NewFormat {
  readonly font?: string;
  readonly fill?: string;
  readonly border?: string;
  readonly rest?: string;
  readonly children?: string;
}

function isMark(fill: string): boolean {
  return Object.values(fills).some(({ foreground }) => fill.includes(`"${foreground}"`));
}
