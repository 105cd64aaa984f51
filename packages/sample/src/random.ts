import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of choices. Only additions, multiplications and integers are used, so that every machine draws the same. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** From 0 (included) to 1 (excluded). */
  fraction(): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** One of the values, in proportion to its weight. */
  weighted<T>(values: readonly (readonly [T, number])[]): T;
  shuffle<T>(values: readonly T[]): T[];
  /** Bell-shaped around `mean`; `spread` is the standard deviation. */
  around(mean: number, spread: number): number;
  /** How often a rare event happens when it is expected `expected` times. */
  occurrences(expected: number): number;
}

/** One independent stream per seed and label: adding a stream never changes what the others draw. */
export function createRandom(seed: number, label: string): Random {
  const generator = xoroshiro128plus(hash(`${seed}/${label}`));
  const int = (min: number, max: number) => uniformInt(generator, min, max);
  const fraction = () => int(0, 0x3fffffff) / 0x40000000;
  const at = <T>(values: readonly T[], index: number): T => {
    const value = values[index];
    if (value === undefined) throw new RangeError(`nothing to pick for ${label}`);
    return value;
  };
  return {
    int,
    fraction,
    chance: (probability) => fraction() < probability,
    pick: (values) => at(values, int(0, values.length - 1)),
    weighted(values) {
      let rest = fraction() * values.reduce((sum, [, weight]) => sum + weight, 0);
      const chosen = values.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (chosen ?? at(values, values.length - 1))[0];
    },
    shuffle(values) {
      const rest = [...values];
      return values.map(() => at(rest.splice(int(0, rest.length - 1), 1), 0));
    },
    around(mean, spread) {
      let sum = -6;
      for (let draw = 0; draw < 12; draw++) sum += fraction();
      return mean + spread * sum;
    },
    occurrences(expected) {
      const trials = 24 + Math.ceil(expected * 4);
      let count = 0;
      for (let trial = 0; trial < trials; trial++) if (fraction() < expected / trials) count++;
      return count;
    },
  };
}

/** FNV-1a over UTF-16 units, as a signed 32-bit seed. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
