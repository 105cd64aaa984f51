import type { Nomination } from "./nominations.ts";
import type { SampleYear } from "./years.ts";

export interface Finding {
  readonly id: string;
  readonly year: SampleYear;
  readonly subjectId: string;
  readonly rule: "违纪违法" | "办件差错" | "弄虚作假" | "违反廉洁规定";
  readonly status: "查实" | "未查实" | "调查中";
  readonly decidedOn: string | null;
  readonly document: string | null;
  readonly summary: string;
}

type Draft = Pick<Finding, "rule" | "status" | "summary"> & { readonly subject: Nomination | undefined; readonly decidedOn?: string };

/** Numbers the findings of a year; a pending one has neither day nor document. */
export function buildFindings(year: SampleYear, drafts: readonly Draft[]): Finding[] {
  return drafts.map(({ subject, rule, status, summary, decidedOn }, index) => {
    if (!subject) throw new RangeError(`nobody for the finding: ${summary}`);
    const number = index + 1;
    return {
      id: `CS${year}-${String(number).padStart(2, "0")}`,
      year,
      subjectId: subject.subjectId,
      rule,
      status,
      decidedOn: decidedOn ?? null,
      document: decidedOn ? `示例查字〔${year}〕${number}号` : null,
      summary,
    };
  });
}
