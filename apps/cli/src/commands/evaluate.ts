import { existsSync } from "node:fs";
import { evaluate } from "@mingchuang/evaluation/evaluate";
import { requireStoreVersion } from "@mingchuang/ingest/store-version";
import { parseDays, parsePolicies, schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { sayOutcome } from "../evaluation-outcome.ts";
import { exitCodes } from "../exit-codes.ts";
import { readSchemes, schemesOfFolder } from "../schemes.ts";
import { software } from "../software.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace, nameOf, recall, type Workspace } from "../workspace.ts";

export const evaluateCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.evaluate.about,
    {
      workspace: workspaceArgument(messages),
      schemes: schemesArgument(messages),
      "as-of": { type: "string", description: messages.options.asOf, valueHint: "days" },
      policy: { type: "string", description: messages.options.policy, valueHint: "choices" },
    },
    async (args) => {
      const asOf = parseDays("--as-of", args["as-of"], messages);
      await evaluateWorkspace(findWorkspace(args.workspace), terminal, {
        schemes: args.schemes,
        asOf,
        policies: parsePolicies("--policy", args.policy, messages),
      });
      return exitCodes.ok;
    },
  );
};

export interface EvaluateSettings {
  /** The folder of the schemes. */
  readonly schemes: string;
  /** Last day that counts, by year; what the workspace remembers fills the rest. */
  readonly asOf: Readonly<Record<string, string>>;
  /** Options chosen instead of the defaults: scheme id → policy id → option id. */
  readonly policies?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Evaluates a workspace and says how each year came out. */
export async function evaluateWorkspace(workspace: Workspace, terminal: Terminal, settings: EvaluateSettings): Promise<void> {
  if (!existsSync(workspace.store)) throw new CliError("S102", workspace.store);
  await requireStoreVersion(workspace.store);
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
        policies: settings.policies ?? {},
        isSample: sample,
        software: software(),
        clock: () => new Date(),
        onProgress: ({ year, honour, done, of }) => show(done, of, `${year} ${honour}`),
      }),
    ({ runs }) => texts.done(runs.reduce((sum, { applications }) => sum + applications, 0)),
  );
  sayOutcome(report, schemes, `mingchuang check --workspace ${nameOf(workspace)}`, terminal);
}
