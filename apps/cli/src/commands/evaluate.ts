import { existsSync } from "node:fs";
import { type EvaluationReport, evaluate } from "@mingchuang/evaluation/evaluate";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { parseDays, schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { readSchemes, schemesOfFolder } from "../schemes.ts";
import { software } from "../software.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { findWorkspace, recall, type Workspace } from "../workspace.ts";

export const evaluateCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.evaluate.about,
    {
      workspace: workspaceArgument(messages),
      schemes: schemesArgument(messages),
      "as-of": { type: "string", description: messages.options.asOf, valueHint: "days" },
    },
    async (args) => {
      const asOf = parseDays("--as-of", args["as-of"], messages);
      await evaluateWorkspace(findWorkspace(args.workspace), terminal, { schemes: args.schemes, asOf });
      return exitCodes.ok;
    },
  );
};

export interface EvaluateSettings {
  /** The folder of the schemes. */
  readonly schemes: string;
  /** Last day that counts, by year; what the workspace remembers fills the rest. */
  readonly asOf: Readonly<Record<string, string>>;
}

/** Evaluates a workspace and says how each year came out. */
export async function evaluateWorkspace(workspace: Workspace, terminal: Terminal, settings: EvaluateSettings): Promise<void> {
  if (!existsSync(workspace.store)) throw new CliError("S102", workspace.store);
  const { evaluate: texts } = terminal.messages;
  const { folder, sample, as_of } = recall(workspace);
  const schemes = readSchemes(settings.schemes);
  const report = await terminal.during(
    texts.working,
    (show) =>
      evaluate({
        storePath: workspace.store,
        outPath: workspace.evaluation,
        schemes,
        shown: schemesOfFolder(folder),
        asOf: { ...as_of, ...settings.asOf },
        isSample: sample,
        software: software(),
        clock: () => new Date(),
        onProgress: ({ year, honour, done, of }) => show(done, of, `${year} ${honour}`),
      }),
    ({ runs }) => texts.done(runs.reduce((sum, { applications }) => sum + applications, 0)),
  );
  sayOutcome(report, schemes, terminal);
}

function sayOutcome(
  { runs, policies, warnings }: EvaluationReport,
  schemes: readonly Scheme[],
  { language, messages, say, warn }: Terminal,
) {
  const { evaluate: texts, check } = messages;
  const rows = runs.map(({ year, honour, schemeId, ranked, undecided, vetoed, unscored, tiesAtCut }) => {
    const { label, stages } = honourOf(schemes, schemeId, honour);
    const ties = tiesAtCut.map((tie) => texts.tie(stages.get(tie.stage)?.[language] ?? tie.stage, tie.rank, tie.applications.length));
    return [String(year), label[language], ranked, undecided, vetoed, unscored, ties.length === 0 ? texts.noTie : ties.join(texts.and)];
  });
  say(textTable(texts.header, rows));
  for (const edition of new Set(runs.filter(({ restated }) => restated).map((run) => run.edition))) {
    const years = runs.filter((run) => run.restated && run.edition === edition).map(({ year }) => year);
    say(texts.restated([...new Set(years)], edition));
  }
  const silent = new Map(policies.filter((policy) => policy.silent).map((policy) => [`${policy.policy} = ${policy.value}`, policy]));
  if (silent.size > 0) say(texts.silent);
  for (const [choice, { label_zh, label_en }] of silent) say(`  ${language === "zh" ? label_zh : label_en}  ${choice}`);
  for (const { check: found, count } of warnings) warn(check.violation(check.severity[found.severity], found[language], count));
}

function honourOf(schemes: readonly Scheme[], schemeId: string, honourId: string) {
  const honour = schemes.find(({ id }) => id === schemeId)?.honours.find(({ id }) => id === honourId);
  return {
    label: honour?.label ?? { zh: honourId, en: honourId },
    stages: new Map(honour?.stages.map(({ id, label }) => [id, label] as const)),
  };
}
