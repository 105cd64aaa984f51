import type { Bilingual } from "../bilingual.ts";
import { comparePoints, formatPoints, type Points, toHundredths, zeroPoints } from "../points.ts";
import { minus, type Ratio, sumRatios } from "../ratio.ts";
import type { Honour } from "../scheme.ts";

/** A total with the items that it is made of, all exact. */
export interface Itemised {
  readonly items: readonly { readonly item: string; readonly points: Points }[];
  readonly total: Points;
}

/** Where two totals part ways: `Σ items + rest = difference`, exactly; everything is the first less the second, in hundredths of a point. */
export interface Parting {
  readonly totals: readonly [first: Points, second: Points];
  readonly difference: Ratio;
  /** The items in which they differ, the most decisive first; of equal size in the order in which they came. */
  readonly items: readonly { readonly item: string; readonly difference: Ratio }[];
  /** What no item accounts for: nothing, wherever the items add up to both totals. */
  readonly rest: Ratio;
}

const size = ({ numerator, denominator }: Ratio): Ratio => ({ numerator: Math.abs(numerator), denominator });

/** Takes the difference of two totals apart by their items; an item that one of them does not have counts nothing in it. */
export function partWays(first: Itemised, second: Itemised): Parting {
  const pointsOf = ({ items }: Itemised, id: string) => items.find(({ item }) => item === id)?.points ?? zeroPoints;
  const ids = [...new Set([...first.items, ...second.items].map(({ item }) => item))];
  const all = ids.map((item) => ({ item, difference: minus(pointsOf(first, item), pointsOf(second, item)) }));
  const difference = minus(first.total, second.total);
  return {
    totals: [first.total, second.total],
    difference,
    items: all.filter((each) => each.difference.numerator !== 0).sort((a, b) => comparePoints(size(b.difference), size(a.difference))),
    rest: minus(difference, sumRatios(all.map((each) => each.difference))),
  };
}

/** The parting of two subjects in words, with every item that has a part in it; figures are rounded here and nowhere before. */
export function partingSentence(
  honour: Honour,
  [first, second]: readonly [string, string],
  { totals, difference, items, rest }: Parting,
): Bilingual {
  const labelOf = (id: string) => honour.rubric.items.find((item) => item.id === id)?.label ?? { zh: id, en: id };
  const parts = items.map((each) => ({ label: labelOf(each.item), figure: signed(each.difference) }));
  if (rest.numerator !== 0) parts.push({ label: { zh: "不在各项之内", en: "in none of the items" }, figure: signed(rest) });
  const told = {
    zh: parts.map(({ label, figure }) => `${label.zh} ${figure}`).join("，"),
    en: parts.map(({ label, figure }) => `${label.en} ${figure}`).join(", "),
  };
  if (difference.numerator === 0) {
    return parts.length === 0
      ? { zh: `${first}与${second}总分相同，各项也都相同。`, en: `${first} and ${second} have the same total, and the same in every item.` }
      : {
          zh: `${first}与${second}总分相同，各项相抵：${told.zh}。`,
          en: `${first} and ${second} have the same total; their items even out: ${told.en}.`,
        };
  }
  const isMore = difference.numerator > 0;
  const by = amount(difference);
  const shown = [...items.map((each) => each.difference), rest].reduce((sum, each) => sum + toHundredths(each), 0);
  const [above, below] = totals.map(toHundredths) as [number, number];
  const isRounded = shown !== toHundredths(difference) || above - below !== toHundredths(difference);
  return {
    zh: `${first}比${second}${isMore ? "高" : "低"} ${by} 分：${told.zh}。${isRounded ? "按精确分数计算，各项相加恰为总分之差；总分和各项四舍五入到两位后，看起来会差 0.01 左右。" : ""}`,
    en: `${first} is ${by} points ${isMore ? "above" : "below"} ${second}: ${told.en}.${isRounded ? " The exact figures add up to the difference of the totals; rounded to two decimals, totals and items seem to be about 0.01 off." : ""}`,
  };
}

/** Two decimals; what is less than them is not called nothing. */
function amount(of: Ratio): string {
  const shown = formatPoints(size(of));
  return shown === "0.00" && of.numerator !== 0 ? "<0.01" : shown;
}

const signed = (of: Ratio): string => `${of.numerator < 0 ? "−" : "+"}${amount(of)}`;
