/** A digit of a text, however it is written. `gap` is what stands between it and the digit before: null when that is more than a separator. */
export interface Digit {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly gap: string | null;
}

const separators = /^[\s\u00ad\u200b-\u200f\u2060\ufeff\-‐-―−－_.．·•・()（）[\]/]{1,3}$/u;
const anyDigit = /[\d\p{No}\p{Nd}]|[〇零○一二三四五六七八九幺]{7}/u;
const numeral = /[〇零○一二三四五六七八九幺]{7,}/gu;
const numerals: Readonly<Record<string, string>> = {
  〇: "0",
  零: "0",
  "○": "0",
  一: "1",
  幺: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};

/**
 * Every digit of a text with its place: plain, full-width, circled or superscript ones, and Chinese numerals where at least seven stand
 * in a row (一三九…), which is no quantity.
 */
export function digitsOf(text: string): readonly Digit[] {
  if (!anyDigit.test(text)) return [];
  const spoken = new Set<number>();
  for (const { index, 0: run } of text.matchAll(numeral)) for (let at = index; at < index + run.length; at += 1) spoken.add(at);
  const digits: Digit[] = [];
  let at = 0;
  for (const character of text) {
    const value = spoken.has(at) ? numerals[character] : digitOf(character);
    if (value !== undefined) {
      const last = digits.at(-1);
      const between = last === undefined ? "" : text.slice(last.to, at);
      const gap = last === undefined ? null : between === "" || separators.test(between) ? between : null;
      digits.push({ value, from: at, to: at + character.length, gap });
    }
    at += character.length;
  }
  return digits;
}

function digitOf(character: string): string | undefined {
  if (character >= "0" && character <= "9") return character;
  if (character <= "\u00b1") return undefined;
  const plain = character.normalize("NFKC");
  return plain.length === 1 && plain >= "0" && plain <= "9" ? plain : undefined;
}
