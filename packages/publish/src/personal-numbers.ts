import { type Digit, digitsOf } from "./digit-runs.ts";

/** A part of a text that is to be blotted out, and what is to stand in its place. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

export interface NumberSearch {
  /** Known numbers by their digits, with what stands in their place. */
  readonly known: ReadonlyMap<string, string>;
  /**
   * For names of offices and for codes, where a serial number is no secret: an identity number must have the right check digit, a
   * landline its dash, and cards, other long numbers and numbers that only the words before them make personal are left alone.
   */
  readonly strict: boolean;
}

const shown = {
  phone: "〔电话〕",
  identity: "〔证件号〕",
  card: "〔卡号〕",
  number: "〔号码〕",
  mail: "〔邮箱〕",
  plate: "〔车牌〕",
  account: "〔账号〕",
};

/** First two digits of the places that issue identity numbers (GB/T 2260). */
const regions = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const mobile = /^(?:0086|86|0)?(1[3-9]\d{9})$/;
/** Area code and number, the 0 of the area code included. */
const landline = /^0(?:10|2\d|[3-9]\d\d)\d{7,8}$/;
const abroad = /^(?:00)?86(?:10|2\d|[3-9]\d\d)\d{7,8}$/;
const callWords = /(?:电话|座机|手机|热线|传真|号码|致电|拨打|来电|联系方式|tel|phone|fax)[^\d\n]{0,4}$/iu;

/**
 * Numbers in a text that tell who somebody is or how to reach them: mobile numbers and landlines, identity numbers of 18 and 15 digits, bank
 * cards; e-mail addresses, number plates, passports and accounts. Digits may be full-width, circled or spoken (一三九…), with spaces,
 * dashes and brackets between them.
 */
export function findNumbers(text: string, search: NumberSearch): readonly Span[] {
  return [...findDigits(text, search), ...findCodes(text, search.strict)].sort((a, b) => a.from - b.from);
}

function findDigits(text: string, search: NumberSearch): readonly Span[] {
  const digits = digitsOf(text);
  const spans: Span[] = [];
  let at = 0;
  while (at < digits.length) {
    const found = digits[at]?.gap === "" ? null : numberAt(text, digits, at, search);
    if (found) spans.push(spanOf(text, digits, at, found));
    at += found?.length ?? 1;
  }
  return spans;
}

interface Found {
  readonly length: number;
  /** Characters after the last digit that belong to it: the X of an identity number. */
  readonly tail: number;
  readonly shown: string;
}

function numberAt(text: string, digits: readonly Digit[], at: number, search: NumberSearch): Found | null {
  const { strict } = search;
  for (let length = Math.min(reach(digits, at), 21); length >= 7; length -= 1) {
    const last = digits[at + length - 1] as Digit;
    const number = new Candidate(digits.slice(at, at + length));
    const tail = length === 17 ? (/^[\s\-‐-―]{0,2}[XxＸｘ×](?![0-9A-Za-z])/u.exec(text.slice(last.to))?.[0].length ?? 0) : 0;
    if (tail === 0 && digits[at + length]?.gap === "") continue; // the number goes on
    const known = search.known.get(number.text);
    const kind = known ?? (tail > 0 ? identityWithX(number, strict) : kindOf(number, text.slice(0, digits[at]?.from), strict));
    if (kind) return { length, tail, shown: kind };
  }
  return null;
}

