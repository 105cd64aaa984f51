import type { Interval } from "../wilson.ts";

export type AgreementGrade = "excellent" | "good" | "moderate" | "poor";

/** Where the grades of a coefficient begin: Koo and Li (2016), Journal of Chiropractic Medicine 15, 155–163. */
const grades: readonly { readonly from: number; readonly grade: AgreementGrade }[] = [
  { from: 0.9, grade: "excellent" },
  { from: 0.75, grade: "good" },
  { from: 0.5, grade: "moderate" },
  { from: Number.NEGATIVE_INFINITY, grade: "poor" },
];

export function gradeOf(value: number): AgreementGrade {
  return grades.find(({ from }) => value >= from)?.grade ?? "poor";
}

/** Fewer subjects or graders than these tell little of anybody else: Koo and Li (2016), as above. */
export const enough = { subjects: 30, graders: 3 } as const;

/** What an intraclass correlation says: the grades of its interval's ends, and whether it tells anything at all. */
export interface IntraclassReading {
  readonly low: AgreementGrade;
  readonly high: AgreementGrade;
  /** False when the interval reaches over three grades or more: then the sheets are too few, whatever the value. */
  readonly told: boolean;
}

export function readIntraclass({ low, high }: Interval): IntraclassReading {
  const place = (value: number) => grades.findIndex(({ from }) => value >= from);
  return { low: gradeOf(low), high: gradeOf(high), told: place(low) - place(high) < 2 };
}

/** Krippendorff (2004), Content Analysis, ch. 11: from 0.800 on data may be relied on, from 0.667 on only for tentative conclusions. */
export function readAlpha(alpha: number): "reliable" | "tentative" | "unreliable" {
  return alpha >= 0.8 ? "reliable" : alpha >= 0.667 ? "tentative" : "unreliable";
}

/** Whether graders order the subjects more alike than by chance; below eight subjects the approximation behind `p` is too rough to tell. */
export function readConcordance({ subjects, p }: { readonly subjects: number; readonly p: number }): "alike" | "chance" | "few" {
  return subjects < 8 ? "few" : p < 0.05 ? "alike" : "chance";
}
