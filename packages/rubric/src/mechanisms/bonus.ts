import { z } from "zod";
import { Bilingual } from "../bilingual.ts";
import { RubricError } from "../errors.ts";
import type { FactRecord, Facts } from "../facts.ts";
import { Id } from "../id.ts";
import { Figure, itemFields } from "../item.ts";
import { type Days, daysOf } from "../period.ts";
import { hundredthsOf, points } from "../points.ts";
import { type Policies, ruled, type Settings, settle } from "../policy.ts";
import { RecordKind } from "../record-kind.ts";
import type { Line } from "../score-result.ts";
import { Source } from "../source.ts";

const partFields = { id: Id, label: Bilingual, source: Source, records: RecordKind, period: ruled("period"), cap: Figure };

/** Bonus by the level of an honour, cumulative up to a cap. Honours with one title are told apart by level and day. */
const LevelsPart = z.strictObject({
  ...partFields,
  kind: z.literal("levels"),
  counting: ruled("honour-counting"),
  levels: z.array(z.strictObject({ id: Id, label: Bilingual, points: Figure.positive(), source: Source })).min(1),
});
type LevelsPart = z.infer<typeof LevelsPart>;

/** The same bonus for each record, cumulative up to a cap. */
const EachPart = z.strictObject({ ...partFields, kind: z.literal("each"), points: Figure.positive() });
type EachPart = z.infer<typeof EachPart>;

/** Points on top of what the graders give, computed from records; each part has its cap, and the item has its own. */
export const BonusItem = z.strictObject({
  ...itemFields,
  kind: z.literal("bonus"),
  parts: z.array(z.discriminatedUnion("kind", [LevelsPart, EachPart])).min(1),
});
export type BonusItem = z.infer<typeof BonusItem>;

/** Why a record of a bonus brings no points: it stands in `Line.reason` of a line of 0 points. */
export const uncountedReasons = ["undated", "before-period", "after-period", "same-honour"] as const;
export type UncountedReason = (typeof uncountedReasons)[number];

interface Award {
  readonly record: FactRecord;
  readonly clause: string;
  readonly hundredths: number;
  readonly source: Source;
  readonly uncounted: UncountedReason | null;
}

/**
 * The lines of a bonus item: every record of its parts has one, of 0 points with the reason when it does not count; what is over
 * the cap of a part, and over that of the item, is taken off by a line of its own.
 *
 * @throws {RubricError} R207 when an honour has a level that the scheme does not know.
 */
export function bonusLines(item: BonusItem, facts: Facts, policies: Policies): Line[] {
  const lines: Line[] = [];
  let sum = 0;
  for (const part of item.parts) {
    const days = daysOf(settle(policies, "period", part.period), { year: facts.year, asOf: facts.asOf, days: policies.days });
    const records = facts.records[part.records] ?? [];
    const awards = part.kind === "levels" ? levelAwards(part, records, days, policies) : eachAwards(part, records, days);
    for (const award of awards.sort(inOrder)) lines.push(awardLine(item, part, award));
    const earned = awards.reduce((total, award) => total + (award.uncounted === null ? award.hundredths : 0), 0);
    const kept = Math.min(earned, hundredthsOf(part.cap));
    if (kept < earned) lines.push(capLine(item, part.id, earned, kept, part.source));
    sum += kept;
  }
  const max = hundredthsOf(item.max);
  if (sum > max) lines.push(capLine(item, null, sum, max, item.source));
  return lines;
}

function levelAwards(part: LevelsPart, records: readonly FactRecord[], days: Days, policies: Policies): Award[] {
  const awards = records.map((record): Award => {
    const level = part.levels.find(({ id }) => id === record.fields.level);
    if (level === undefined) {
      const [zh, en] = [`${record.id} 的级别是 ${record.fields.level}`, `${record.id} has the level ${record.fields.level}`];
      throw new RubricError("R207", { zh, en }, { path: `${part.records} · ${record.id}`, line: null });
    }
    const uncounted = outside(record, days);
    return { record, clause: level.id, hundredths: hundredthsOf(level.points), source: level.source, uncounted };
  });
  return oncePerHonour(awards, settle(policies, "honour-counting", part.counting));
}

/** Of the awards with one title only the first in order (highest level, then latest) counts, unless every award does. */
function oncePerHonour(awards: Award[], counting: Settings["honour-counting"]): Award[] {
  if (counting === "every-award") return awards;
  const seen = new Set<string>();
  return awards.sort(inOrder).map((award) => {
    const honour = titleOf(award.record).normalize("NFKC").replace(/\s/g, "");
    if (award.uncounted !== null || honour === "") return award;
    if (seen.has(honour)) return { ...award, uncounted: "same-honour" };
    seen.add(honour);
    return award;
  });
}

function eachAwards(part: EachPart, records: readonly FactRecord[], days: Days): Award[] {
  const hundredths = hundredthsOf(part.points);
  return records.map((record) => ({ record, clause: part.id, hundredths, source: part.source, uncounted: outside(record, days) }));
}

function outside({ on }: FactRecord, { from, to }: Days): UncountedReason | null {
  if (on === null) return "undated";
  return on < from ? "before-period" : on > to ? "after-period" : null;
}

function titleOf(record: FactRecord): string {
  return String(record.fields.title ?? "");
}

/** Counted before uncounted, then by worth, then the latest first, then by id: the same whatever order the records came in. */
function inOrder(a: Award, b: Award): number {
  return (
    Number(a.uncounted !== null) - Number(b.uncounted !== null) ||
    b.hundredths - a.hundredths ||
    compareText(b.record.on ?? "", a.record.on ?? "") ||
    compareText(a.record.id, b.record.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function awardLine(item: BonusItem, part: BonusItem["parts"][number], award: Award): Line {
  return {
    item: item.id,
    clause: award.clause,
    kind: part.kind === "levels" ? "honour" : "innovation",
    points: points(award.uncounted === null ? award.hundredths : 0),
    askedHundredths: award.hundredths,
    grader: null,
    reason: award.uncounted,
    evidence: titleOf(award.record) || null,
    recordId: award.record.id,
    source: award.source,
    origin: award.record.origin,
  };
}

function capLine(item: BonusItem, clause: string | null, earned: number, kept: number, source: Source): Line {
  return {
    item: item.id,
    clause,
    kind: "cap",
    points: points(kept - earned),
    askedHundredths: earned,
    grader: null,
    reason: null,
    evidence: null,
    recordId: null,
    source,
    origin: null,
  };
}
