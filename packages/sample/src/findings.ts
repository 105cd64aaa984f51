import { type Nomination, ofYear } from "./nominations.ts";
import type { Roles } from "./roles.ts";
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
function buildFindings(year: SampleYear, drafts: readonly Draft[]): Finding[] {
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

/** Found true, not found true and pending, against windows and persons. */
export function findingsOf(year: SampleYear, nominations: readonly Nomination[], roles: Roles): Finding[] {
  const { windows, windowsOf2022, persons } = roles;
  if (year === 2021) {
    const [first] = ofYear(nominations, 2021, "服务先锋");
    return buildFindings(year, [
      { subject: first, rule: "弄虚作假", status: "未查实", summary: "示例：反映事迹材料不实，经核查不成立。", decidedOn: "2021-09-16" },
    ]);
  }
  if (year === 2022) {
    return buildFindings(year, [
      {
        subject: windowsOf2022.get("falsified-found"),
        rule: "弄虚作假",
        status: "查实",
        summary: "示例：台账补造，经核查属实。",
        decidedOn: "2022-09-20",
      },
    ]);
  }
  return buildFindings(year, [
    {
      subject: windows.get("discipline-found"),
      rule: "违纪违法",
      status: "查实",
      summary: "示例：违规收取费用，经核查属实。",
      decidedOn: "2023-07-12",
    },
    {
      subject: windows.get("discipline-not-found"),
      rule: "违纪违法",
      status: "未查实",
      summary: "示例：反映收受礼品，经核查不成立。",
      decidedOn: "2023-08-03",
    },
    {
      subject: windows.get("handling-error-pending"),
      rule: "办件差错",
      status: "调查中",
      summary: "示例：反映错发证照造成损失，正在核查。",
    },
    {
      subject: persons.get("integrity-found"),
      rule: "违反廉洁规定",
      status: "查实",
      summary: "示例：违规接受宴请，经核查属实。",
      decidedOn: "2023-06-28",
    },
  ]);
}