function kindOf(number: Candidate, before: string, strict: boolean): string | null {
  const { text, groups, spaced, whole } = number;
  const identity = spaced && (text.length === 18 ? identity18(number, text.slice(17), strict) : text.length === 15 && isIdentity15(text));
  if (identity) return shown.identity;
  if (mobile.test(text) && (number.likeMobile || (!strict && number.evenly))) return shown.phone;
  if (landline.test(text) && groups.length <= 4 && (!strict || groups.length > 1)) return shown.phone;
  if (abroad.test(text) && groups.length <= 5 && /[+＋(（]\s*(?:00)?$/u.test(before)) return shown.phone;
  if (strict) return null;
  if (text.length >= 16 && text.length <= 19 && number.likeCard && /^[3-6]/.test(text) && luhn(text)) return shown.card;
  if (text.length <= 8 && /^[2-8]/.test(text) && groups.length <= 2 && callWords.test(before)) return shown.phone;
  return whole && (text.length === 15 || text.length === 18) ? shown.number : null;
}

/** Digits in a row with what stands between them. */
class Candidate {
  readonly text: string;
  readonly groups: readonly number[];
  /** Between groups stands nothing but spaces, dashes and brackets. */
  readonly spaced: boolean;

  constructor(digits: readonly Digit[]) {
    this.text = digits.map(({ value }) => value).join("");
    const groups: number[] = [];
    for (const [index, { gap }] of digits.entries()) {
      if (index > 0 && gap === "") groups[groups.length - 1] = (groups.at(-1) ?? 0) + 1;
      else groups.push(1);
    }
    this.groups = groups;
    this.spaced = digits.every(({ gap }, index) => index === 0 || !/[.．·•・_/]/u.test(gap ?? ""));
  }

  get whole(): boolean {
    return this.groups.length === 1;
  }

  /** In one piece or as 3-4-4, whatever stands before and between. */
  get likeMobile(): boolean {
    const sizes = this.groups.join("-");
    return /^(?:\d{1,2}|(?:[1-4]-)?(?:11|3-4-4|[4-7]-4-4))$/.test(sizes);
  }

  /** A few groups, or digit by digit or in pairs: not a row of figures. */
  get evenly(): boolean {
    const [first = 0, ...others] = this.groups;
    const even = first <= 2 && others.every((size, index) => size === first || (index === others.length - 1 && size < first));
    return this.spaced && (this.groups.length <= 5 || even);
  }

  get likeCard(): boolean {
    return this.whole || /^4-4-4-4(-[1-3])?$/.test(this.groups.join("-"));
  }
}

const identityWithX = (number: Candidate, strict: boolean) => (identity18(number, "X", strict) ? shown.identity : null);

function isIdentity15(text: string): boolean {
  return regions.test(text) && isDay(`19${text.slice(6, 12)}`);
}

/** Region, day of birth and, where strict, the check digit of GB 11643. */
function identity18({ text }: Candidate, check: string, strict: boolean): boolean {
  if (!regions.test(text) || !isDay(text.slice(6, 14))) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return !strict || "10X98765432"[sum % 11] === check;
}

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function luhn(text: string): boolean {
  const sum = [...text].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** How many digits follow one another from here, separators counted as nothing. */
function reach(digits: readonly Digit[], at: number): number {
  let end = at + 1;
  while (end < digits.length && digits[end]?.gap !== null) end += 1;
  return end - at;
}

function spanOf(text: string, digits: readonly Digit[], at: number, { length, tail, shown: mark }: Found): Span {
  const [first, last] = [digits[at] as Digit, digits[at + length - 1] as Digit];
  let from = /[+＋]/u.test(text[first.from - 1] ?? "") ? first.from - 1 : first.from;
  const inside = text.slice(from, last.to);
  if (/[)）]/u.test(inside) && !/[(（]/u.test(inside) && /[(（]/u.test(text[from - 1] ?? "")) from -= 1;
  const extension = (first.value === "0" ? /^(?:转|-|ext\.?)\s?\d{3,5}(?!\d)/iu : /^转\s?\d{1,5}(?!\d)/u).exec(text.slice(last.to));
  return { from, to: last.to + tail + (mark === shown.phone ? (extension?.[0].length ?? 0) : 0), shown: mark };
}

const codes: readonly { readonly pattern: RegExp; readonly shown: string; readonly strict: boolean }[] = [
  { pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, shown: shown.mail, strict: true },
  {
    pattern:
      /(?<![0-9A-Za-z])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][\s·•・.-]?(?=[0-9A-HJ-NP-Z]*\d)[0-9A-HJ-NP-Z]{4,6}[挂学警港澳]?(?![0-9A-Za-z])/gu,
    shown: shown.plate,
    strict: false,
  },
  { pattern: /(?<=(?:护照|通行证|台胞证)[^0-9A-Za-z]{0,6})[A-Za-z]{1,2}\d{7,9}(?![0-9A-Za-z])/gu, shown: shown.identity, strict: false },
  {
    pattern: /(?<=(?:微信|wechat|QQ)(?:号|号码)?[^0-9A-Za-z]{0,3})[A-Za-z0-9_-]{5,20}(?![0-9A-Za-z])/giu,
    shown: shown.account,
    strict: false,
  },
];

function findCodes(text: string, strict: boolean): readonly Span[] {
  if (!/[@＠]|[A-Za-zＡ-Ｚａ-ｚ]|微信/u.test(text)) return [];
  // Full-width characters become plain ones one for one, so that places stay the same.
  const plain = text.replace(/[！-～]/g, (character) => character.normalize("NFKC"));
  return codes
    .filter((code) => !strict || code.strict)
    .flatMap(({ pattern, shown: mark }) =>
      [...plain.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length, shown: mark })),
    );
}
