import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Bilingual } from "../bilingual.ts";
import { RubricError } from "../errors.ts";
import { points } from "../points.ts";
import type { Rate } from "../rates.ts";

/** Something that may be drawn: a window with its case volume, or a case with the weight 1. */
export interface SamplingUnit {
  readonly id: string;
  readonly weight: number;
}

/** A unit that was drawn, and the exact chance that it had; a chance of 1 is one that the rule could not have left out. */
export interface DrawnUnit {
  readonly id: string;
  readonly chance: Rate;
}

/** How many calls fall to a window. */
export interface CallShare {
  readonly id: string;
  readonly calls: number;
}

/**
 * Draws `size` units without replacement, each with a chance exactly in proportion to its weight. A unit so heavy that its chance would
 * reach 1 is taken for certain and the rest is drawn among the others. The same units and seed (a whole number) draw the same, in any
 * order; a unit of weight 0 is never drawn. Returned in the order of ids.
 *
 * Systematic sampling with probability proportional to size (Madow 1949, Ann. Math. Statist. 20, 333–354), on units in random order
 * (Hartley & Rao 1962, Ann. Math. Statist. 33, 350–374), in integers throughout, so that chances are exact.
 *
 * @throws {RubricError} R234 when there is no such sample, R221 when weights are beyond exact integers.
 */
export function drawSample(units: readonly SamplingUnit[], size: number, seed: number): DrawnUnit[] {
  let rest = drawable(units);
  if (!isCount(size) || size > rest.length) {
    throw refusal(`要抽 ${size} 个，可抽 ${rest.length} 个`, `${size} to be drawn, from ${rest.length}`);
  }
  const certain: DrawnUnit[] = [];
  for (let heavy = heaviest(rest, size); heavy.length > 0; heavy = heaviest(rest, size - certain.length)) {
    certain.push(...heavy.map(({ id }) => ({ id, chance: { numerator: 1, denominator: 1 } })));
    rest = rest.filter((unit) => !heavy.includes(unit));
  }
  const left = size - certain.length;
  const total = totalOf(rest);
  const drawn = hitUnits(rest, left, seed).filter(({ hits }) => hits > 0);
  const byChance = drawn.map(({ unit }) => ({ id: unit.id, chance: points(unit.weight * left, total) }));
  return [...certain, ...byChance].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Shares `calls` among windows in proportion to their weights, as a random sample of that many cases would on average: each window gets
 * its exact share, rounded up or down by chance so that the expectation is exact, and never more calls than it has cases. By the same
 * method as `drawSample`; returned in the order of ids, windows without a call included.
 *
 * @throws {RubricError} R234 when there are more calls than cases, R221 when weights are beyond exact integers.
 */
export function shareCalls(units: readonly SamplingUnit[], calls: number, seed: number): CallShare[] {
  const rest = drawable(units);
  const total = totalOf(rest);
  if (!isCount(calls) || calls > total) throw refusal(`要回访 ${calls} 件，只有 ${total} 件`, `${calls} calls, but ${total} cases`);
  const hits = new Map(hitUnits(rest, calls, seed).map(({ unit, hits }) => [unit.id, hits]));
  return units.map(({ id }) => ({ id, calls: hits.get(id) ?? 0 })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Lays the weights, each `size` times, end to end and marks `size` points one total apart, the first at `start` (from 0, below the
 * total): how many points fall on each. Over all starts a weight is hit exactly `weight × size` times.
 */
export function systematicHits(weights: readonly number[], size: number, start: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pointsBelow = (end: number) => {
    const reach = end - start + total - 1;
    return (reach - (reach % total)) / total;
  };
  let end = 0;
  return weights.map((weight) => {
    const below = pointsBelow(end);
    end += weight * size;
    return pointsBelow(end) - below;
  });
}

function hitUnits(units: readonly SamplingUnit[], size: number, seed: number): { unit: SamplingUnit; hits: number }[] {
  const total = totalOf(units);
  if (size === 0 || total === 0) return [];
  points(total * size);
  const generator = xoroshiro128plus(seed);
  const shuffled = [...units];
  for (let place = shuffled.length - 1; place > 0; place -= 1) {
    const other = uniformInt(generator, 0, place);
    const [a, b] = [shuffled[place], shuffled[other]];
    if (a !== undefined && b !== undefined) [shuffled[place], shuffled[other]] = [b, a];
  }
  const start = uniformInt(generator, 0, total - 1);
  const hits = systematicHits(
    shuffled.map(({ weight }) => weight),
    size,
    start,
  );
  return shuffled.map((unit, place) => ({ unit, hits: hits[place] ?? 0 }));
}

/** The units whose chance among `units` would be 1 or more. */
function heaviest(units: readonly SamplingUnit[], size: number): SamplingUnit[] {
  const total = totalOf(units);
  return size === 0 ? [] : units.filter(({ weight }) => weight * size >= total);
}

/** The units with a weight, in the order of their ids. */
function drawable(units: readonly SamplingUnit[]): SamplingUnit[] {
  const sorted = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [place, { id, weight }] of sorted.entries()) {
    if (!isCount(weight)) throw refusal(`${id} 的权重为 ${weight}`, `${id} has the weight ${weight}`);
    if (sorted[place + 1]?.id === id) throw refusal(`编号 ${id} 重复`, `the id ${id} repeats`);
  }
  return sorted.filter(({ weight }) => weight > 0);
}

function totalOf(units: readonly SamplingUnit[]): number {
  return units.reduce((sum, { weight }) => sum + weight, 0);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function refusal(zh: string, en: string): RubricError {
  const detail: Bilingual = { zh, en };
  return new RubricError("R234", detail);
}
