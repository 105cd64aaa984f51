import type { Bilingual } from "../bilingual.ts";
import { dayWords } from "../deadlines/day-words.ts";
import type { RunningDeadline } from "../deadlines/deadline.ts";
import type { TitleHistory, TitleStep } from "./follow-title.ts";
import type { Outcome } from "./timeline.ts";
import type { Title } from "./title.ts";

const outcomes: Readonly<Record<Outcome, Bilingual>> = {
  passed: { zh: "合格", en: "passed" },
  failed: { zh: "不合格", en: "failed" },
};

/** One step of a title's life in words: what happened, and what became of the title by which rule. */
export function titleStepSentence(title: Title, step: TitleStep): Bilingual {
  const { zh, en } = causeWords(title, step);
  const transition = title.transitions.find(({ id }) => id === step.transition);
  if (transition === undefined) {
    const state = stateLabel(title, step.to);
    return { zh: `${zh}；状态不变，仍为“${state.zh}”。`, en: `${en}; the state stays "${state.en}".` };
  }
  const [from, to] = [stateLabel(title, step.from), stateLabel(title, step.to)];
  return {
    zh: `${zh}；按“${transition.label.zh}”，由“${from.zh}”转为“${to.zh}”。`,
    en: `${en}; by "${transition.label.en}" the state goes from "${from.en}" to "${to.en}".`,
  };
}

/** Where a title stands, what is due, and what its missing periods could still change. */
export function titleSentence(title: Title, { state, since, deadlines, missing, possible }: TitleHistory): Bilingual {
  const { zh, en } = stateLabel(title, state);
  const begun = since === null ? { zh: "", en: "" } : { zh: `（自 ${since}）`, en: ` since ${since}` };
  const [due] = deadlines.flatMap((deadline) => (deadline.due === null ? [] : [deadline.due])).sort();
  const until = due === undefined ? { zh: "", en: "" } : { zh: `期限到 ${due}。`, en: ` The last day is ${due}.` };
  const undated = deadlines.some((deadline) => deadline.due === null)
    ? { zh: "期限没有写明日期，无法判断是否逾期。", en: " No day was set, so that nothing can become overdue." }
    : { zh: "", en: "" };
  const open = gapWords(title, missing, possible.every((id) => id === state) ? [] : possible);
  return { zh: `${zh}${begun.zh}。${until.zh}${undated.zh}${open.zh}`, en: `${en}${begun.en}.${until.en}${undated.en}${open.en}` };
}

function gapWords(title: Title, missing: readonly string[], possible: readonly string[]): Bilingual {
  if (missing.length === 0) return { zh: "", en: "" };
  const periods = { zh: `${missing.join("、")} 没有结果`, en: ` ${missing.join(", ")}: no result` };
  if (possible.length === 0)
    return { zh: `${periods.zh}，补报后状态不会改变。`, en: `${periods.en}; handing it in would not change the state.` };
  const labels = possible.map((id) => stateLabel(title, id));
  return {
    zh: `${periods.zh}，补报后可能为：${labels.map((label) => label.zh).join("、")}。`,
    en: `${periods.en}; handed in, the state could be: ${labels.map((label) => label.en).join(", ")}.`,
  };
}

function causeWords(title: Title, { cause, run }: TitleStep): Bilingual {
  switch (cause.kind) {
    case "missing":
      return {
        zh: `${cause.period} 没有结果，既不算合格也不算不合格`,
        en: `${cause.period} has no result and is neither passed nor failed`,
      };
    case "result": {
      const { zh, en } = outcomes[cause.outcome];
      if (run === null || run.periods.length < 2) return { zh: `${cause.period} ${zh}`, en: `${cause.period} ${en}` };
      const periods = { zh: run.periods.join("、"), en: run.periods.join(", ") };
      return {
        zh: `${cause.period} ${zh}，连续 ${run.periods.length} 期（${periods.zh}）`,
        en: `${cause.period} ${en}, ${run.periods.length} in a row (${periods.en})`,
      };
    }
    case "event": {
      const label = title.events.find(({ id }) => id === cause.event)?.label ?? { zh: cause.event, en: cause.event };
      const due = cause.due === null ? { zh: "", en: "" } : { zh: `，期限 ${cause.due}`, en: `, due by ${cause.due}` };
      return { zh: `${cause.on} ${label.zh}${due.zh}`, en: `${cause.on} ${label.en}${due.en}` };
    }
    case "overdue": {
      const counted = cause.counted === null ? { zh: "", en: "" } : deadlineWords(cause.counted);
      return { zh: `期限 ${cause.due}${counted.zh || " "}已过`, en: `the last day, ${cause.due}${counted.en}, has passed` };
    }
  }
}

function deadlineWords({ from, days, type }: RunningDeadline): Bilingual {
  const { zh, en } = dayWords(days, type);
  return { zh: `（${from} 起 ${zh}）`, en: ` (${en} from ${from})` };
}

function stateLabel({ states }: Title, id: string): Bilingual {
  return states.find((state) => state.id === id)?.label ?? { zh: id, en: id };
}
