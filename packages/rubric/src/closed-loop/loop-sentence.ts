import type { Bilingual } from "../bilingual.ts";
import { dayWords } from "../deadlines/day-words.ts";
import type { RunningDeadline } from "../deadlines/deadline.ts";
import type { ClosedLoop } from "./closed-loop.ts";
import type { StepResult } from "./follow-loop.ts";

/** Where one step of a record stands, in words: what was done when, and until when it was due. */
export function loopStepSentence(loop: ClosedLoop, { step: id, state, done, deadline, daysLate }: StepResult): Bilingual {
  const step = loop.steps.find((candidate) => candidate.id === id);
  const name = step?.label ?? { zh: id, en: id };
  const [first] = done;
  const way = step?.ways.find((candidate) => candidate.id === first?.way)?.label ?? name;
  const when = first === undefined || first.on === null ? { zh: "", en: "" } : { zh: `${first.on} `, en: ` on ${first.on}` };
  const act = { zh: `${name.zh}：${when.zh}已${way.zh}`, en: `${name.en}: ${way.en}${when.en}` };
  const due = deadline === null ? { zh: "", en: "" } : deadlineWords(deadline);
  const overrun = dayWords(daysLate ?? 0, deadline?.type ?? "calendar");
  const late = { zh: `逾期 ${overrun.zh}`, en: `${overrun.en} late` };
  switch (state) {
    case "in-time":
      return { zh: `${act.zh}，按时；${due.zh}。`, en: `${act.en}, in time; ${due.en}.` };
    case "late":
      return { zh: `${act.zh}，${late.zh}；${due.zh}。`, en: `${act.en}, ${late.en}; ${due.en}.` };
    case "done":
      return { zh: `${act.zh}。`, en: `${act.en}.` };
    case "overdue":
      return { zh: `${name.zh}：尚未办理，${late.zh}；${due.zh}。`, en: `${name.en}: not done, ${late.en}; ${due.en}.` };
    case "pending":
      return deadline === null
        ? { zh: `${name.zh}：尚未办理，没有到期日。`, en: `${name.en}: not done yet, with no last day.` }
        : { zh: `${name.zh}：尚未办理；${due.zh}。`, en: `${name.en}: not done yet; ${due.en}.` };
    case "not-applicable":
      return { zh: `${name.zh}：不适用。`, en: `${name.en}: does not apply.` };
    case "unknown":
      return { zh: `${name.zh}：数据中没有这一项，无从判断。`, en: `${name.en}: the data does not have it, so nobody can tell.` };
  }
}

function deadlineWords({ from, days, type, due }: RunningDeadline): Bilingual {
  const { zh, en } = dayWords(days, type);
  return { zh: `${from} 起 ${zh}内，到 ${due}`, en: `within ${en} of ${from}, by ${due}` };
}
