import { existsSync } from "node:fs";
import { basename } from "node:path";
import { nominationQuotas } from "@mingchuang/evaluation/nomination-quotas";
import { type Mismatch, runExample } from "@mingchuang/rubric/run-example";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { attachStore } from "@mingchuang/warehouse/build";
import { type CheckResult, readChecks, runChecks } from "@mingchuang/warehouse/check";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { renderFailure } from "../failure.ts";
import { listSchemes, readScheme } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace, type Workspace } from "../workspace.ts";

export const checkCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.check.about,
    { workspace: workspaceArgument(messages), schemes: schemesArgument(messages) },
    async ({ schemes, workspace }) => {
      const checked = listSchemes(schemes).map((path) => checkScheme(path, terminal));
      const valid = checked.flatMap(({ scheme }) => scheme ?? []);
      const data = await checkData(findWorkspaceIfAny(workspace), valid, terminal);
      const errors = checked.reduce((sum, scheme) => sum + scheme.errors, data);
      if (errors === 0) terminal.say(messages.check.passed);
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

/** Reads a scheme and runs its examples; says what is wrong and counts it. */
function checkScheme(
  path: string,
  { language, messages, say, warn }: Terminal,
): { readonly scheme: Scheme | null; readonly errors: number } {
  let scheme: Scheme;
  try {
    scheme = readScheme(path);
  } catch (failure) {
    warn(messages.check.schemeFailed(basename(path)));
    warn(renderFailure(failure, { language, messages }).replace(/^/gm, "  "));
    return { scheme: null, errors: 1 };
  }
  const examples = scheme.honours.flatMap((honour) => honour.examples.map((example) => ({ honour, example })));
  const wrong = examples.flatMap(({ honour, example }) => runExample(scheme, honour, example).map((mismatch) => ({ example, mismatch })));
  if (wrong.length === 0) say(messages.check.scheme(basename(path), examples.length));
  else warn(messages.check.schemeFailed(basename(path)));
  for (const { example, mismatch } of wrong) warn(`  ${messages.check.example(example.name, difference(mismatch))}`);
  return { scheme, errors: wrong.length };
}

const difference = ({ what, expected, actual }: Mismatch) => `${what} ${actual} ≠ ${expected}`;

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
