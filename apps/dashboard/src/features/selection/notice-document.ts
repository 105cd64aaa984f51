import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { withFixedTimes } from "./fixed-zip-times.ts";
import type { Notice } from "./notice.ts";

const perMillimetre = 1440 / 25.4;
const twips = (millimetres: number) => Math.round(millimetres * perMillimetre);
const points = (count: number) => count * 20;

/** Sizes of type in half points, by their Chinese numbers. */
const size = { second: 44, third: 32, fourth: 28, smallFourth: 24 };

const face = (eastAsia: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia });
const song = face("宋体");
const titleSong = face("方正小标宋简体");
const fangSong = face("仿宋");
const kai = face("楷体");
const hei = face("黑体");

/** The page of an official document, GB/T 9704: what is left of A4 for the text is 156 × 225 mm. */
const page = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), header: twips(25), footer: twips(23), gutter: 0 },
};
const textWidth = page.size.width - page.margin.left - page.margin.right;
const linePitch = { line: points(28), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const tablePitch = { line: points(20), lineRule: LineRuleType.EXACT, before: 0, after: 0 };

const em = (count: number) => Math.round(count * points(16));

/**
 * The notice as a document of Word, in the layout of an official document (GB/T 9704): type, margins, line pitch, page numbers outside, the
 * head of the list on every page. All text is plain: nothing in it is calculated. The same notice and day make the same bytes.
 */
export async function noticeDocument(notice: Notice, language: "zh" | "en", made: Date): Promise<Uint8Array> {
  const { title, marks, paragraphs, columns, rows, total, signature } = notice;
  const words = language === "zh" ? closeUp : plain;
  const text = (value: string, run: IRunOptions) => new TextRun({ ...run, text: plain(value) });
  const line = (value: string, run: IRunOptions, paragraph: IParagraphOptions = {}) =>
    new Paragraph({ spacing: linePitch, ...paragraph, children: [text(value, run)] });
  const body = { font: fangSong, size: size.third };

  const above = [
    new Paragraph({
      spacing: { ...linePitch, line: points(36) },
      alignment: AlignmentType.CENTER,
      children: titleLines(words(title)).map(
        (part, index) => new TextRun({ font: titleSong, size: size.second, text: part, break: index }),
      ),
    }),
    ...marks.map((mark) => line(words(mark), { font: kai, size: size.third }, { alignment: AlignmentType.CENTER })),
    new Paragraph({ spacing: linePitch }),
    ...paragraphs.map((paragraph) =>
      line(words(paragraph), body, {
        alignment: language === "zh" ? AlignmentType.BOTH : AlignmentType.LEFT,
        indent: { firstLine: em(2) },
      }),
    ),
    new Paragraph({ spacing: tablePitch }),
  ];

  const widths = columnWidths(columns, rows);
  const cell = (
    value: string | number,
    column: number,
    run: IRunOptions,
    options: { span?: number; centred?: boolean; keep?: boolean } = {},
  ) =>
    new TableCell({
      width: { size: widths.slice(column, column + (options.span ?? 1)).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnSpan: options.span ?? 1,
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: points(4), right: points(4), top: points(2), bottom: points(2) },
      children: [
        new Paragraph({
          spacing: tablePitch,
          alignment: options.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          keepNext: options.keep ?? false,
          children: [text(String(value), { size: size.smallFourth, ...run })],
        }),
      ],
    });
  const row = (children: readonly TableCell[], isHead = false) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, height: { value: points(24), rule: HeightRule.ATLEAST }, children });
  const last = rows.length - 1;
  const list = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [
      row(
        columns.map((column, index) => cell(column, index, { font: hei }, { centred: true, keep: true })),
        true,
      ),
      ...rows.map((entry, index) =>
        row(entry.map((value, column) => cell(value, column, { font: fangSong }, { centred: column === 0, keep: index === last }))),
      ),
      row([
        cell(total, 0, { font: hei }, { centred: true, keep: true }),
        cell(rows.length, 1, { font: fangSong }, { span: columns.length - 1, keep: true }),
      ]),
    ],
  });

  const day = widthOf(signature.at(-1) ?? "");
  const signed = signature.map((value, index) =>
    line(value, body, {
      alignment: AlignmentType.RIGHT,
      // The day stands four characters from the margin, who signs in the middle above it.
      indent: { right: em(Math.max(0, 4 + (day - widthOf(value)) / 2)) },
      keepNext: index < signature.length - 1,
      keepLines: true,
    }),
  );

  const numbered = (alignment: "left" | "right") =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          indent: alignment === "right" ? { right: points(14) } : { left: points(14) },
          children: [new TextRun({ font: song, size: size.fourth, children: ["— ", PageNumber.CURRENT, " —"] })],
        }),
      ],
    });
  const marked = () =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children:
            marks.length === 0 ? [] : [text(words(marks.join(language === "zh" ? "；" : "; ")), { font: kai, size: size.smallFourth })],
        }),
      ],
    });
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { ...body, language: { value: "en-US", eastAsia: "zh-CN" } }, paragraph: { spacing: linePitch } },
      },
    },
    sections: [
      {
        properties: { page, titlePage: true },
        // The first page has the marks under its title; what follows must not be taken for final, or real, without it.
        headers: { first: new Header({ children: [new Paragraph({})] }), default: marked(), even: marked() },
        footers: { first: numbered("right"), default: numbered("right"), even: numbered("left") },
        children: [
          ...above,
          list,
          new Paragraph({ spacing: linePitch, keepNext: true }),
          new Paragraph({ spacing: linePitch, keepNext: true }),
          ...signed,
        ],
      },
    ],
  });
  const packed = await Packer.toArrayBuffer(document, false, [{ path: "docProps/core.xml", data: coreProperties(plain(title), made) }]);
  return withFixedTimes(new Uint8Array(packed), made);
}

