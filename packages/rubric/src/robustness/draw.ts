import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A whole number from `min` to `max`, both included. */
export type Draw = (min: number, max: number) => number;

/** Draws that the seed alone decides, alike on every machine. */
export function drawsFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (min, max) => uniformInt(generator, min, max);
}
