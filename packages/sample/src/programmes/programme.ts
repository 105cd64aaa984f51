import type { Format, PlannedFile } from "../plan-year.ts";
import type { Table } from "../table.ts";

/** The invented sample of one programme: a folder of its own, which is ingested by itself. */
export interface Programme {
  /** The scheme's id, which is also the folder. */
  readonly id: string;
  readonly name: string;
  /** Last day that counts, by year, where it is not 31 December. */
  readonly asOf: Readonly<Record<number, string>>;
  /** What the data show, in Chinese and in English. */
  readonly shows: readonly (readonly [zh: string, en: string])[];
  readonly files: readonly PlannedFile[];
}

export function planned(path: string, tables: readonly Table[], format: Format = "xlsx"): PlannedFile {
  return { path, format, tables };
}

/** A whole number shared out in proportion to weights, exactly: what is left after rounding down goes to the largest remainders. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (total * weight) / whole);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((value, place) => ({ place, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of order.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}

/** A text of so many characters. */
export const textOf = (characters: number): string =>
  "示例事迹，说明服务做法与成效。".repeat(Math.ceil(characters / 15)).slice(0, characters);

/** `0.1 × whole`, without the noise of binary fractions. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;
