import type { EvaluationReport } from "@mingchuang/evaluation/evaluate";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Terminal } from "./terminal.ts";
import { textTable } from "./text-table.ts";

type Runs = EvaluationReport["runs"];

/** Violations of one check that are shown at once; `check` shows more. */
const violationsShown = 2;

/**
 * Says how each scheme's years and honours came out, what its committee set where the source is silent, and what the checks noted, where
 * `checkCommand` shows more of it. Of schemes for which nobody applied and no veto is in sight it says nothing.
 */
export function sayOutcome(report: EvaluationReport, schemes: readonly Scheme[], checkCommand: string, terminal: Terminal): void {
  const { language, messages, say, warn } = terminal;
  for (const scheme of schemes) {
    const runs = report.runs.filter(({ schemeId, applications, watched }) => schemeId === scheme.id && applications + watched > 0);
    if (runs.length > 0) sayScheme(scheme, runs, report, terminal);
  }
  if (report.runs.length === 0) say(messages.evaluate.nothing);
  else if (report.runs.every(({ applications }) => applications === 0)) say(messages.evaluate.nobodyApplied);
  for (const { check, count, violations } of report.warnings) {
    warn(messages.check.violation(messages.check.severity[check.severity], check[language], count));
    for (const { what, detail } of violations.slice(0, violationsShown)) warn(`    ${what}  ${detail}`);
  }
  if (report.warnings.some(({ count }) => count > violationsShown)) warn(messages.evaluate.seeCheck(checkCommand));
}

function sayScheme(scheme: Scheme, runs: Runs, report: EvaluationReport, { language, messages, say }: Terminal): void {
  const { evaluate: texts } = messages;
  say(texts.scheme(scheme.programme[language], scheme.label[language]));
  const applied = runs.filter(({ applications }) => applications > 0);
  if (applied.length > 0) {
    say(
      textTable(
        texts.header,
        applied.map((run) => rowOf(scheme, run, report.stages, language, texts)),
      ),
    );
  }
  for (const { year, honour, watched } of runs) {
    if (watched > 0) say(texts.watched(year, labelsOf(scheme, honour).honour[language], watched));
  }
  for (const how of ["restated", "carriedOn"] as const) {
    const years = [...new Set(runs.filter((run) => run[how]).map(({ year }) => year))];
    if (years.length > 0) say(texts[how](years, scheme.edition));
  }
  for (const { status, stage, year, honour, sentence_zh, sentence_en } of report.stages) {
    const isOwn = applied.some((run) => run.year === year && run.honour === honour);
    const sentence = language === "zh" ? sentence_zh : sentence_en;
    if (!isOwn || sentence === null || (status !== "impossible" && status !== "refused")) continue;
    say(texts.notSelected(year, labelsOf(scheme, honour).honour[language], stageLabel(scheme, honour, stage, language), sentence));
  }
  const silent = report.policies.filter((policy) => policy.scheme_id === scheme.id && policy.silent);
  const choices = new Map(silent.map((policy) => [`${policy.policy} = ${policy.value}`, policy]));
  if (choices.size > 0) say(texts.silent);
  for (const [choice, { label_zh, label_en }] of choices) say(`  ${language === "zh" ? label_zh : label_en}  ${choice}`);
}

function rowOf(
  scheme: Scheme,
  run: Runs[number],
  stages: EvaluationReport["stages"],
  language: Terminal["language"],
  texts: Terminal["messages"]["evaluate"],
): (string | number)[] {
  const { year, honour, ranked, undecided, vetoed, ineligible, notApplied, unscored } = run;
  const ties = run.tiesAtCut.map((tie) => texts.tie(stageLabel(scheme, honour, tie.stage, language), tie.rank, tie.applications.length));
  const chosen = stages
    .filter(
      (row) =>
        row.year === year && row.honour === honour && scheme.honours.some(({ stages: own }) => own.some(({ id }) => id === row.stage)),
    )
    .map((row) => texts.chosen(stageLabel(scheme, honour, row.stage, language), row.status === "impossible" ? null : row.chosen, row.open));
  return [
    String(year),
    labelsOf(scheme, honour).honour[language],
    ranked,
    undecided,
    vetoed,
    ineligible,
    notApplied,
    unscored,
    ties.length === 0 ? texts.noTie : ties.join(texts.and),
    chosen.length === 0 ? texts.noTie : chosen.join(texts.and),
  ];
}

function labelsOf({ honours }: Scheme, honourId: string) {
  const honour = honours.find(({ id }) => id === honourId);
  return { honour: honour?.label ?? { zh: honourId, en: honourId }, stages: new Map(honour?.stages.map(({ id, label }) => [id, label])) };
}

function stageLabel(scheme: Scheme, honour: string, stage: string | null, language: Terminal["language"]): string {
  return stage === null ? "" : (labelsOf(scheme, honour).stages.get(stage)?.[language] ?? stage);
}
