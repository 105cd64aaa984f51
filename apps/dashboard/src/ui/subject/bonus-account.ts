import { hundredthsOf, toHundredths } from "@mingchuang/rubric/points";
import type { Honour } from "@mingchuang/rubric/scheme";
import type { SubjectLineRow } from "@mingchuang/warehouse/queries/subject";
import { linePoints } from "./score-steps.ts";

/** A part of the bonus: what its records add up to, what its cap leaves. All in hundredths. */
export interface BonusPart {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly lines: readonly SubjectLineRow[];
  readonly earned: readonly number[];
  readonly sum: number;
  readonly cap: number;
  readonly kept: number;
}

export interface BonusAccount {
  readonly parts: readonly BonusPart[];
  readonly sum: number;
  readonly cap: number;
  readonly points: number;
}

/** The bonus worked out part by part from its lines; null when the rubric has no bonus item. */
export function bonusAccount(honour: Honour | undefined, lines: readonly SubjectLineRow[]): BonusAccount | null {
  const item = honour?.rubric.items.find((candidate) => candidate.kind === "bonus");
  if (item?.kind !== "bonus") return null;
  const parts = item.parts.map((part): BonusPart => {
    const kind = part.kind === "levels" ? "honour" : "innovation";
    const own = lines.filter((line) => line.item === item.id && line.kind === kind);
    const earned = own.map((line) => toHundredths(linePoints(line))).filter((hundredths) => hundredths > 0);
    const sum = earned.reduce((total, hundredths) => total + hundredths, 0);
    const cap = hundredthsOf(part.cap);
    return { id: part.id, label: part.label, lines: own, earned, sum, cap, kept: Math.min(sum, cap) };
  });
  const sum = parts.reduce((total, part) => total + part.kept, 0);
  const cap = hundredthsOf(item.max);
  return { parts, sum, cap, points: Math.min(sum, cap) };
}
