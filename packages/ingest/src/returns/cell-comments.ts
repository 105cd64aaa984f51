import { type CellPlace, cellName } from "./cell-place.ts";
import { problemTexts, type ReturnedProblem, severityNames } from "./problem-text.ts";
import { insertBefore, type WorkbookParts } from "./workbook-parts.ts";
import { attributeOf, childElements, prefixOf, xmlText } from "./xml-text.ts";

/** A cell and what is to be said about it. */
export interface CellNote {
  readonly place: CellPlace;
  readonly problems: readonly ReturnedProblem[];
}

/** Comments of this author are ours: another round takes them away before it adds its own. */
const author = "明窗 Mingchuang";
/** Stands before our words in a comment that somebody else wrote. */
const divider = "\n—— 明窗 Mingchuang ——\n";
const commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

/** Adds comments to a sheet, keeping those that are there. Answers the sheet's text, which may now refer to its comments. */
export function addComments(parts: WorkbookParts, sheetPath: string, sheetXml: string, notes: readonly CellNote[]): string {
  const known = parts.related(sheetPath, "comments");
  if (known === null && notes.length === 0) return sheetXml;
  const path = known ?? parts.freePath("xl/comments", "xml");
  const before = known === null ? emptyComments(parts.mainNamespace()) : parts.read(path);
  const { xml, added, removed } = mergeComments(before, notes);
  if (added.length === 0 && removed.length === 0 && xml === before) return sheetXml;
  parts.write(path, xml);
  if (known === null) {
    parts.declare(path, commentsType);
    parts.relate(sheetPath, "comments", path);
  }
  return drawBoxes(parts, sheetPath, sheetXml, added, removed);
}

