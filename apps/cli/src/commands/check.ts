import { existsSync } from "node:fs";
import { nominationQuotas } from "@mingchuang/evaluation/nomination-quotas";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { attachStore } from "@mingchuang/warehouse/build";
import { type CheckResult, readChecks, runChecks } from "@mingchuang/warehouse/check";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { workspaceArgument } from "../arguments.ts";
import { checkSchemes } from "../check-schemes.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { rules } from "../pipeline.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace, type Workspace } from "../workspace.ts";

export const checkCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.check.about,
    {
      schemes: { type: "positional", description: messages.check.schemes, required: false },
      workspace: workspaceArgument(messages),
    },
    async (args) => {
      const { schemes, errors: wrong, warnings } = checkSchemes(args.schemes ?? rules.schemes, terminal);
      // Who names schemes asks about those: data are checked besides only when a workspace is named too.
      const withData = args.schemes === undefined || args.workspace !== undefined;
      const errors = wrong + (withData ? await checkData(findWorkspaceIfAny(args.workspace), schemes, terminal) : 0);
      if (errors === 0) terminal.say(messages.check.passed(warnings));
      else terminal.warn(messages.check.failed(errors));
      return errors === 0 ? exitCodes.ok : exitCodes.failed;
    },
  );
};

/** Without a name and without any workspace there is simply no data to check. */
function findWorkspaceIfAny(name: string | undefined): Workspace | null {
  try {
    return findWorkspace(name);
  } catch (failure) {
    if (name === undefined && failure instanceof CliError && failure.code === "S112") return null;
    throw failure;
  }
}

/** Runs the warehouse's checks over store and evaluation; says what they found and returns how many errors there are. */
async function checkData(workspace: Workspace | null, schemes: readonly Scheme[], terminal: Terminal): Promise<number> {
  const { language, messages, say, warn } = terminal;
  if (workspace === null) {
    say(messages.check.noWorkspace);
    return 0;
  }
  if (!existsSync(workspace.store)) throw new CliError("S102", workspace.store);
  if (!existsSync(workspace.evaluation)) throw new CliError("S103", workspace.evaluation);
  const found = await queryViolations(workspace, schemes);
  for (const { check, count, violations } of found) {
    warn(messages.check.violation(messages.check.severity[check.severity], check[language], count));
    for (const { what, detail } of violations) warn(`    ${what}  ${detail}`);
  }
  const errors = found.filter(({ check }) => check.severity === "error").length;
  if (found.length === 0) say(messages.check.checks(readChecks().length));
  return errors;
}

async function queryViolations({ evaluation, store }: Workspace, schemes: readonly Scheme[]): Promise<CheckResult[]> {
  const db = await openNodeDatabase(evaluation, { readOnly: true });
  try {
    await attachStore(db, { storePath: store, quotas: nominationQuotas(schemes) });
    return await runChecks(db, { limit: 5 });
  } finally {
    await db.close();
  }
}
