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

/**
 * A mask for mobile, landline and identity numbers and for every known value. Known names are found as they stand and with spaces
 * between their characters (王 某); full-width digits count as digits. It blots out too much rather than too little: a name that is
 * part of a longer word goes as well.
 */
export function maskFor(names: Iterable<string>, phones: Iterable<string> = []): Mask {
  const replaceNames = replaceKnown(names, "〔姓名〕");
  const replacePhones = replaceKnown(phones, "〔电话〕");
  return (text) => {
    const narrow = text.replace(/[０-９Ｘｘ＋－]/g, (character) => character.normalize("NFKC"));
    const withoutNumbers = numbers.reduce((masked, { pattern, shown }) => masked.replace(pattern, shown), narrow);
    const masked = replaceNames(replacePhones(withoutNumbers));
    return masked === narrow ? text : masked;
  };
}

/** A mask for known values alone, also where spaces stand between their characters. Values shorter than two characters are ignored. */
export function replaceKnown(values: Iterable<string>, shown: string): Mask {
  const known = new Set([...values].map(compact).filter((value) => value.length >= 2));
  const lengths = [...new Set([...known].map((value) => value.length))].sort((a, b) => b - a);
  if (known.size === 0) return (text) => text;
  return (text) => {
    const characters = [...text.matchAll(/\S/g)].map((match) => ({ at: match.index, character: match[0] }));
    const dense = characters.map(({ character }) => character).join("");
    let masked = "";
    let copied = 0;
    for (let i = 0; i < dense.length; ) {
      const length = lengths.find((candidate) => i + candidate <= dense.length && known.has(dense.slice(i, i + candidate)));
      const first = characters[i];
      const last = characters[i + (length ?? 1) - 1];
      if (length === undefined || !first || !last) {
        i += 1;
        continue;
      }
      masked += text.slice(copied, first.at) + shown;
      copied = last.at + 1;
      i += length;
    }
    return masked + text.slice(copied);
  };
}

function compact(value: string): string {
  return value.replace(/\s/g, "");
}
