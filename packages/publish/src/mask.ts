import { findNumbers, type Span } from "./personal-numbers.ts";

/** Blots out in a text what would tell who somebody is. */
export type Mask = (text: string) => string;

/** A value that is known to be personal, and what stands in its place. */
export interface Known {
  readonly value: string;
  readonly shown: string;
  /** Only where it is not part of a longer Latin word or number: for short codes such as G1. */
  readonly whole?: boolean;
}

export interface MaskOptions {
  /** For names of offices and for codes: what is only likely to be personal stays (`personal-numbers.ts`). */
  readonly strict?: boolean;
}

/** Digits that a known number must have to be looked for: a hotline such as 12345 is nobody's. */
const shortestNumber = 7;

/**
 * A mask for numbers by which somebody is known or reached and for every known value; of entries with one value the first counts. Known
 * values are found as they stand and with spaces between their characters (王 某), known numbers also in other spellings of their digits.
 * It blots out too much rather than too little: a name that is part of a longer word goes as well. All else stays to the character.
 */
export function maskFor(known: Iterable<Known>, { strict = false }: MaskOptions = {}): Mask {
  const entries = [...known];
  const numbers = new Map<string, string>();
  for (const { value, shown } of entries) {
    for (const digits of numberSpellings(value)) if (!numbers.has(digits)) numbers.set(digits, shown);
  }
  const findWords = knownFinder(entries);
  return (text) => blot(text, [...findNumbers(text, { known: numbers, strict }), ...findWords(text)]);
}

/** A mask for known values alone. Values shorter than two characters are ignored: they would blot out ordinary words. */
export function replaceKnown(known: Iterable<Known>): Mask {
  const find = knownFinder([...known]);
  return (text) => blot(text, find(text));
}

/** A number's digits, and those of a landline without its area code; none of a value that is no number. */
function numberSpellings(value: string): readonly string[] {
  if (/[^\d\s\-‐-―()（）+＋]/u.test(value)) return [];
  const digits = value.replace(/\D/g, "");
  const local = /^0\d{2,3}[\s\-‐-―)）]+(.+)$/u.exec(value.trim())?.[1]?.replace(/\D/g, "") ?? "";
  return [digits, local].filter((spelling) => spelling.length >= shortestNumber);
}

/** Puts marks in the place of spans; of two that overlap the one that begins first stays, and the longer of two that begin together. */
function blot(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let masked = "";
  let copied = 0;
  for (const { from, to, shown } of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < copied) continue;
    masked += text.slice(copied, from) + shown;
    copied = to;
  }
  return masked + text.slice(copied);
}

const invisible = /[\s\u200b-\u200f\u2060\ufeff·•・]/u;

function knownFinder(known: readonly Known[]): (text: string) => readonly Span[] {
  const byValue = new Map<string, Known>();
  const lengthsByStart = new Map<string, number[]>();
  for (const entry of known) {
    const value = compact(entry.value);
    if (value.length < 2 || byValue.has(value)) continue;
    byValue.set(value, entry);
    const lengths = lengthsByStart.get(value[0] ?? "") ?? [];
    if (!lengths.includes(value.length))
      lengthsByStart.set(
        value[0] ?? "",
        [...lengths, value.length].sort((a, b) => b - a),
      );
  }
  return (text) => {
    const dense = compact(text);
    const places = dense.length === text.length ? null : visiblePlaces(text);
    const spans: Span[] = [];
    for (let i = 0; i < dense.length; i += 1) {
      for (const length of lengthsByStart.get(dense[i] ?? "") ?? []) {
        const entry = byValue.get(dense.slice(i, i + length));
        if (!entry) continue;
        const [from, to] = places === null ? [i, i + length - 1] : [places[i] ?? 0, places[i + length - 1] ?? 0];
        if (entry.whole && !standsAlone(text, from, to)) continue;
        spans.push({ from, to: to + 1, shown: entry.shown });
        i += length - 1;
        break;
      }
    }
    return spans;
  };
}

function standsAlone(text: string, from: number, to: number): boolean {
  const joins = (a: string | undefined, b: string | undefined) => /^[0-9A-Za-z]{2}$/.test(`${a ?? ""}${b ?? ""}`);
  return !joins(text[from - 1], text[from]) && !joins(text[to], text[to + 1]);
}

function visiblePlaces(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (!invisible.test(text[at] ?? "")) places.push(at);
  return places;
}

function compact(value: string): string {
  return invisible.test(value) ? value.replace(new RegExp(invisible.source, "gu"), "") : value;
}
