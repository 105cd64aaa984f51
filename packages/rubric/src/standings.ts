import { RubricError } from "./errors.ts";
import type { FactRecord, Facts, Standing } from "./facts.ts";
import { isWhere } from "./field.ts";
import { inputsOf, type RankedInput, type RanksItem } from "./mechanisms/ranks.ts";
import { compareRatios, points } from "./points.ts";
import { type Policies, type Settings, settle } from "./policy.ts";
import type { Ratio } from "./ratio.ts";
import { meanOf, recordsOf } from "./reading.ts";
import type { Honour } from "./scheme.ts";

/** What one subject has in one input: a place as it was handed in, or a score that has to be ranked. */
interface Entry {
  readonly facts: Facts;
  readonly given: "rank" | "score";
  readonly value: Ratio;
  readonly records: readonly FactRecord[];
}

/**
 * Where every subject of an honour stands in each ranked input. Places that were handed in are taken as they are (of several in the
 * period the mean); scores are ranked among all subjects that the item is about, the highest first, equal ones as the scheme's policy
 * says. The order of `all` never matters.
 *
 * @throws {RubricError} R209 when an input has places for some subjects and scores for others.
 */
export function standingsOf(honour: Honour, all: readonly Facts[], policies: Policies): Map<Facts, Record<string, Standing>> {
  const standings = new Map<Facts, Record<string, Standing>>(all.map((facts) => [facts, {}]));
  for (const item of honour.rubric.items) {
    if (item.kind !== "ranks") continue;
    for (const group of groupsOf(item, all)) {
      for (const input of inputsOf(item.parts)) {
        for (const [facts, standing] of place(input, group, settle(policies, "rank-ties", item.ties), policies)) {
          const known = standings.get(facts);
          if (known !== undefined) known[input.id] = standing;
        }
      }
    }
  }
  return standings;
}

/** The subjects that an item is about, apart by the field that it ranks among. */
function groupsOf({ of, among }: RanksItem, all: readonly Facts[]): Facts[][] {
  const groups = new Map<string, Facts[]>();
  for (const facts of all) {
    if (!isWhere(of, facts.fields)) continue;
    const value = among === undefined ? "" : String(facts.fields[among] ?? "");
    groups.set(value, [...(groups.get(value) ?? []), facts]);
  }
  return [...groups.values()];
}

function place(input: RankedInput, group: readonly Facts[], ties: Settings["rank-ties"], policies: Policies): [Facts, Standing][] {
  const entries = group.map((facts) => entryOf(input, facts, policies)).filter((entry) => entry !== null);
  if (new Set(entries.map(({ given }) => given)).size > 1) {
    const [zh, en] = [`“${input.label.zh}”有的给出名次，有的给出得分`, `"${input.label.en}" has places for some and scores for others`];
    throw new RubricError("R209", { zh, en }, { path: input.id, line: null });
  }
  return entries.map(({ facts, given, value, records }) => [
    facts,
    { place: given === "rank" ? value : placeAmong(value, entries, ties), records },
  ]);
}

function entryOf(input: RankedInput, facts: Facts, policies: Policies): Entry | null {
  const records = recordsOf({ ...input, records: "appraisals" }, facts, policies);
  const rank = meanOf("rank", records);
  if (rank !== null) return { facts, given: "rank", value: rank, records };
  const score = meanOf("score", records);
  return score === null ? null : { facts, given: "score", value: score, records };
}

/** The place of a score among others: 1 + those above it; equal ones share the best, the mean, or count as one. */
function placeAmong(value: Ratio, entries: readonly Entry[], ties: Settings["rank-ties"]): Ratio {
  const orders = entries.map((entry) => compareRatios(entry.value.numerator, entry.value.denominator, value.numerator, value.denominator));
  const above = orders.filter((order) => order > 0).length;
  const equal = orders.filter((order) => order === 0).length;
  if (ties === "best") return points(1 + above);
  if (ties === "mean") return points(2 * above + equal + 1, 2);
  const higher = entries.filter((_, n) => (orders[n] ?? 0) > 0).map((entry) => `${entry.value.numerator}/${entry.value.denominator}`);
  return points(1 + new Set(higher).size);
}
