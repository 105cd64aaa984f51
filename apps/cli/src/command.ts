import { type ArgsDef, defineCommand, type ParsedArgs, runCommand } from "citty";
import type { ExitCode } from "./exit-codes.ts";

/** A command as `main.ts` sees it: one line on what it does, its arguments, and the work. */
export interface Command {
  readonly about: string;
  readonly args: ArgsDef;
  run(rawArgs: readonly string[]): Promise<ExitCode>;
}

export function command<const Args extends ArgsDef>(
  about: string,
  args: Args,
  work: (args: ParsedArgs<Args>) => Promise<ExitCode>,
): Command {
  const definition = defineCommand({ args, run: (context) => work(context.args) });
  return { about, args, run: async (rawArgs) => (await runCommand(definition, { rawArgs: [...rawArgs] })).result as ExitCode };
}
