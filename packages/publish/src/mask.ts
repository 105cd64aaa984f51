/** Blots out in free text what would tell who somebody is. */
export type Mask = (text: string) => string;

const numbers: readonly { readonly pattern: RegExp; readonly shown: string }[] = [
  // Resident identity numbers: 18 characters (GB 11643), or 15 digits before 1999.
  { pattern: /(?<!\d)\d(?:[\s-]?\d){16}[\s-]?[\dXx](?!\d)/g, shown: "〔证件号〕" },
  { pattern: /(?<!\d)\d{15}(?!\d)/g, shown: "〔证件号〕" },
  // Mobile numbers, with or without the country's prefix, in one piece or grouped.
  { pattern: /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g, shown: "〔电话〕" },
  // Landlines with their area code.
  { pattern: /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/g, shown: "〔电话〕" },
];

/** A value that is known to be personal, and what stands in its place. */
export interface Known {
  readonly value: string;
  readonly shown: string;
  /** Only where it is not part of a longer Latin word or number: for short codes such as G1. */
  readonly whole?: boolean;
}

/**
 * A mask for mobile, landline and identity numbers and for every known value; of entries with one value the first counts. Known
 * values are found as they stand and with spaces between their characters (王 某); full-width digits count as digits. It blots out
 * too much rather than too little: a name that is part of a longer word goes as well.
 */
export function maskFor(known: Iterable<Known>): Mask {
  const replace = replaceKnown(known);
  return (text) => {
    const narrow = text.replace(/[０-９Ｘｘ＋－]/g, (character) => character.normalize("NFKC"));
    const masked = replace(numbers.reduce((rest, { pattern, shown }) => rest.replace(pattern, shown), narrow));
    return masked === narrow ? text : masked;
  };
}

/** A mask for known values alone. Values shorter than two characters are ignored: they would blot out ordinary words. */
export function replaceKnown(known: Iterable<Known>): Mask {
  const entries = [...known].map((entry) => [compact(entry.value), entry] as const).filter(([value]) => value.length >= 2);
  const byValue = new Map(entries.reverse());
  const lengths = [...new Set([...byValue.keys()].map((value) => value.length))].sort((a, b) => b - a);
  return (text) => {
    const places = [...text.matchAll(/\S/g)].map(({ index }) => index);
    const dense = compact(text);
    let masked = "";
    let copied = 0;
    for (let i = 0; i < dense.length; i += 1) {
      for (const length of lengths) {
        const [from, to] = [places[i], places[i + length - 1]];
        const entry = byValue.get(dense.slice(i, i + length));
        if (from === undefined || to === undefined || !entry || (entry.whole && !standsAlone(text, from, to))) continue;
        masked += text.slice(copied, from) + entry.shown;
        copied = to + 1;
        i += length - 1;
        break;
      }
    }
    return masked + text.slice(copied);
  };
}

function standsAlone(text: string, from: number, to: number): boolean {
  const joins = (a: string | undefined, b: string | undefined) => /^[0-9A-Za-z]{2}$/.test(`${a ?? ""}${b ?? ""}`);
  return !joins(text[from - 1], text[from]) && !joins(text[to], text[to + 1]);
}

function compact(value: string): string {
  return value.replace(/\s/g, "");
}
