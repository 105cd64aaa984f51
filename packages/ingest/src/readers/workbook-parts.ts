import { IngestError } from "../errors.ts";
import { elementPieces } from "./element-pieces.ts";
import { type NumberMeaning, numberMeaning } from "./number-format.ts";
import { XmlScanner } from "./xml-scanner.ts";
import type { ZipParts } from "./zip-parts.ts";

/** A sheet of cells, as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** The part of the package with its cells. */
  readonly part: string;
}

/** What all sheets of a workbook share. */
export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  /** Null where the workbook has no table of texts. */
  readonly texts: readonly string[] | null;
  /** The meaning of a number by the number of its cell's style. */
  readonly meanings: readonly NumberMeaning[];
  readonly hasMacros: boolean;
}

/** Reads what is needed to understand the sheets. @throws {IngestError} F107 when a part is missing or is not what it should be. */
export async function readWorkbookParts(zip: ZipParts): Promise<WorkbookParts> {
  const main = (await relationships(zip, "")).find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (!zip.has(main)) throw new IngestError("F107", `缺少 / missing: ${main}`);
  const related = await relationships(zip, main);
  const { listed, is1904 } = parseWorkbook(await zip.text(main));
  const sheets = listed.flatMap(({ name, hidden, id }): SheetEntry[] => {
    const relation = related.find((candidate) => candidate.id === id);
    if (!relation) throw new IngestError("F107", `缺少 / missing: ${name}`);
    // pages of charts and of old macros are no tables
    return relation.type === "worksheet" ? [{ name, hidden, part: relation.target }] : [];
  });
  const partOf = (type: string) => related.find((relation) => relation.type === type && zip.has(relation.target))?.target;
  const [texts, styles] = [partOf("sharedStrings"), partOf("styles")];
  return {
    sheets,
    is1904,
    texts: texts === undefined ? null : await readTexts(zip, texts),
    meanings: styles === undefined ? [] : parseStyles(await zip.text(styles)),
    hasMacros: zip.names.some((name) => /(^|\/)(vbaProject\.bin|macrosheets\/)/i.test(name)),
  };
}

interface Relationship {
  readonly id: string;
  /** The last word of its type, the same in both editions of the standard. */
  readonly type: string;
  readonly target: string;
}

async function relationships(zip: ZipParts, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  if (!zip.has(path)) return [];
  const scanner = new XmlScanner(await zip.text(path));
  const found: Relationship[] = [];
  for (let stop = scanner.next(); stop !== "end"; stop = scanner.next()) {
    if (stop !== "open" || scanner.name !== "Relationship" || scanner.attribute("TargetMode") === "External") continue;
    const type = scanner.attribute("Type") ?? "";
    const target = resolvePart(folder, scanner.attribute("Target") ?? "");
    found.push({ id: scanner.attribute("Id") ?? "", type: type.slice(type.lastIndexOf("/") + 1), target });
  }
  return found;
}

/** `worksheets/sheet1.xml` and `/xl/worksheets/sheet1.xml`, seen from `xl/`, are the same part. */
function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const steps: string[] = [];
  for (const step of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function parseWorkbook(xml: string) {
  const scanner = new XmlScanner(xml);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let is1904 = false;
  for (let stop = scanner.next(); stop !== "end"; stop = scanner.next()) {
    if (stop !== "open") continue;
    if (scanner.name === "workbookPr") is1904 = isTrue(scanner.attribute("date1904"));
    if (scanner.name !== "sheet") continue;
    const state = scanner.attribute("state");
    listed.push({
      name: scanner.attribute("name") ?? "",
      hidden: state === "hidden" || state === "veryHidden",
      id: scanner.attribute("id") ?? "",
    });
  }
  return { listed, is1904 };
}

/** The table of texts. Of a text in several fonts all runs count, of a reading aid for characters (`rPh`) none. */
async function readTexts(zip: ZipParts, part: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const piece of elementPieces(zip.pieces(part), "si")) {
    const scanner = new XmlScanner(piece);
    for (let stop = scanner.next(); stop !== "end"; stop = scanner.next()) {
      if (stop === "open" && scanner.name === "si") texts.push(scanner.empty ? "" : readRuns(scanner, "si"));
    }
  }
  return texts;
}

/** The text of an element that holds runs, up to its end. */
export function readRuns(scanner: XmlScanner, element: string): string {
  let text = "";
  let inReadingAid = false;
  for (;;) {
    const stop = scanner.next();
    if (stop === "end" || (stop === "close" && scanner.name === element)) return decodeEscapes(text);
    if (scanner.name === "rPh") inReadingAid = stop === "open" && !scanner.empty;
    else if (stop === "open" && scanner.name === "t" && !scanner.empty && !inReadingAid) text += scanner.text();
  }
}

/** Characters that XML does not allow are written `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => (hex === "0000" ? "" : String.fromCharCode(Number.parseInt(hex, 16))));
}

function parseStyles(xml: string): NumberMeaning[] {
  const scanner = new XmlScanner(xml);
  const codes = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let within = "";
  for (let stop = scanner.next(); stop !== "end"; stop = scanner.next()) {
    const { name } = scanner;
    if (name === "numFmts" || name === "cellXfs") within = stop === "open" && !scanner.empty ? name : "";
    else if (stop === "open" && name === "numFmt" && within === "numFmts")
      codes.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? "");
    else if (stop === "open" && name === "xf" && within === "cellXfs") {
      const id = Number(scanner.attribute("numFmtId") ?? 0);
      meanings.push(numberMeaning(id, codes.get(id)));
    }
  }
  return meanings;
}

export function isTrue(attribute: string | null): boolean {
  return attribute === "1" || attribute === "true";
}
