import { strFromU8, unzlibSync } from "fflate";

/** What a page of a PDF says, and how much of the sheet its words take up; figures in points from the upper left corner. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** The words in the order in which they are drawn, plain. */
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** How many hexadecimal digits write a glyph, and which characters each stands for. */
interface Font {
  readonly digits: number;
  readonly meanings: ReadonlyMap<number, string>;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Reads a PDF as Chromium writes it: plain objects, pages in their order, words as glyphs with a table of what they mean. */
export function readPdfPages(bytes: Uint8Array): readonly PdfPage[] {
  const file = strFromU8(bytes, true);
  const objects = new Map(
    [...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|\bstream\r?\n)/gm)].map((found) => [found[1] ?? "", found]),
  );
  const dictionary = (id: string) => objects.get(id)?.[2] ?? "";
  const stream = (id: string): string => {
    const found = objects.get(id);
    if (found === undefined) return "";
    const start = (found.index ?? 0) + found[0].length;
    const body = bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(found[2] ?? "")?.[1] ?? 0));
    return /FlateDecode/.test(found[2] ?? "") ? strFromU8(unzlibSync(body), true) : strFromU8(body, true);
  };
  const known = new Map<string, Font>();
  const fontOf = (id: string): Font => {
    const font = known.get(id) ?? {
      digits: /\/Type0/.test(dictionary(id)) ? 4 : 2,
      meanings: meanings(stream(/\/ToUnicode (\d+) 0 R/.exec(dictionary(id))?.[1] ?? "")),
    };
    known.set(id, font);
    return font;
  };
  const kids = (id: string): readonly string[] => {
    const list = /\/Kids\s*\[([^\]]*)\]/.exec(dictionary(id))?.[1];
    return list === undefined ? [id] : [...list.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = ""]) => kids(kid));
  };
  const catalogue = [...objects.values()].find((found) => /\/Type \/Catalog/.test(found[2] ?? ""))?.[2] ?? "";
  return kids(/\/Pages (\d+) 0 R/.exec(catalogue)?.[1] ?? "").map((id) => {
    const page = dictionary(id);
    const [, width = "0", height = "0"] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    const fonts = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", font = ""]) => [name, font]));
    const content = [...(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[1] ?? "").matchAll(/(\d+) 0 R/g)]
      .map(([, part = ""]) => stream(part))
      .join("\n");
    const words = drawn(content, Number(height), (name) => fontOf(fonts.get(name) ?? ""));
    return { width: Number(width), height: Number(height), words, text: plainWords(words.map(({ text }) => text).join("")) };
  });
}

/** Which characters the glyphs of a font stand for. */
function meanings(table: string): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  const characters = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, part = ""] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = "", hex = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>/g)) known.set(Number.parseInt(glyph, 16), characters(hex));
  }
  for (const [, part = ""] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", hex = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph += 1) {
        const last = (Number.parseInt(hex.slice(-4), 16) + glyph - first).toString(16).padStart(4, "0");
        known.set(glyph, characters(hex.slice(0, -4) + last));
      }
    }
  }
  return known;
}

/** Radicals of their own in Unicode, which a font draws as it draws the characters. */
const radicals = new Map(
  "⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟戶户黃黄"
    .match(/../gu)
    ?.map(([radical = "", character = ""]) => [radical, character]) ?? [],
);

/** Words without spaces and with one form of each character, so that what was set and what was printed can be compared. */
export const plainWords = (text: string): string =>
  [...text.normalize("NFKC").replace(/\s/g, "")].map((character) => radicals.get(character) ?? character).join("");

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

function drawn(content: string, height: number, fontOf: (name: string) => Font): PdfPage["words"] {
  const words: { text: string; x: number; y: number }[] = [];
  const saved: Matrix[] = [];
  let [at, place, font]: [Matrix, Matrix, Font] = [identity, identity, { digits: 4, meanings: new Map() }];
  for (const line of content.split("\n")) {
    const [, x, y] = /^(\S+) (\S+) Td /.exec(line) ?? [];
    if (x !== undefined && y !== undefined) place = times([1, 0, 0, 1, Number(x), Number(y)], place);
    if (line === "q") saved.push(at);
    else if (line === "Q") at = saved.pop() ?? identity;
    else if (line.endsWith(" cm")) at = times(matrix(line), at);
    else if (line.endsWith(" Tm")) place = times(matrix(line), at);
    else if (line.endsWith(" Tf")) font = fontOf(line.slice(1).split(" ")[0] ?? "");
    else if (/ T[jJ]$/.test(line)) {
      const glyphs = [...line.matchAll(/<(\w+)>/g)].flatMap(([, hex = ""]) => hex.match(new RegExp(`.{${font.digits}}`, "g")) ?? []);
      const text = glyphs.map((glyph) => font.meanings.get(Number.parseInt(glyph, 16)) ?? "").join("");
      words.push({ text, x: place[4], y: height - place[5] });
    }
  }
  return words;
}

function matrix(line: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = line.split(" ").map(Number);
  return [a, b, c, d, e, f];
}