/** Without what XML cannot hold, and on one line. */
const plain = (value: string): string => value.replace(/\p{Cc}+/gu, " ").replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, "");

/** Official documents leave no space between Chinese characters and figures. */
const closeUp = (value: string): string =>
  plain(value).replace(/(?<=[\p{Script=Han}\p{P}]) (?=\d)|(?<=\d) (?=[\p{Script=Han}\p{P}])/gu, "");

/** How wide a text is, in Chinese characters. */
const widthOf = (value: string): number => [...value].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.55 : 1), 0);

/** A Chinese title that does not fit in one line is broken where its bracket opens or closes, the place nearest to its middle. */
function titleLines(title: string): readonly string[] {
  const width = widthOf(title);
  const places = [...title.matchAll(/(?=（)|(?<=）)/gu)].map(({ index }) => index).filter((index) => index > 0 && index < title.length);
  const off = (index: number) => Math.abs(width / 2 - widthOf(title.slice(0, index)));
  const [place] = places.sort((a, b) => off(a) - off(b));
  if (place === undefined || width * points(22) <= textWidth) return [title];
  return [title.slice(0, place), title.slice(place)];
}

/** Every column as wide as it needs; the widest takes what is left, and when nothing is, all give way alike. */
function columnWidths(columns: readonly string[], rows: Notice["rows"]): readonly number[] {
  const needed = columns.map((head, column) => {
    const longest = Math.max(...[head, ...rows.map((row) => String(row[column] ?? ""))].map(widthOf));
    return Math.ceil(points(12) * (longest + 0.5)) + points(8);
  });
  const widest = needed.indexOf(Math.max(...needed));
  const others = needed.reduce((sum, width, column) => sum + (column === widest ? 0 : width), 0);
  const rest = textWidth - others;
  if (rest >= Math.min(needed[widest] ?? 0, textWidth / 3)) return needed.map((width, column) => (column === widest ? rest : width));
  const all = others + (needed[widest] ?? 0);
  return needed.map((width) => Math.floor((width * textWidth) / all));
}

/** Title and day of the file; the library would write the moment of the click. */
function coreProperties(title: string, made: Date): string {
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const day = made.toISOString().replace(/\.\d+Z$/, "Z");
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title>${stamp("created")}${stamp("modified")}</cp:coreProperties>`;
}
