import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { attributeOf, xmlText } from "./xml-text.ts";

/** A workbook that is not written as expected, so that its copy cannot be annotated in place. */
export class UnusualWorkbook extends Error {
  override readonly name = "UnusualWorkbook";
}

export interface SheetPart {
  readonly name: string;
  /** The part that holds the sheet: `xl/worksheets/sheet1.xml`. */
  readonly path: string;
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  /** A part of the package, null for a target outside. */
  readonly path: string | null;
}

/** The last part of a type's address, which is the same in both flavours of the format. */
export type RelationshipType = "officeDocument" | "worksheet" | "styles" | "comments" | "vmlDrawing";

const transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * A workbook as the parts of its package. Parts that nobody writes keep every byte: drawings, charts, macros, printer settings and
 * whatever else a program put into them.
 */
export class WorkbookParts {
  readonly workbookPath: string;
  readonly #parts: Record<string, Uint8Array>;

  /** @throws {UnusualWorkbook} when it has no workbook part */
  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
    const workbook = this.relationships("").find(({ type }) => type === "officeDocument")?.path;
    if (!workbook || !this.has(workbook)) throw new UnusualWorkbook("no workbook part");
    this.workbookPath = workbook;
  }

  has(path: string): boolean {
    return this.#parts[path] !== undefined;
  }

  /** @throws {UnusualWorkbook} when there is no such part or it is not UTF-8 */
  read(path: string): string {
    const part = this.#parts[path];
    if (part === undefined) throw new UnusualWorkbook(`no part ${path}`);
    if (part[0] === 0xfe || part[0] === 0xff) throw new UnusualWorkbook(`${path} is UTF-16`);
    return strFromU8(part).replace(/^\ufeff/, "");
  }

  write(path: string, text: string): void {
    this.#parts[path] = strToU8(text);
  }

  remove(path: string): void {
    delete this.#parts[path];
  }

  /** The namespace of the workbook's cells, which tells the strict flavour of the format from the usual one. */
  mainNamespace(): string {
    const own = /xmlns(?::[\w.-]+)?="([^"]*\/spreadsheetml\/(?:2006\/)?main)"/.exec(this.read(this.workbookPath))?.[1];
    return own ?? "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  }

  /** The sheets that hold cells, in order. */
  sheets(): SheetPart[] {
    const targets = new Map(this.relationships(this.workbookPath).map((each) => [each.id, each]));
    return [...this.read(this.workbookPath).matchAll(/<(?:[\w.-]+:)?sheet\s[^>]*>/g)].flatMap(([tag]) => {
      const target = targets.get(attributeOf(tag, "[\\w.-]+:id") ?? "");
      const name = attributeOf(tag, "name");
      return name === null || target?.type !== "worksheet" || !target.path ? [] : [{ name, path: target.path }];
    });
  }

  /** What a part refers to; `""` is the package itself. */
  relationships(part: string): Relationship[] {
    const path = relationshipsPath(part);
    if (!this.has(path)) return [];
    return [...this.read(path).matchAll(/<(?:[\w.-]+:)?Relationship\s[^>]*>/g)].map(([tag]) => {
      const target = attributeOf(tag, "Target") ?? "";
      const isOutside = attributeOf(tag, "TargetMode") === "External";
      const type = attributeOf(tag, "Type") ?? "";
      return {
        id: attributeOf(tag, "Id") ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        path: isOutside ? null : resolve(part, target),
      };
    });
  }

  related(part: string, type: RelationshipType): string | null {
    return this.relationships(part).find((each) => each.type === type && each.path !== null)?.path ?? null;
  }

  /** Makes `part` refer to `target`. Answers the relationship's id. */
  relate(part: string, type: RelationshipType, target: string): string {
    const path = relationshipsPath(part);
    const taken = new Set(this.relationships(part).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    const xml = this.has(path)
      ? this.read(path).replace(/<((?:[\w.-]+:)?)Relationships([^>]*)\/>\s*$/, "<$1Relationships$2></$1Relationships>")
      : empty;
    const prefix = /<\/([\w.-]+:)?Relationships>/.exec(xml)?.[1] ?? "";
    const added = `<${prefix}Relationship Id="${id}" Type="${this.#relationshipBase()}/${type}" Target="/${xmlText(target)}"/>`;
    this.write(path, insertBefore(xml, `</${prefix}Relationships>`, added));
    return id;
  }

  declare(path: string, contentType: string): void {
    this.#addContentType(`Override PartName="/${xmlText(path)}" ContentType="${contentType}"`, `PartName="/${xmlText(path)}"`);
  }

  declareExtension(extension: string, contentType: string): void {
    this.#addContentType(`Default Extension="${extension}" ContentType="${contentType}"`, `Extension="${extension}"`);
  }

  /** A path for a new part: `stem1.xml`, or the next number that is free. */
  freePath(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}.${extension}`)) number += 1;
    return `${stem}${number}.${extension}`;
  }

  /** The package as a file. The same parts give the same bytes. */
  toBytes(): Uint8Array {
    return zipSync(this.#parts, { level: 6, mtime: new Date(1980, 0, 1) });
  }

  #relationshipBase(): string {
    const own = /Type\s*=\s*["']([^"']*)\/officeDocument["']/.exec(this.read("_rels/.rels"))?.[1];
    return own?.startsWith("http://purl.oclc.org/") ? own : transitional;
  }

  #addContentType(element: string, mark: string): void {
    const path = "[Content_Types].xml";
    const xml = this.read(path);
    if (xml.includes(mark)) return;
    const prefix = /<\/([\w.-]+:)?Types>/.exec(xml)?.[1] ?? "";
    this.write(path, insertBefore(xml, `</${prefix}Types>`, `<${prefix}${element}/>`));
  }
}

/** @throws {UnusualWorkbook} when the text does not have the mark */
export function insertBefore(xml: string, mark: string, added: string): string {
  const at = xml.lastIndexOf(mark);
  if (at < 0) throw new UnusualWorkbook(`no ${mark}`);
  return `${xml.slice(0, at)}${added}${xml.slice(at)}`;
}

function relationshipsPath(part: string): string {
  const at = part.lastIndexOf("/") + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

function resolve(part: string, target: string): string {
  const base = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "" && step !== ".") base.push(step);
  }
  return base.join("/");
}
