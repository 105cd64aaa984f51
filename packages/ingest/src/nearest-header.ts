import type { Contract } from "./contracts/contract.ts";
import { normaliseCode } from "./half-width.ts";

/** Headers that share less than this are not taken for each other. */
export const alike = 0.5;

/** The header that one without a meaning may have been meant for: of those that the table lacks, the most alike one; null when none is. */
export function nearestHeader(header: string, { fields }: Contract, absent: readonly string[]): string | null {
  const scored = fields
    .filter((field) => absent.includes(field.header))
    .map((field) => {
      return {
        header: field.header,
        shared: likeness(header, [field.header, ...(field.aliases ?? [])]),
      };
    });
  const [best] = scored.sort((a, b) => b.shared - a.shared);
  return best && best.shared >= alike ? best.header : null;
}

/** How much a text resembles the most alike of some names: 0 not at all, 1 the same characters. */
export function likeness(text: string, names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => sharedPart(text, name)));
}

/** How much of two texts is the same characters: 0 nothing, 1 all of both (the coefficient of Dice). */
function sharedPart(one: string, other: string): number {
  const [left, right] = [[...normaliseCode(one)], [...normaliseCode(other)]];
  const rest = [...right];
  for (const character of left) {
    const at = rest.indexOf(character);
    if (at >= 0) rest.splice(at, 1);
  }
  return (2 * (right.length - rest.length)) / Math.max(1, left.length + right.length);
}
