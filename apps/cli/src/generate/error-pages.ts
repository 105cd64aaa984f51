import type { ErrorText } from "../catalogue.ts";

/** The numbered errors of one package, as `catalogue.ts` lists them. */
export interface Catalogue {
  readonly package: string;
  readonly zh: string;
  readonly en: string;
  readonly errors: Readonly<Record<string, ErrorText>>;
}

/**
 * A page per code and an index, Chinese first. A code that two packages raise (a score outside its item is refused by ingestion, and by
 * scoring should it get that far) has one page that says both.
 *
 * @returns name in `docs/errors` → text
 */
export function errorPages(catalogues: readonly Catalogue[]): ReadonlyMap<string, string> {
  const codes = [...new Set(catalogues.flatMap(({ errors }) => Object.keys(errors)))].sort();
  const pages = codes.map((code) => [`${code}.md`, errorPage(code, catalogues)] as const);
  return new Map([["README.md", errorIndex(catalogues)], ...pages]);
}

function errorPage(code: string, catalogues: readonly Catalogue[]): string {
  const places = catalogues.filter(({ errors }) => errors[code] !== undefined);
  const sections = places.flatMap(({ zh, en, errors }) => {
    const text = errors[code];
    if (!text) return [];
    const heading = places.length > 1 ? [`## ${zh} / ${en}`] : [];
    return [...heading, `**${text.zh}**`, `怎么办：${text.cureZh}`, `**${text.en}**`, `What to do: ${text.cureEn}`];
  });
  return `${[`# ${code}`, ...sections, "[全部错误 / All errors](README.md)"].join("\n\n")}\n`;
}

function errorIndex(catalogues: readonly Catalogue[]): string {
  const sections = catalogues.flatMap(({ zh, en, errors }) => {
    const rows = Object.entries(errors)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, text]) => `| [${code}](${code}.md) | ${cell(text.zh)} | ${cell(text.en)} |`);
    return [`## ${zh} / ${en}`, ["| 编号 | 中文 | English |", "|---|---|---|", ...rows].join("\n")];
  });
  const head = [
    "# 错误编号 / Numbered errors",
    "每个错误都有编号。点编号看原因和处理办法。\n\nEvery error has a number; its page says why it happens and what to do.",
  ];
  return `${[...head, ...sections].join("\n\n")}\n`;
}

const cell = (text: string) => text.replaceAll("|", "\\|");