const emptyComments = (namespace: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;

/** Our comments of an earlier round go, those of others stay and have ours added to them. */
function mergeComments(xml: string, notes: readonly CellNote[]) {
  const prefix = prefixOf(xml, "comments");
  const list = (name: string) => new RegExp(`<${prefix}${name}(?:\\s[^>]*)?(?:/>|>([\\s\\S]*?)</${prefix}${name}>)`);
  const authors = [
    ...(list("authors").exec(xml)?.[1] ?? "").matchAll(new RegExp(`<${prefix}author(?:/>|>[^<]*</${prefix}author>)`, "g")),
  ].map(([whole]) => whole);
  const own = `<${prefix}author>${xmlText(author)}</${prefix}author>`;
  if (!authors.includes(own)) authors.push(own);
  const authorId = String(authors.indexOf(own));
  const wanted = new Map(notes.map((note) => [cellName(note.place), note]));
  const removed: string[] = [];
  const kept: string[] = [];
  const comment = new RegExp(`<${prefix}comment(?=\\s)[^>]*>[\\s\\S]*?</${prefix}comment>`, "g");
  for (const [whole] of (list("commentList").exec(xml)?.[1] ?? "").matchAll(comment)) {
    const tag = whole.slice(0, whole.indexOf(">") + 1);
    const ref = attributeOf(tag, "ref") ?? "";
    if (attributeOf(tag, "authorId") === authorId) {
      removed.push(ref);
      continue;
    }
    const bare = withoutOurWords(whole, prefix);
    const note = wanted.get(ref);
    kept.push(note ? withOurWords(bare, note, prefix) : bare);
    wanted.delete(ref);
  }
  const added = [...wanted.values()];
  const ours = added.map((note) => {
    return `<${prefix}comment ref="${cellName(note.place)}" authorId="${authorId}" shapeId="0"><${prefix}text>${runs(note, "", prefix)}</${prefix}text></${prefix}comment>`;
  });
  const filled = (name: string, content: string) => `<${prefix}${name}>${content}</${prefix}${name}>`;
  const merged = xml
    .replace(list("authors"), () => filled("authors", authors.join("")))
    .replace(list("commentList"), () => filled("commentList", [...kept, ...ours].join("")));
  return { xml: merged, added: added.map(({ place }) => place), removed };
}

function runs({ problems }: CellNote, before: string, prefix: string): string {
  const run = (text: string, format = "") =>
    `<${prefix}r>${format}<${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}r>`;
  const bold = `<${prefix}rPr><${prefix}b/><${prefix}sz val="9"/></${prefix}rPr>`;
  const plain = `<${prefix}rPr><${prefix}sz val="9"/></${prefix}rPr>`;
  return problems
    .map((problem, index) => {
      const { zh, en, symbol } = severityNames[problem.severity];
      const head = `${index === 0 ? before : "\n"}${symbol} ${zh} / ${en}  ${problem.code}  ${problem.cell}\n`;
      return `${run(head, bold)}${run(`${explain(problem)}\n`, plain)}`;
    })
    .join("");
}

function explain({ code, value, allowed }: ReturnedProblem): string {
  const { zh, en, cureZh, cureEn } = problemTexts(code);
  const shown = value === null ? [] : [`「${value.length > 200 ? `${value.slice(0, 200)}…` : value}」`];
  const choices = allowed.length === 0 ? [] : [`可填 / allowed: ${allowed.slice(0, 30).join("、")}${allowed.length > 30 ? "…" : ""}`];
  return [...shown, `${zh}${cureZh}`, `${en} ${cureEn}`, ...choices].join("\n");
}

function withOurWords(comment: string, note: CellNote, prefix: string): string {
  const rich = comment.replace(
    new RegExp(`(<${prefix}text(?:\\s[^>]*)?>)\\s*(<${prefix}t(?=[\\s>/])[\\s\\S]*?)(?=</${prefix}text>)`),
    (_, open: string, plain: string) => `${open}<${prefix}r>${plain}</${prefix}r>`,
  );
  return insertBefore(rich, `</${prefix}text>`, runs(note, divider, prefix));
}

/** Our words run from the divider to the end; another program may have put them into one run with those before. */
function withoutOurWords(comment: string, prefix: string): string {
  const at = comment.indexOf(xmlText(divider.trim()));
  if (at < 0) return comment;
  const end = comment.lastIndexOf(`</${prefix}text>`);
  const run = comment.lastIndexOf(`<${prefix}r>`, at);
  const text = Math.max(comment.lastIndexOf(`<${prefix}t>`, at), comment.lastIndexOf(`<${prefix}t `, at));
  const theirs = comment.slice(comment.indexOf(">", text) + 1, at).trimEnd();
  if (theirs.replaceAll("&#10;", "").trim() === "") return `${comment.slice(0, Math.max(run, 0) || text)}${comment.slice(end)}`;
  const isInRun = run > comment.lastIndexOf(`</${prefix}r>`, at);
  return `${comment.slice(0, at).trimEnd()}</${prefix}t>${isInRun ? `</${prefix}r>` : ""}${comment.slice(end)}`;
}

/** Excel shows a comment in a box that another part draws; without the box there is no comment. */
function drawBoxes(
  parts: WorkbookParts,
  sheetPath: string,
  sheetXml: string,
  added: readonly CellPlace[],
  removed: readonly string[],
): string {
  const related = parts.relationships(sheetPath).filter(({ type }) => type === "vmlDrawing");
  const { at, end } = legacyDrawing(sheetXml);
  const referred = at === null ? null : attributeOf(sheetXml.slice(at, end), "[\\w.-]+:id");
  const known = related.find(({ id }) => id === referred)?.path ?? null;
  const path = known ?? parts.freePath("xl/drawings/vmlDrawing", "vml");
  const gone = new Set(removed);
  const existing = known === null ? emptyDrawing : withoutBoxes(parts.read(path), gone);
  const first = Math.max(1024, ...[...existing.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number))) + 1;
  const boxes = added.map((place, index) => box(place, first + index));
  parts.write(path, insertBefore(existing, "</xml>", `${shapeType}${boxes.join("")}`));
  if (known !== null) return sheetXml;
  parts.declareExtension("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
  const id = parts.relate(sheetPath, "vmlDrawing", path);
  const prefix = prefixOf(sheetXml, "worksheet");
  const element = `<${prefix}legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`;
  return `${sheetXml.slice(0, end)}${element}${sheetXml.slice(end)}`;
}

/** Elements of a sheet that come after the reference to its comment boxes. */
const after = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "AlternateContent",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

/** Where the reference to the comment boxes stands (`at` to `end`), or `end` alone: where it belongs. */
function legacyDrawing(sheetXml: string): { readonly at: number | null; readonly end: number } {
  const prefix = prefixOf(sheetXml, "worksheet");
  const data = new RegExp(`<${prefix}sheetData(?:\\s[^>]*)?/>|</${prefix}sheetData>`).exec(sheetXml);
  const from = data ? data.index + data[0].length : 0;
  const tail = childElements(sheetXml, from);
  const own = tail.find(({ name }) => name === "legacyDrawing");
  if (own) return { at: own.start, end: own.end };
  return { at: null, end: tail.find(({ name }) => after.has(name))?.start ?? tail.at(-1)?.end ?? from };
}

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const emptyDrawing = `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;
const shapeType = `<v:shapetype ${namespaces} id="_x0000_t202mc" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

function box({ row, column }: CellPlace, id: number): string {
  const anchor = [column + 1, 15, Math.max(row - 1, 0), 4, column + 6, 31, Math.max(row - 1, 0) + 8, 4].join(", ");
  return `<v:shape ${namespaces} id="_x0000_s${id}" type="#_x0000_t202mc" style="position:absolute;margin-left:80pt;margin-top:2pt;width:280pt;height:120pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

function withoutBoxes(vml: string, cells: ReadonlySet<string>): string {
  return vml
    .replace(/<v:shape(?=\s)[\s\S]*?<\/v:shape>/g, (shape) => {
      const [row, column] = [/<x:Row>(\d+)</.exec(shape)?.[1], /<x:Column>(\d+)</.exec(shape)?.[1]];
      const isNote = row !== undefined && column !== undefined && shape.includes('ObjectType="Note"');
      return isNote && cells.has(cellName({ row: Number(row), column: Number(column) })) ? "" : shape;
    })
    .replace(/<v:shapetype [^>]*id="_x0000_t202mc"[\s\S]*?<\/v:shapetype>/g, "");
}
