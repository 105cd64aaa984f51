import { IngestError } from "../errors.ts";

/** Longer than this no row and no text of a sheet can honestly be. */
const longestElement = 1 << 24;

/**
 * Text of an XML part cut before elements of one name: the first piece is all that stands before the first of them, each further piece
 * begins with one and holds it whole. So a part of any size is read in pieces that fit in memory.
 *
 * @throws {IngestError} F108 for an element that does not end.
 */
export async function* elementPieces(pieces: AsyncIterable<string>, element: string): AsyncGenerator<string> {
  let rest = "";
  let prefix: string | null = null;
  for await (const piece of pieces) {
    rest += piece;
    prefix ??= rootPrefix(rest);
    if (prefix === null) continue;
    const cut = lastStart(rest, `<${prefix}${element}`);
    if (cut > 0) {
      yield rest.slice(0, cut);
      rest = rest.slice(cut);
    }
    if (rest.length > longestElement) throw new IngestError("F108", `<${element}> > ${longestElement} 字符 / characters`);
  }
  yield rest;
}

/** `x:` of `<x:worksheet …>`, "" without a prefix, null while the root element is not there. */
function rootPrefix(xml: string): string | null {
  const root = /<(?![?!/])([\w.-]+:)?[\w.-]+[\s>]/.exec(xml);
  return root ? (root[1] ?? "") : null;
}

function lastStart(xml: string, tag: string): number {
  for (let at = xml.lastIndexOf(tag); at >= 0; at = xml.lastIndexOf(tag, at - 1)) {
    const after = xml.charCodeAt(at + tag.length);
    if (after === 62 || after === 47 || after === 32 || after === 10 || after === 13 || after === 9) return at;
    if (at === 0) return -1;
  }
  return -1;
}
