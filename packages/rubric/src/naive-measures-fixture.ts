import type { Facts } from "./facts.ts";

/** An exact amount as two big integers, never reduced. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const fraction = (top: number | bigint, bottom: number | bigint = 1): Fraction => ({ top: BigInt(top), bottom: BigInt(bottom) });
const zero = fraction(0);
const add = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
const multiply = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const divide = (a: Fraction, b: Fraction): Fraction => multiply(a, { top: b.bottom, bottom: b.top });

export interface MeasureChoices {
  readonly award: "met" | "progress";
  readonly groups: "by-group" | "by-indicator";
  readonly missing: "wait" | "reweigh" | "nothing";
}

/** A part that may be unknown, and what it weighs. */
type Weighed = readonly [weight: Fraction, share: Fraction | null];

function combine(parts: readonly Weighed[], missing: MeasureChoices["missing"]): Fraction | null {
  if (missing === "wait" && parts.some(([, share]) => share === null)) return null;
  const known = parts.flatMap(([weight, share]) => (share === null ? [] : [[weight, share] as const]));
  if (known.length === 0) return missing === "nothing" ? zero : null;
  const sum = known.reduce((total, [weight, share]) => add(total, multiply(weight, share)), zero);
  if (missing === "nothing") return sum;
  return divide(
    sum,
    known.reduce((total, [weight]) => add(total, weight), zero),
  );
}

/** Metric, baseline and target of the template plan, in hundredths. */
const indicators = {
  efficiency: [
    ["handling-days", 350, 175, "lower"],
    ["resubmission-rate", 3200, 1000, "lower"],
    ["visits-needed", 230, 50, "lower"],
    ["waiting-minutes", 2800, 1000, "lower"],
  ],
  quality: [
    ["complete-notice-rate", 6200, 10000, "higher"],
    ["good-rate", null, 9800, "higher"],
    ["rectified-rate", 8500, 10000, "higher"],
    ["satisfaction", 8200, 9500, "higher"],
  ],
  innovation: [
    ["smart-approval-rate", null, 9000, "higher"],
    ["online-share", null, 8000, "higher"],
    ["agency-share", null, 2000, "higher"],
  ],
} as const;

function handedIn(facts: Facts, metric: string): number | null {
  const found = facts.records.indicators?.find(({ fields }) => fields.metric === metric)?.fields.value;
  return typeof found === "number" ? Math.round(found * 100) : null;
}

function scoreOf(facts: Facts, source: string): number | null {
  const found = facts.records.appraisals?.find(({ fields }) => fields.source === source)?.fields.score;
  return typeof found === "number" ? Math.round(found * 100) : null;
}

/** The composite of the template plan, in hundredths of a point; it knows the plan's figures by heart. */
export function naiveTemplate(facts: Facts, { award, groups, missing }: MeasureChoices): Fraction | null {
  const system = Object.values(indicators).map((group): Weighed => {
    const parts = group.map(([metric, baseline, target, direction]): Weighed => {
      const weight = fraction(1, group.length);
      const value = handedIn(facts, metric);
      if (value === null) return [weight, null];
      if (direction === "lower" ? value <= target : value >= target) return [weight, fraction(1)];
      if (award === "met" || baseline === null) return [weight, zero];
      const gone = direction === "lower" ? baseline - value : value - baseline;
      return [weight, gone <= 0 ? zero : fraction(gone, Math.abs(target - baseline))];
    });
    return [groups === "by-group" ? fraction(1, 3) : fraction(group.length, 11), combine(parts, missing)];
  });
  const appraisal = (source: string) => {
    const score = scoreOf(facts, source);
    return score === null ? null : fraction(score, 10_000);
  };
  const all = combine(
    [
      [fraction(4, 10), appraisal("third_party")],
      [fraction(3, 10), combine(system, missing)],
      [fraction(3, 10), appraisal("public")],
    ],
    missing,
  );
  return all === null ? null : multiply(all, fraction(10_000));
}

const lists = {
  shown: ["shown-identity", "shown-image", "shown-pledge"],
  created: ["model-post", "model-window", "model-brand"],
  appraised: ["by-public", "by-members", "by-leaders"],
  compared: ["skill", "conduct", "results"],
  open: ["matters", "basis", "rules", "procedure", "outcomes"],
};

/** Hunan's four inputs, all of the same weight, the assessment being the share of the five checklists that is kept. */
export function naiveHunan(facts: Facts): Fraction | null {
  const kept = Object.values(lists).map((points) => {
    const looks = points.map((point) => facts.records.checklists?.find(({ fields }) => fields.point === point)?.fields.kept ?? null);
    return looks.includes(null) ? null : fraction(looks.filter((look) => look === true).length, points.length);
  });
  if (kept.includes(null)) return null;
  const assessment = kept.reduce<Fraction>((sum, share) => add(sum, multiply(share ?? zero, fraction(1, 5))), zero);
  const scores = ["recommendation", "leaders", "public"].map((source) => scoreOf(facts, source));
  if (scores.includes(null)) return null;
  const others = scores.reduce<Fraction>((sum, score) => add(sum, fraction(score ?? 0, 10_000)), zero);
  return multiply(add(assessment, others), fraction(10_000, 4));
}

/** Suzhou's ½ + ¼ + ¼ of places among the hall windows of one tier, in hundredths of a place; places are counted one by one. */
export function naiveSuzhou(all: readonly Facts[], subject: Facts, ties: "best" | "mean" | "dense"): Fraction | null {
  const field = all.filter(({ fields }) => fields.subject_kind === "window" && fields.tier === subject.fields.tier);
  const places = ["bimonthly", "democratic", "third_party"].map((source) => {
    const own = scoreOf(subject, source);
    if (own === null) return null;
    const scores = field.map((facts) => scoreOf(facts, source)).filter((score) => score !== null);
    const better = scores.filter((score) => score > own);
    if (ties === "best") return fraction(better.length + 1);
    if (ties === "dense") return fraction(new Set(better).size + 1);
    const first = better.length + 1;
    const last = better.length + scores.filter((score) => score === own).length;
    return fraction(first + last, 2);
  });
  const [bimonthly, democratic, survey] = places;
  if (!bimonthly || !democratic || !survey) return null;
  const quarters = add(multiply(bimonthly, fraction(2)), add(democratic, survey));
  return multiply(quarters, fraction(100, 4));
}

/** Whether a fraction is the same amount as a ratio of integers. */
export function isSame(naive: Fraction, exact: { readonly numerator: number; readonly denominator: number }): boolean {
  return naive.top * BigInt(exact.denominator) === BigInt(exact.numerator) * naive.bottom;
}
