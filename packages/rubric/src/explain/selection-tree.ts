import type { Bilingual } from "../bilingual.ts";
import { type SelectionProblem, sizeRule } from "../select/problem.ts";
import { verdictSentence } from "../select/selection-sentence.ts";
import type { Reason, ToldDemand, Verdict } from "../select/verdict.ts";
import type { Source } from "../source.ts";
import { type ExplanationNode, note } from "./explanation.ts";

/** Why a subject was chosen or not: the verdict, and under it the rules and the decisions that it rests on. It carries no points. */
export function selectionTree(problem: SelectionProblem, verdict: Verdict): ExplanationNode {
  const { subject, reason } = verdict;
  const label = problem.subjects.find(({ id }) => id === subject)?.label ?? subject;
  return note(subject, { zh: label, en: label }, verdictSentence(problem, verdict), {
    source: reason.kind === "barred" ? reason.bar.source : problem.size.source,
    children: [...demandsIn(reason).map((demand, place) => demandNode(problem, subject, demand, place)), ...decisionNodes(subject, reason)],
  });
}

function demandsIn(reason: Reason): readonly ToldDemand[] {
  switch (reason.kind) {
    case "moved-up":
    case "full":
      return reason.full;
    case "needed":
    case "displaced":
      return reason.demands;
    default:
      return [];
  }
}

function demandNode(problem: SelectionProblem, subject: string, { rule, at, least, most }: ToldDemand, place: number): ExplanationNode {
  const found = problem.rules.find(({ id }) => id === rule);
  const stated: { label: Bilingual; source: Source | null } =
    rule === sizeRule ? problem.size : { label: { zh: rule, en: rule }, source: null };
  const { label, source } = found ?? stated;
  const where = Object.entries(at).map(([field, value]) => problem.labels[field]?.[value] ?? { zh: value, en: value });
  const bounds = [
    least === null || least === 0 ? null : { zh: `至少 ${least} 个`, en: `at least ${least}` },
    most === null ? null : { zh: `至多 ${most} 个`, en: `at most ${most}` },
  ].filter((bound) => bound !== null);
  const told = [...where, ...bounds];
  const zh = `${label.zh}${told.length === 0 ? "" : `：${told.map((each) => each.zh).join("，")}`}。`;
  const en = `${label.en}${told.length === 0 ? "" : `: ${told.map((each) => each.en).join(", ")}`}.`;
  return note(`${subject}/rule-${place + 1}`, label, { zh, en }, { source });
}

function decisionNodes(subject: string, reason: Reason): ExplanationNode[] {
  if (reason.kind !== "committee") return [];
  const label = { zh: "组委会的决定", en: "Decision of the committee" };
  return reason.decisions.map((decision, place) =>
    note(`${subject}/decision-${place + 1}`, label, { zh: `理由：${decision.reason}。`, en: `Reason: ${decision.reason}.` }),
  );
}
