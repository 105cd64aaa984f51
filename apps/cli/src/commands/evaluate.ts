import { existsSync } from "node:fs";
import { evaluate } from "@mingchuang/evaluation/evaluate";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { parseDays, schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { querySilentPolicies, summariseEvaluation } from "../evaluation-summary.ts";
import { exitCodes } from "../exit-codes.ts";
import { readSchemes } from "../schemes.ts";
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
  const { sample, as_of } = recall(workspace);
  const schemes = readSchemes(settings.schemes);
  await terminal.during(
    texts.working,
    (show) =>
      evaluate({
        storePath: workspace.store,
        outPath: workspace.evaluation,
        schemes,
        asOf: { ...as_of, ...settings.asOf },
        isSample: sample,
        software: software(),
        clock: () => new Date(),
        onProgress: show,
      }),
    (report) => texts.done(report.applications),
  );
  await sayOutcome(workspace, terminal, settings.schemes);
}

async function sayOutcome({ evaluation }: Workspace, { language, messages, say }: Terminal, schemesFolder: string): Promise<void> {
  const schemes = readSchemes(schemesFolder);
  const db = await openNodeDatabase(evaluation, { readOnly: true });
  try {
    const years = await summariseEvaluation(db, schemes);
    const labels = new Map(schemes.flatMap(({ honours }) => honours.map(({ id, label }) => [id, label[language]] as const)));
    const { evaluate: texts } = messages;
    const rows = years.map(({ year, honour, ranked, undecided, vetoed, unscored, tiedCuts }) => {
      return [String(year), labels.get(honour) ?? honour, ranked, undecided, vetoed, unscored, texts.ties(tiedCuts)];
    });
    say(textTable(texts.header, rows));
    for (const edition of new Set(years.filter(({ restated }) => restated).map((each) => each.edition))) {
      const restated = years.filter((each) => each.restated && each.edition === edition).map(({ year }) => year);
      say(texts.restated([...new Set(restated)], edition));
    }
    const silent = await querySilentPolicies(db);
    if (silent.length > 0) say(texts.silent);
    for (const { policy, value, label_zh, label_en } of silent) say(`  ${language === "zh" ? label_zh : label_en} (${policy} = ${value})`);
  } finally {
    await db.close();
  }
}
